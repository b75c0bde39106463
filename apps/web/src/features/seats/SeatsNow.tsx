import { useTranslation } from 'react-i18next';
import type { BallotView, ResultView, SeatsView } from '../../api/shapes.js';
import { labelsIn } from '../../shared/ballot/candidate-labels.js';
import { electionContextOf } from '../../shared/ballot/election-outcome.js';
import { Section } from '../../shared/page/Section.js';
import { useExplanationText } from '../../shared/ballot/use-explanation-text.js';

interface SeatsNowProps {
  readonly ballot: BallotView;
  readonly result: ResultView;
  readonly seats: SeatsView;
}

/** What the count says of seats: who is level, who is lacking, and what the rules have for it. */
const OF_SEATS = /^(tie|shortage)-/;

/** How many are elected and how many seats are open, with the steps of the count that left them so. */
export function SeatsNow({ ballot, result, seats }: SeatsNowProps) {
  const { t } = useTranslation('seats');
  const election = electionContextOf(ballot);
  const explain = useExplanationText(labelsIn(result), election);
  const figures = {
    elected: seats.elected.length,
    byLot: seats.elected.filter(({ byLot }) => byLot).length,
    vacant: seats.vacant,
    decided: seats.decided,
    open: seats.open,
  };
  const reasons = result.outcome.explanation.filter(({ code }) => OF_SEATS.test(code));
  return (
    <Section title={t('now.title')}>
      <dl className="figures">
        {Object.entries(figures).map(([name, figure]) => (
          <div key={name}>
            <dt>{t(`now.${name as keyof typeof figures}`, { ...election })}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <h3 className="text-head">{t('now.rule')}</h3>
      {reasons.length === 0 ? (
        <p className="quiet">{t('now.whole')}</p>
      ) : (
        <ul className="seats-reasons">
          {reasons.map((step, at) => (
            <li key={`${step.code}-${at}`}>{explain(step)}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
