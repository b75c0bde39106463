import { useTranslation } from 'react-i18next';
import type { BallotView, ResultView } from '../../api/shapes.js';
import { useResult } from '../../shared/ballot/result-queries.js';
import { BallotFrame } from '../../shared/ballot/BallotFrame.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { DrawingAccount } from './DrawingAccount.js';
import { LeadingLots } from './LeadingLots.js';
import { OwnLot } from './OwnLot.js';
import './lots.css';

const WATCH_MS = 3_000; // People stand around the table while lots are drawn.

/**
 * Lots for the last seat: the step of whoever takes part, and for everybody the account of each drawing, drawn again on the reader's
 * device.
 */
export function LotsPage() {
  const { t } = useTranslation('lots');
  return (
    <BallotFrame title={t('title')} lines={8} watch={({ state }) => (state === 'SIGNED' ? WATCH_MS : false)}>
      {(ballot) => <OfBallot ballot={ballot} />}
    </BallotFrame>
  );
}

function OfBallot({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('lots');
  // Before the declaration the result is told to those who count it, as are the figures.
  const isTold = ballot.counts !== undefined && (ballot.state === 'SIGNED' || Boolean(ballot.declaredAt));
  const result = useResult(ballot.id, isTold, ballot.state === 'SIGNED' ? WATCH_MS : false);
  if (!isTold) return <EmptyState text={t('notYet')} hint={t('notYetHint')} />;
  return <QueryView query={result}>{(data) => <Lots ballot={ballot} result={data} />}</QueryView>;
}

function Lots({ ballot, result }: { readonly ballot: BallotView; readonly result: ResultView }) {
  const { t } = useTranslation('lots');
  const { drawings } = result;
  const current = drawings.find(({ voidedAt }) => voidedAt === null) ?? null;
  if (result.outcome.status !== 'lots') return <EmptyState text={t('none')} />;
  return (
    <>
      <LeadingLots ballot={ballot} result={result} />
      {current && current.elected === null && <OwnLot ballot={ballot} drawing={current} />}
      {[...drawings].reverse().map((drawing) => (
        <DrawingAccount key={drawing.no} ballot={ballot} result={result} drawing={drawing} />
      ))}
    </>
  );
}
