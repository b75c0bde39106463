import { CalendarOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { Page } from '../../shared/page/Page.js';
import { Members } from './Members.js';
import { RosterUpload } from './RosterUpload.js';
import './roster.css';

/** The roster (名册), for the secretariat: brought in from a spreadsheet, looked through, given its sign-in codes. */
export function RosterPage() {
  const { t } = useTranslation('roster');
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      wide
      actions={
        <LinkButton to="/calendar" icon={<CalendarOutlined />}>
          {t('calendar')}
        </LinkButton>
      }
    >
      <RosterUpload />
      <Members />
    </Page>
  );
}
