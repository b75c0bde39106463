import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import { session } from '../api/client.js';
import { eraseAsPeopleChange } from '../shared/kept-text/kept-on-device.js';
import { useTheme } from '../shared/use-theme.js';
import { createQueries } from './queries.js';
import { router } from './routes.js';

const queries = createQueries();

/** The whole client: theme, words of the component library in the same language as ours, server state, pages. */
export function App() {
  const { i18n } = useTranslation();
  const theme = useTheme();
  const isChinese = i18n.language === 'zh-CN';
  dayjs.locale(isChinese ? 'zh-cn' : 'en');
  useEffect(() => {
    const stopErasing = eraseAsPeopleChange(session);
    // A lost network at the start is asked again by whoever opens a page; it signs nobody out.
    session.start().catch(() => session.close('never-in'));
    // What one person was shown is not kept for the next on the same device.
    const stopClearing = session.subscribe(() => {
      if (session.state().status === 'signed-out') queries.clear();
    });
    return () => {
      stopErasing();
      stopClearing();
    };
  }, []);
  return (
    <ConfigProvider locale={isChinese ? zhCN : enUS} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
