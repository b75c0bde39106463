import type { CivilDate, WorkingCalendar } from '@plenum/calendar';
import { type Check as PolicyCheck, type DomainError, type Policy as ActionPolicy, policyDecisions } from '@plenum/kernel';
import type { CallWindow } from '../call/call-window.js';
import type { ReplyDesk } from './reply-desk.js';
import type { Delegation } from './delegation.js';
import type { Handling } from './handling.js';
import type { Proposal } from './proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { Authority } from './authority.js';
import type { RequestKind } from '../vocabulary/vocabulary.js';

/** Everything that can be done to a proposal itself once it is drafted. */
export const ACTIONS = [
  'revise',
  'invite',
  'cancel-invitation',
  'second',
  'decline',
  'submit',
  'endorse',
  'withdraw',
  'discard',
  'review',
  'decide',
  'assign',
  'take-lead',
  'undo-merge',
] as const;
export type Action = (typeof ACTIONS)[number];

/** An open request, as something that stands in the way of what may otherwise be done or asked. */
export interface Obstacle {
  readonly kind: RequestKind;
  /** By when it is to be answered; null where no day is set. */
  readonly dueOn: CivilDate | null;
  /** The work that it is about, which alone it stands in the way of; null where it is about the proposal. */
  readonly handlingId: string | null;
  readonly blocks: readonly string[];
}

/** What a policy may look at besides: the call it was made under, all the work on it, the instant, the calendar. */
export interface PolicyContext {
  readonly call: CallWindow;
  /** All handlings of the proposal. */
  readonly handlings: readonly Handling[];
  /** What lies on the desks of its units; nothing on one that is not among them. */
  readonly desks: readonly ReplyDesk[];
  /** Whose proposal it is, or where its head reviews it, that of its lead proposer while it is to be handed in; otherwise null. */
  readonly delegation: Delegation | null;
  /** The days on which later sessions open that are set up, the first first; looked up where a reply is due before the next one. */
  readonly laterSessions: readonly CivilDate[];
  readonly at: Date;
  readonly calendar: WorkingCalendar;
  /** The open requests that concern the proposal. */
  readonly obstacles: readonly Obstacle[];
}

/** Null when nothing stands in the member's way, otherwise the refusal. */
export type Check = PolicyCheck<Proposal, Authority, [PolicyContext]>;

/** When an action may be taken: by whom, in which states, and what else stands in its way. */
export type Policy = ActionPolicy<Action, Proposal, Authority, [PolicyContext]>;

/** The refusal of what an open request stands in the way of, of the proposal or of the work that is said; null where none does. */
export function obstructedBy(action: string, handlingId: string | null, { obstacles }: PolicyContext): DomainError | null {
  const obstacle = obstacles.find((one) => (one.handlingId === null || one.handlingId === handlingId) && one.blocks.includes(action));
  return obstacle ? ProposalErrors.requestOpen(obstacle.kind, obstacle.dueOn) : null;
}

export const { refusal, assertAllowed, allowed } = policyDecisions<Policy, Proposal, Authority, [PolicyContext]>({
  wrongState: ProposalErrors.wrongState,
  obstructed: ({ action }, _proposal, context) => obstructedBy(action, null, context),
});
