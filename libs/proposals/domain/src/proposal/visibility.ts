import { type ProposalMatter, matterState } from './matter.js';
import { cosignersOf, type Proposal } from './proposal.js';
import { type Authority, handlesIt, isInChargeOfIt } from './authority.js';
import { MATTER_STATES, type MatterState } from '../vocabulary/vocabulary.js';

/**
 * What somebody may be to a proposal that lets them read it: its lead, asked to second it, or of what was merged into it; of a unit that
 * it is assigned to, or the leader in charge of one; head of the delegation that it goes through, or whose it is; of the committee; of the
 * presidium, which decides what is left to it; of those who oversee the session; seated in its session; seated in a later one.
 */
export const READERS = ['author', 'unit', 'head', 'committee', 'presidium', 'oversight', 'seat', 'later-seat'] as const;
export type Reader = (typeof READERS)[number];

/** When a proposal is open to a kind of reader. */
export interface Opening {
  readonly states: readonly MatterState[];
  /** Only once it was handed in. */
  readonly onceSubmitted: boolean;
  /** A confidential one, too. */
  readonly ifConfidential: boolean;
}

const ACCEPTED: readonly MatterState[] = ['FILED', 'SUGGESTION', 'ASSIGNED', 'IN_PROGRESS', 'REPLIED', 'RATED', 'ESCALATED', 'CLOSED'];

/**
 * The one rule of who may read what, from which {@link maySee} and the conditions of the lists are made. Earlier sessions stay readable
 * for whoever sits later: what was accepted, not where seconders were sought.
 */
export const OPEN_TO: Readonly<Record<Reader, Opening>> = {
  author: { states: MATTER_STATES, onceSubmitted: false, ifConfidential: true },
  unit: { states: MATTER_STATES, onceSubmitted: false, ifConfidential: true },
  head: { states: MATTER_STATES.filter((state) => state !== 'DRAFT'), onceSubmitted: false, ifConfidential: true },
  committee: { states: MATTER_STATES, onceSubmitted: true, ifConfidential: true },
  presidium: { states: ['PRESIDIUM'], onceSubmitted: true, ifConfidential: true },
  oversight: { states: MATTER_STATES, onceSubmitted: true, ifConfidential: false },
  seat: { states: ['SECONDING', ...ACCEPTED], onceSubmitted: false, ifConfidential: false },
  'later-seat': { states: ACCEPTED, onceSubmitted: false, ifConfidential: false },
};

const IS: Readonly<Record<Reader, (matter: ProposalMatter, by: Authority) => boolean>> = {
  author: ({ proposal }, { memberId }) =>
    proposal.leadProposerId === memberId ||
    proposal.signatures.some((signature) => signature.memberId === memberId) ||
    cosignersOf(proposal).includes(memberId),
  unit: ({ handlings }, by) => handlesIt(handlings, by) || isInChargeOfIt(handlings, by),
  head: ({ proposal }, { heads }) => heads.some((id) => id === proposal.delegationId || id === proposal.endorsement?.delegationId),
  committee: (_, { reviews }) => reviews,
  presidium: (_, { presides }) => presides,
  oversight: (_, { oversees }) => oversees,
  seat: (_, { seat }) => seat !== null,
  'later-seat': (_, { sitsLater }) => sitsLater,
};

/** Whether the member may read the proposal and what became of it. */
export function maySee(matter: ProposalMatter, by: Authority): boolean {
  return READERS.some((reader) => maySeeAs(reader, matter, by));
}

/** Whether the member oversees these, each of them: nothing of what is confidential. */
export const mayOversee = (proposals: Iterable<Proposal>, by: Authority): boolean =>
  by.oversees && [...proposals].every(({ confidential }) => confidential === null);

/** Whether the member may read it as this kind of reader. */
export function maySeeAs(reader: Reader, matter: ProposalMatter, by: Authority): boolean {
  return IS[reader](matter, by) && isOpen(matter, OPEN_TO[reader]);
}

function isOpen(matter: ProposalMatter, { states, onceSubmitted, ifConfidential }: Opening): boolean {
  const { submittedAt, confidential } = matter.proposal;
  return states.includes(matterState(matter)) && (submittedAt !== null || !onceSubmitted) && (confidential === null || ifConfidential);
}
