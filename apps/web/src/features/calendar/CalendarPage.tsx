import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { holds, useMe } from '../../shared/congress/use-me.js';
import { useCalendar } from './calendar-requests.js';
import { CalendarForm } from './CalendarForm.js';
import './calendar.css';

/**
 * The organisation's own days off and working days, by which its periods are counted; the secretariat sets them, everybody may read them.
 */
export function CalendarPage() {
  const { t } = useTranslation('calendar');
  const me = useMe();
  const calendar = useCalendar();
  const mayChange = me.data !== undefined && holds(me.data, 'SECRETARIAT');
  return (
    <Page title={t('title')} intro={t('intro')} {...(mayChange ? { back: '/roster' } : {})}>
      <QueryView query={calendar}>{(data) => <CalendarForm calendar={data} mayChange={mayChange} />}</QueryView>
      <p className="quiet">{t('follows')}</p>
    </Page>
  );
}
