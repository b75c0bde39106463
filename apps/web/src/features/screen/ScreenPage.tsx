import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useBallot } from '../../shared/ballot/ballot-queries.js';
import { useProblemText } from '../../shared/text/use-problem-text.js';
import { BallotOnScreen } from './BallotOnScreen.js';
import { ScreenFrame } from './ScreenFrame.js';

const WATCH_MS = 3_000;

/** The screen of the hall while a vote is on. Nothing can be done here. */
export function ScreenPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('screen');
  const { t: ballots } = useTranslation('ballots');
  const problemText = useProblemText();
  const ballot = useBallot(id, () => WATCH_MS);
  // A declared result says itself what it is, and the wall has no line to spare.
  const state =
    ballot.data && ballot.data.state !== 'DECLARED'
      ? `${ballots(`kind.${ballot.data.kind}`)} · ${ballots(`state.${ballot.data.state}`)}`
      : null;
  return (
    <ScreenFrame title={ballot.data?.title ?? t('title')} state={state} textPath={`/ballots/${id}/screen/text`}>
      {ballot.data ? <BallotOnScreen ballot={ballot.data} /> : ballot.error && <p role="alert">{problemText(ballot.error)}</p>}
    </ScreenFrame>
  );
}
