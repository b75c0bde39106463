import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { GroupWayCard } from './GroupWayCard.js';
import { useWays } from './way-requests.js';
import './ways.css';

/** On which ways the organisation has its people told, for its organisers: what is on, how it fares, and what to do where it does not. */
export function WaysPage() {
  const { t } = useTranslation('ways');
  return (
    <Page title={t('title')} intro={t('intro')} back="/inbox">
      <QueryView query={useWays()} lines={8}>
        {({ groups }) => (
          <>
            {groups.map((way) => (
              <GroupWayCard key={way.provider} way={way} />
            ))}
          </>
        )}
      </QueryView>
      <Section title={t('always.title')}>
        <p className="quiet">{t('always.text')}</p>
      </Section>
      <Section title={t('posted.title')}>
        <p className="quiet">{t('posted.text')}</p>
        <p className="quiet">{t('posted.never')}</p>
      </Section>
    </Page>
  );
}
