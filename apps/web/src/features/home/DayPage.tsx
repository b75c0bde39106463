import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { NowCard } from './NowCard.js';
import { useHallNow } from './use-hall-now.js';
import './home.css';

/** Where the code on the screen of the hall leads: the session that is on, with the one thing to do. */
export function DayPage() {
  const { t } = useTranslation('home');
  const hall = useHallNow();
  return (
    <Page title={t('day.title')}>
      {hall && <NowCard hall={hall} />}
      {hall === null && <EmptyState text={t('day.none')} hint={t('day.noneHint')} />}
      <p>
        <Link to="/">{t('day.toHome')}</Link>
      </p>
    </Page>
  );
}
