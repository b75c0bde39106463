import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import 'antd/dist/reset.css';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { useTheme } from '../shared/appearance/use-theme.js';

/** The component library with our theme and in our language, around every page that uses it; fetched with the first of them. */
export function LibraryShell() {
  const { i18n } = useTranslation();
  const theme = useTheme();
  const isChinese = i18n.language === 'zh-CN';
  dayjs.locale(isChinese ? 'zh-cn' : 'en');
  return (
    <ConfigProvider locale={isChinese ? zhCN : enUS} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp>
        <Outlet />
      </AntApp>
    </ConfigProvider>
  );
}
