import { civilDate } from '@plenum/calendar';
import { commit, promise } from '../commitments/promising.js';
import { acceptReport, reportSettled } from '../commitments/keeping.js';
import type { Commitment, CommitmentState, Settlement } from '../commitments/commitment.js';
import { first, inState, matterIn, of, when } from './a-proposal.js';
import { COMMITTEE, HANDLER } from './people.js';

/** The day on which promises are made here, and those by which they are owed. */
export const PROMISED_AT = new Date('2026-06-16T02:00:00Z');
export const DUE_ON = civilDate('2026-09-30');
export const LATER = civilDate('2027-03-31');
export const NEW_PROMISE = { id: 'commitment', promise: ' A second counter by autumn. ', due: { kind: 'date', date: DUE_ON } } as const;

/** Promised by the unit with its reply. */
export function aCommitment(): Commitment {
  return promise(first(matterIn.REPLIED()), HANDLER, [NEW_PROMISE], when(PROMISED_AT))[0]!.commitment;
}

/** Read by the committee from a reply of a matter that is closed. */
export const anEnteredCommitment = (): Commitment =>
  commit(inState.CLOSED(), COMMITTEE, NEW_PROMISE, of(matterIn.CLOSED(), when(PROMISED_AT))).commitment;

export const REPORT = { text: ' Opened on Monday. ', link: 'https://example.edu/counter', dueOn: null } as const;

/** Reported so by the unit. */
export function reported(settlement: Settlement = 'DONE', commitment = aCommitment(), at = PROMISED_AT): Commitment {
  const dueOn = settlement === 'CARRIED' ? LATER : null;
  return reportSettled(commitment, HANDLER, { ...REPORT, settlement, dueOn }, when(at)).commitment;
}

/** Accepted so by the committee. */
export function settled(settlement: Settlement, commitment = aCommitment(), at = PROMISED_AT): Commitment {
  return acceptReport(reported(settlement, commitment, at), COMMITTEE, when(at)).commitment;
}

/** A promise in each state. */
export const commitmentIn: Readonly<Record<CommitmentState, () => Commitment>> = {
  OPEN: () => aCommitment(),
  REPORTED: () => reported(),
  DONE: () => settled('DONE'),
  EXPLAINED: () => settled('EXPLAINED'),
};
