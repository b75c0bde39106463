import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProposalView } from '../../api/shapes.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { Section } from '../../shared/page/Section.js';

/** What votes decided about the proposal; nothing where no vote did. */
export function Decisions({ decisions }: Pick<ProposalView, 'decisions'>) {
  const { t } = useTranslation('proposals');
  if (decisions.length === 0) return null;
  return (
    <Section title={t('decisions.title')}>
      <ul className="rows">
        {decisions.map(({ ballotId, title, passed, annulledBecause, ...figures }) => (
          <li key={ballotId}>
            <Link className="row-main" to={`/ballots/${ballotId}`}>
              {title}
            </Link>
            <StatusTag tone={annulledBecause === null && passed ? 'good' : 'bad'}>
              {t(annulledBecause !== null ? 'decisions.annulled' : passed ? 'decisions.passed' : 'decisions.notPassed')}
            </StatusTag>
            <span className="quiet">{annulledBecause ?? t('decisions.figures', figures)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
