import type { WorkingCalendar } from '@plenum/calendar';
import { type Check as PolicyCheck, type Policy as ActionPolicy, policyDecisions } from '@plenum/kernel';
import type { CallWindow } from '../call/call-window.js';
import type { Proposal } from './proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { Authority } from './authority.js';

/** Everything that can be done to a proposal once it is drafted. */
export const ACTIONS = [
  'revise',
  'invite',
  'cancel-invitation',
  'second',
  'decline',
  'submit',
  'withdraw',
  'discard',
  'review',
  'decide',
  'assign',
  'acknowledge',
  'reply',
  'rate',
  'close',
  'take-lead',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What a policy may look at besides the proposal and who acts: the call it was made under, the instant, the calendar. */
export interface PolicyContext {
  readonly call: CallWindow;
  readonly at: Date;
  readonly calendar: WorkingCalendar;
}

/** Null when nothing stands in the member's way, otherwise the refusal. */
export type Check = PolicyCheck<Proposal, Authority, [PolicyContext]>;

/** When an action may be taken: by whom, in which states, and what else stands in its way. */
export type Policy = ActionPolicy<Action, Proposal, Authority, [PolicyContext]>;

export const { refusal, assertAllowed, allowed } = policyDecisions<Policy, Proposal, Authority, [PolicyContext]>(ProposalErrors);
