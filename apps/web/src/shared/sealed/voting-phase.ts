import type { BallotState } from '../../api/shapes.js';
import type { OwnPaper } from './device-store.js';

/** Where a voter stands in a sealed ballot, on this device. */
export type VotingPhase =
  'not-yet' | 'to-receive' | 'to-receive-anew' | 'received' | 'elsewhere' | 'no-paper' | 'to-vote' | 'sending' | 'acknowledged' | 'over';

interface Known {
  readonly state: BallotState;
  /** Whether the service issued a paper to this member. */
  readonly isIssued: boolean;
  readonly own: OwnPaper | null;
}

const BEFORE_THE_ROLL: readonly BallotState[] = ['RULES_DRAFT', 'RULES_ADOPTED', 'NOMINATION'];

/** What the voter can do now. A paper on its way and its receipt are shown whatever the state: they are what the voter must not lose. */
export function phaseOf({ state, isIssued, own }: Known): VotingPhase {
  if (own?.sealed) return 'sending';
  if (own?.receipt) return 'acknowledged';
  if (BEFORE_THE_ROLL.includes(state)) return 'not-yet';
  if (state === 'ROLL_FROZEN') return beforeTheOpening(isIssued, own);
  if (state !== 'OPEN') return 'over';
  if (own?.isRegistered) return 'to-vote';
  return isIssued ? 'elsewhere' : 'no-paper';
}

function beforeTheOpening(isIssued: boolean, own: OwnPaper | null): VotingPhase {
  if (own?.isRegistered) return isIssued ? 'received' : 'to-receive-anew';
  // Drawn and perhaps registered, without having heard so: asking again with the same one finds out.
  if (own) return 'to-receive';
  return isIssued ? 'elsewhere' : 'to-receive';
}
