import type { WorkingCalendar } from '@plenum/calendar';
import type { DomainError } from '@plenum/kernel';
import type { CallWindow } from './call-window.js';
import type { Proposal } from './proposal.js';
import { ProposalErrors } from './proposal.errors.js';
import type { Standing } from './standing.js';
import type { ProposalState } from './words.js';

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
export type Check = (proposal: Proposal, by: Standing, context: PolicyContext) => DomainError | null;

/** When an action may be taken: by whom, in which states, and what else stands in its way. */
export interface Policy {
  readonly action: Action;
  readonly who: Check;
  readonly from: readonly ProposalState[];
  readonly precondition?: Check;
}

/** Why the action may not be taken now; null when it may. Who acts is asked first, so a refusal tells outsiders nothing of the state. */
export function refusal(policy: Policy, proposal: Proposal, by: Standing, context: PolicyContext): DomainError | null {
  const denied = policy.who(proposal, by, context);
  if (denied) return denied;
  if (!policy.from.includes(proposal.state)) return ProposalErrors.wrongState(policy.action, proposal.state);
  return policy.precondition?.(proposal, by, context) ?? null;
}

/** @throws the refusal, when there is one. */
export function assertAllowed(policy: Policy, proposal: Proposal, by: Standing, context: PolicyContext): void {
  const refused = refusal(policy, proposal, by, context);
  if (refused) throw refused;
}
