import { useTranslation } from 'react-i18next';
import type { BallotState, BallotView, ResultView, SeatsView } from '../../api/shapes.js';
import { useResult } from '../../shared/ballot/result-queries.js';
import { BallotFrame } from '../../shared/ballot/BallotFrame.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Decisions } from './Decisions.js';
import { DecisionForm } from './DecisionForm.js';
import { NextRound } from './NextRound.js';
import { SecondStageForm } from './SecondStageForm.js';
import { SeatsNow } from './SeatsNow.js';
import './seats.css';

/** What became of the seats of an election, what the adopted rules ask now, and what may be decided by whom. */
export function SeatsPage() {
  const { t } = useTranslation('seats');
  return (
    <BallotFrame title={t('title')} lines={8}>
      {(ballot) => <OfBallot ballot={ballot} />}
    </BallotFrame>
  );
}

function OfBallot({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('seats');
  const isDeclared = Boolean(ballot.declaredAt);
  const result = useResult(ballot.id, isDeclared);
  if (!isDeclared) return <EmptyState text={t('notYet')} />;
  return <QueryView query={result}>{(data) => <Seats ballot={ballot} result={data} />}</QueryView>;
}

const DECLARED: readonly BallotState[] = ['DECLARED', 'APPROVED', 'PUBLISHED', 'ARCHIVED'];

/** Officers are elected from those whom this ballot elected, or a further round of it. */
const somebodyStands = ({ related }: BallotView, { elected }: SeatsView): boolean =>
  elected.length > 0 || related.some(({ relation, state }) => relation === 'next-round' && DECLARED.includes(state));

function Seats({ ballot, result }: { readonly ballot: BallotView; readonly result: ResultView }) {
  const { t } = useTranslation('seats');
  const { seats } = result;
  if (!seats) return <EmptyState text={t('none')} />;
  return (
    <>
      <SeatsNow ballot={ballot} result={result} seats={seats} />
      <NextRound ballot={ballot} result={result} />
      {ballot.allowedActions.includes('decide-vacancy') && <DecisionForm key={seats.open} ballot={ballot} result={result} seats={seats} />}
      <Decisions result={result} />
      {ballot.allowedActions.includes('second-stage') && somebodyStands(ballot, seats) && (
        <SecondStageForm ballot={ballot} result={result} seats={seats} />
      )}
    </>
  );
}
