import { useTranslation } from 'react-i18next';
import type { BallotView, ResultView } from '../../api/shapes.js';
import { labelsIn } from '../../shared/ballot/candidate-labels.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { Section } from '../../shared/page/Section.js';

interface NextRoundProps {
  readonly ballot: BallotView;
  readonly result: ResultView;
}

/** The round that the outcome, or a decision about open seats, asks for: who stands, for how many seats, and where it is. */
export function NextRound({ ballot, result }: NextRoundProps) {
  const { t } = useTranslation('seats');
  const { t: common } = useTranslation();
  const { nextRound } = result.outcome;
  const made = ballot.related.find(({ relation }) => relation === 'next-round');
  const mayPrepare = ballot.allowedActions.includes('next-round');
  if (!nextRound && !made && !mayPrepare) return null;
  const labelOf = labelsIn(result);
  return (
    <Section title={t('round.title')}>
      {nextRound && (
        <p>
          {t(`round.${nextRound.kind}`, {
            seats: nextRound.seats,
            candidates: nextRound.candidates.map(labelOf).join(common('listSeparator')),
          })}
        </p>
      )}
      {nextRound?.needsNominations && <p>{t('round.needsNominations')}</p>}
      {made && <LinkButton to={`/ballots/${made.id}`}>{t('round.made', { title: made.title })}</LinkButton>}
      {!made && mayPrepare && (
        <LinkButton to={`/ballots/${ballot.id}/desk`} type="primary">
          {t('round.prepare')}
        </LinkButton>
      )}
      {!made && !mayPrepare && <p className="quiet">{t('round.awaited')}</p>}
    </Section>
  );
}
