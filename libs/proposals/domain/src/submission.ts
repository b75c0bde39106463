import type { DomainError } from '@plenum/kernel';
import { phaseOf } from './call-window.js';
import { type Change, type Proposal, changed, secondersOf } from './proposal.js';
import type { ProposalEvent } from './proposal.events.js';
import { ProposalErrors } from './proposal.errors.js';
import { type Check, type Circumstances, type Rule, assertAllowed } from './rule.js';
import { type Standing, leadProposer } from './standing.js';
import type { ProposalState } from './words.js';

const complete: Check = (proposal, by, circumstances) => windowTakes(proposal, circumstances) ?? saysEnough(proposal) ?? hasSupport(proposal, by, circumstances);

export const SUBMIT: Rule = { action: 'submit', who: leadProposer, from: ['DRAFT', 'SECONDING', 'RETURNED'], obstacle: complete };

/**
 * Hands the proposal to the committee. Late, or by somebody who may only suggest, it goes to the suggestion track at once
 * and needs no seconders. A returned proposal keeps the day of its first submission.
 * @throws `proposals.not-the-lead-proposer`, `proposals.wrong-state`, `proposals.call-not-open`, `proposals.call-closed`,
 *   `proposals.incomplete`, `proposals.not-a-delegate`, `proposals.too-few-seconders`
 */
export function submit(proposal: Proposal, by: Standing, circumstances: Circumstances): Change {
  assertAllowed(SUBMIT, proposal, by, circumstances);
  const late = isLate(proposal, circumstances);
  const submittedAt = proposal.submittedAt ?? circumstances.at;
  const fate = isOnlyASuggestion(proposal, by, circumstances) ? ({ state: 'SUGGESTION', track: 'SUGGESTION' } as const) : ({ state: 'SUBMITTED' } as const);
  return changed(proposal, { ...fate, submittedAt, late }, { type: 'ProposalSubmitted', late });
}

const WITHDRAWABLE: readonly ProposalState[] = ['DRAFT', 'SECONDING', 'SUBMITTED', 'RETURNED', 'FILED', 'SUGGESTION'];
const HANDLED: readonly ProposalState[] = ['ASSIGNED', 'IN_PROGRESS'];

export const WITHDRAW: Rule = {
  action: 'withdraw',
  who: leadProposer,
  from: [...WITHDRAWABLE, ...HANDLED],
  obstacle: ({ state }, _by, { call }) => (HANDLED.includes(state) && call.settings.withdrawUntil === 'assignment' ? ProposalErrors.wrongState('withdraw', state) : null),
};

/**
 * Takes the proposal back, with a reason once it was submitted. After assignment, where the call allows it, the handling ends.
 * @throws `proposals.not-the-lead-proposer`, `proposals.wrong-state`, `proposals.reason-required`
 */
export function withdraw(proposal: Proposal, by: Standing, reason: string, circumstances: Circumstances): Change {
  assertAllowed(WITHDRAW, proposal, by, circumstances);
  if (proposal.submittedAt !== null && reason.trim() === '') throw ProposalErrors.reasonRequired();
  const ended: ProposalEvent[] = proposal.assignment ? [{ type: 'DeadlineMet', matter: 'reply', round: 1 }, { type: 'ProposalClosed' }] : [];
  return changed(proposal, { state: 'WITHDRAWN', withdrawal: { reason: reason.trim(), at: circumstances.at } }, ...ended);
}

/** Late is what is first submitted after the window: a return for revision does not make it so. */
function isLate(proposal: Proposal, { call, at }: Pick<Circumstances, 'call' | 'at'>): boolean {
  return proposal.submittedAt === null ? phaseOf(call, at) === 'after' : proposal.late;
}

function isOnlyASuggestion(proposal: Proposal, by: Standing, circumstances: Circumstances): boolean {
  const maySuggestOnly = by.seat !== 'DELEGATE' && circumstances.call.settings.nonDelegateMayPropose !== 'yes';
  return isLate(proposal, circumstances) || maySuggestOnly;
}

function windowTakes(proposal: Proposal, { call, at }: Circumstances): DomainError | null {
  if (phaseOf(call, at) === 'before') return ProposalErrors.callNotOpen(call.opensAt);
  const refusedAsLate = isLate(proposal, { call, at }) && call.settings.lateHandling === 'refuse';
  return refusedAsLate ? ProposalErrors.callClosed(call.closesAt) : null;
}

function saysEnough({ content }: Proposal): DomainError | null {
  const missing = (['subject', 'grounds', 'measures'] as const).filter((part) => content[part] === '');
  return missing.length > 0 ? ProposalErrors.incomplete(missing) : null;
}

function hasSupport(proposal: Proposal, by: Standing, circumstances: Circumstances): DomainError | null {
  const { settings } = circumstances.call;
  if (by.seat === null || (by.seat !== 'DELEGATE' && settings.nonDelegateMayPropose === 'no')) return ProposalErrors.notADelegate([by.memberId]);
  if (isOnlyASuggestion(proposal, by, circumstances)) return null;
  const signed = secondersOf(proposal).length;
  return signed < settings.minSeconders ? ProposalErrors.tooFewSeconders(settings.minSeconders, signed) : null;
}
