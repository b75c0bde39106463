import type { BallotView } from '../../api/shapes.js';
import { ClosingAct } from './ClosingAct.js';
import { OpeningAct } from './OpeningAct.js';

/** Opens the voting, and closes it with what was found in the box. */
export function VotingActs({ ballot }: { readonly ballot: BallotView }) {
  return (
    <>
      {ballot.allowedActions.includes('open') && <OpeningAct ballot={ballot} />}
      {ballot.allowedActions.includes('close') && <ClosingAct ballot={ballot} />}
    </>
  );
}
