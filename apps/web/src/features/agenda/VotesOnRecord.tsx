import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../shared/page/Section.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { formatInstant } from '../../shared/text/formats.js';
import type { AdoptionView } from './agenda-requests.js';

/** How the congress voted on its agenda, each vote with its base and figures. */
export function VotesOnRecord({ adoptions }: { readonly adoptions: readonly AdoptionView[] }) {
  const { t, i18n } = useTranslation('agenda');
  return (
    <Section title={t('record.title')}>
      <ul className="rows">
        {adoptions.map(({ at, hands, ballotId, passed, withdrawn }) => (
          <li key={at} className="agenda-item">
            <div className="row-facts">
              <span>{formatInstant(at, i18n.language)}</span>
              <StatusTag tone={withdrawn ? 'bad' : passed ? 'good' : 'quiet'}>
                {t(withdrawn ? 'record.withdrawn' : passed ? 'record.passed' : 'record.failed')}
              </StatusTag>
            </div>
            {hands && <div>{t('record.hands', { ...hands })}</div>}
            {ballotId && (
              <div>
                {t('record.ballot')} <Link to={`/ballots/${ballotId}`}>{t('record.toBallot')}</Link>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
