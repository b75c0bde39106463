import { cosignersOf, type Proposal } from './proposal.js';
import { type Authority, handlesIt, isInChargeOfIt } from './authority.js';
import { PROPOSAL_STATES, type ProposalState } from '../vocabulary/vocabulary.js';

/**
 * What somebody may be to a proposal that lets them read it: its lead, asked to second it, or of what was merged into it; of a unit that
 * it is assigned to, or the leader in charge of one; of the committee; of the presidium, which decides what is left to it; of those who
 * oversee the session; seated in its session; seated in a later one.
 */
export const READERS = ['author', 'unit', 'committee', 'presidium', 'oversight', 'seat', 'later-seat'] as const;
export type Reader = (typeof READERS)[number];

/** When a proposal is open to a kind of reader. */
export interface Opening {
  readonly states: readonly ProposalState[];
  /** Only once it was handed in. */
  readonly onceSubmitted: boolean;
  /** A confidential one, too. */
  readonly ifConfidential: boolean;
}

const ACCEPTED: readonly ProposalState[] = ['FILED', 'SUGGESTION', 'ASSIGNED', 'IN_PROGRESS', 'REPLIED', 'RATED', 'CLOSED'];

/**
 * The one rule of who may read what, from which {@link maySee} and the conditions of the lists are made. Earlier sessions stay readable
 * for whoever sits later: what was accepted, not where seconders were sought.
 */
export const OPEN_TO: Readonly<Record<Reader, Opening>> = {
  author: { states: PROPOSAL_STATES, onceSubmitted: false, ifConfidential: true },
  unit: { states: PROPOSAL_STATES, onceSubmitted: false, ifConfidential: true },
  committee: { states: PROPOSAL_STATES, onceSubmitted: true, ifConfidential: true },
  presidium: { states: ['PRESIDIUM'], onceSubmitted: true, ifConfidential: true },
  oversight: { states: PROPOSAL_STATES, onceSubmitted: true, ifConfidential: false },
  seat: { states: ['SECONDING', ...ACCEPTED], onceSubmitted: false, ifConfidential: false },
  'later-seat': { states: ACCEPTED, onceSubmitted: false, ifConfidential: false },
};

const IS: Readonly<Record<Reader, (proposal: Proposal, by: Authority) => boolean>> = {
  author: (proposal, { memberId }) =>
    proposal.leadProposerId === memberId ||
    proposal.signatures.some((signature) => signature.memberId === memberId) ||
    cosignersOf(proposal).includes(memberId),
  unit: (proposal, by) => handlesIt(proposal, by) || isInChargeOfIt(proposal, by),
  committee: (_proposal, { reviews }) => reviews,
  presidium: (_proposal, { presides }) => presides,
  oversight: (_proposal, { oversees }) => oversees,
  seat: (_proposal, { seat }) => seat !== null,
  'later-seat': (_proposal, { sitsLater }) => sitsLater,
};

/** Whether the member may read the proposal. */
export function maySee(proposal: Proposal, by: Authority): boolean {
  return READERS.some((reader) => maySeeAs(reader, proposal, by));
}

/** Whether the member oversees these, each of them: nothing of what is confidential. */
export const mayOversee = (proposals: Iterable<Proposal>, by: Authority): boolean =>
  by.oversees && [...proposals].every(({ confidential }) => confidential === null);

/** Whether the member may read it as this kind of reader. */
export function maySeeAs(reader: Reader, proposal: Proposal, by: Authority): boolean {
  return IS[reader](proposal, by) && isOpen(proposal, OPEN_TO[reader]);
}

function isOpen({ state, submittedAt, confidential }: Proposal, { states, onceSubmitted, ifConfidential }: Opening): boolean {
  return states.includes(state) && (submittedAt !== null || !onceSubmitted) && (confidential === null || ifConfidential);
}
