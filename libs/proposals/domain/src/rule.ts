import type { WorkingCalendar } from '@plenum/calendar';
import type { DomainError } from '@plenum/kernel';
import type { CallWindow } from './call-window.js';
import type { Proposal } from './proposal.js';
import { ProposalErrors } from './proposal.errors.js';
import type { Standing } from './standing.js';
import type { ProposalState } from './words.js';

/** Everything that can be done to a proposal once it is drafted. */
export const ACTIONS = ['revise', 'invite', 'cancel-invitation', 'second', 'decline', 'submit', 'withdraw', 'discard', 'review', 'assign', 'acknowledge', 'reply', 'rate', 'close'] as const;
export type Action = (typeof ACTIONS)[number];

/** What a rule may look at besides the proposal and who acts: the call it was made under, the instant, the calendar. */
export interface Circumstances {
  readonly call: CallWindow;
  readonly at: Date;
  readonly calendar: WorkingCalendar;
}

/** Null when nothing stands in the member's way, otherwise the refusal. */
export type Check = (proposal: Proposal, by: Standing, circumstances: Circumstances) => DomainError | null;

/** When an action may be taken: by whom, in which states, and what else stands in its way. */
export interface Rule {
  readonly action: Action;
  readonly who: Check;
  readonly from: readonly ProposalState[];
  readonly obstacle?: Check;
}

/** Why the action may not be taken now; null when it may. Who acts is asked first, so a refusal tells outsiders nothing of the state. */
export function refusal(rule: Rule, proposal: Proposal, by: Standing, circumstances: Circumstances): DomainError | null {
  const stranger = rule.who(proposal, by, circumstances);
  if (stranger) return stranger;
  if (!rule.from.includes(proposal.state)) return ProposalErrors.wrongState(rule.action, proposal.state);
  return rule.obstacle?.(proposal, by, circumstances) ?? null;
}

/** @throws the refusal, when there is one. */
export function assertAllowed(rule: Rule, proposal: Proposal, by: Standing, circumstances: Circumstances): void {
  const refused = refusal(rule, proposal, by, circumstances);
  if (refused) throw refused;
}
