import { type HandlingState, type MatterState, PROPOSAL_STATES, type ProposalState } from '../vocabulary/vocabulary.js';
import type { Handling } from './handling.js';
import type { Change, Proposal } from './proposal.js';

/** A proposal with the work on it, as they are locked together. */
export interface ProposalMatter {
  readonly proposal: Proposal;
  readonly handlings: readonly Handling[];
}

/** The least far first: what has escalated waits for a meeting, what is rated only for its end. */
const FARTHER: readonly HandlingState[] = ['ASSIGNED', 'IN_PROGRESS', 'REPLIED', 'ESCALATED', 'RATED', 'ENDED'];

/** The handling that is least far, and of as far ones the one that is due first: it speaks for the matter. Null before assignment. */
export function speakingHandling(handlings: readonly Handling[]): Handling | null {
  const [first] = [...handlings].sort((one, other) => rank(one) - rank(other) || (dueOf(one) < dueOf(other) ? -1 : 1));
  return first ?? null;
}

/** What people and lists call where a matter stands. */
export function matterState({ proposal, handlings }: ProposalMatter): MatterState {
  if (proposal.state !== 'ACCEPTED') return proposal.state;
  const speaks = speakingHandling(handlings);
  if (speaks === null) return proposal.track === 'SUGGESTION' ? 'SUGGESTION' : 'FILED';
  return speaks.state === 'ENDED' ? 'CLOSED' : speaks.state;
}

/** The state of the proposal itself in such a matter. */
export function proposalState(state: MatterState): ProposalState {
  return PROPOSAL_STATES.find((one) => one === state) ?? 'ACCEPTED';
}

/** The matter after a change: what was not changed stays. */
export function matterAfter({ handlings }: Pick<ProposalMatter, 'handlings'>, { proposal, handlings: made = [] }: Change): ProposalMatter {
  const kept = handlings.map((one) => made.find(({ id }) => id === one.id) ?? one);
  const begun = made.filter(({ id }) => !handlings.some((one) => one.id === id));
  return { proposal, handlings: [...kept, ...begun] };
}

/** Counts the changes of the proposal and of the work on it together. */
export function matterVersion(proposal: Pick<Proposal, 'version'>, handlings: readonly Handling[]): number {
  return handlings.reduce((sum, { version }) => sum + version, proposal.version);
}

/** What has no day yet comes last. */
const dueOf = ({ due }: Handling): string => due.dueOn ?? '9999';
const rank = ({ state }: Handling): number => FARTHER.indexOf(state);
