import type { DomainError } from '@plenum/kernel';
import { phaseOf } from '../call/call-window.js';
import { contactMet } from '../proposal/contact-period.js';
import { deadlineMet } from '../proposal/deadline.js';
import { AWAITING_REPLY, altered, roundUnderWay } from '../proposal/handling.js';
import { matterState } from '../proposal/matter.js';
import { type Change, type Proposal, changed, invitedTo, jointProposersOf, secondersOf } from '../proposal/proposal.js';
import type { ProposalEvent } from '../proposal/proposal.events.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { type Check, type PolicyContext, type Policy, assertAllowed } from '../proposal/policy.js';
import { type Authority, leadProposer } from '../proposal/authority.js';
import { headOfDelegation, lacksSupport } from './delegation-proposal.js';
import { askEndorsement, endorsementMet, needsEndorsement } from './endorsing.js';

const complete: Check = (proposal, by, context) =>
  windowTakes(proposal, context) ?? saysEnough(proposal) ?? hasSupport(proposal, by, context);

export const SUBMIT: Policy = { action: 'submit', who: leadProposer, from: ['DRAFT', 'SECONDING', 'RETURNED'], precondition: complete };

/** What its proposer says as they hand it in. */
export interface SubmissionStatement {
  /** That it is none of what the call excludes: asked where the call excludes anything. */
  readonly confirmsExclusions: boolean;
}

/**
 * Hands the proposal to the committee. Late, or by somebody who may only suggest, it goes to the suggestion track at once
 * and needs no seconders. Where the call has the head of the delegation review it, it goes to them first. A returned proposal keeps the day
 * of its first submission.
 * @throws `proposals.not-the-lead-proposer`, `proposals.wrong-state`, `proposals.call-not-open`, `proposals.call-closed`,
 *   `proposals.incomplete`, `proposals.not-a-delegate`, `proposals.too-few-seconders`, `proposals.too-little-support`,
 *   `proposals.not-the-head-of-delegation`, `proposals.exclusions-not-confirmed`
 */
export function submit(proposal: Proposal, by: Authority, context: PolicyContext, statement: SubmissionStatement = SAYS_NOTHING): Change {
  assertAllowed(SUBMIT, proposal, by, context);
  const exclusionsConfirmed = confirmation(by, context, statement);
  const late = isLate(proposal, context);
  const isSuggestion = isOnlyASuggestion(proposal, by, context);
  if (!isSuggestion && needsEndorsement(proposal, context)) return askEndorsement(proposal, { exclusionsConfirmed }, context);
  const submittedAt = proposal.submittedAt ?? context.at;
  const fate = isSuggestion ? ({ state: 'ACCEPTED', track: 'SUGGESTION' } as const) : ({ state: 'SUBMITTED' } as const);
  return changed(proposal, { ...fate, submittedAt, late, exclusionsConfirmed }, { type: 'ProposalSubmitted', late });
}

const SAYS_NOTHING: SubmissionStatement = { confirmsExclusions: false };

/** Asked at each submission: a returned proposal may have become another matter. */
function confirmation(by: Authority, { call, at }: PolicyContext, said: SubmissionStatement): Proposal['exclusionsConfirmed'] {
  if (call.exclusions.length === 0) return null;
  if (!said.confirmsExclusions) throw ProposalErrors.exclusionsNotConfirmed(call.exclusions);
  return { by: by.memberId, at };
}

export const WITHDRAW: Policy = {
  action: 'withdraw',
  who: leadProposer,
  from: ['DRAFT', 'SECONDING', 'ENDORSING', 'SUBMITTED', 'RETURNED', 'PRESIDIUM', 'ACCEPTED'],
  precondition: (proposal, by, context) =>
    tooLateToWithdraw(proposal, context) ?? (jointProposersLeft(proposal, by).length > 0 ? ProposalErrors.othersMatterToo() : null),
};

/** Who proposes it jointly and has not left: those who are asked before it is withdrawn. */
export const jointProposersLeft = (proposal: Proposal, { gone }: Authority): readonly string[] =>
  jointProposersOf(proposal).filter((memberId) => !gone.includes(memberId));

/** The refusal of a withdrawal after the call's last moment for it, assignment or reply; null before. */
export function tooLateToWithdraw(proposal: Proposal, { call, handlings }: PolicyContext): DomainError | null {
  const mayEnd = call.settings.withdrawUntil === 'reply' && handlings.every(({ replies }) => replies.length === 0);
  const isTooLate = handlings.length > 0 && !mayEnd;
  return isTooLate ? ProposalErrors.wrongState('withdraw', matterState({ proposal, handlings })) : null;
}

/**
 * Takes the proposal back, with a reason once it was submitted. After assignment, where the call allows it, all handling ends.
 * @throws `proposals.not-the-lead-proposer`, `proposals.wrong-state`, `proposals.others-matter-too`, `proposals.reason-required`
 */
export function withdraw(proposal: Proposal, by: Authority, reason: string, context: PolicyContext): Change {
  assertAllowed(WITHDRAW, proposal, by, context);
  if (proposal.submittedAt !== null && reason.trim() === '') throw ProposalErrors.reasonRequired();
  return withdrawn(proposal, by.memberId, reason, context);
}

/** What a withdrawal by this member comes to: all handling ends, nothing is owed any more, and everybody concerned is told. */
export function withdrawn(proposal: Proposal, by: string, reason: string, context: PolicyContext): Change {
  const withdrawal = { reason: reason.trim(), at: context.at };
  const { handlings, at } = context;
  const ending = { outcome: null, reason: withdrawal.reason, by, at };
  const waived = handlings
    .filter(({ state }) => AWAITING_REPLY.includes(state))
    .flatMap((handling) => [
      deadlineMet({ kind: 'handling', id: handling.id }, 'reply', roundUnderWay(handling), 'waived'),
      ...contactMet(handling, 'waived'),
    ]);
  // Of a draft nobody knows.
  const told: ProposalEvent[] =
    proposal.state === 'DRAFT'
      ? [{ type: 'DraftDiscarded' }]
      : [
          {
            type: 'ProposalWithdrawn',
            reason: withdrawal.reason,
            invited: invitedTo(proposal),
            wasSubmitted: proposal.submittedAt !== null,
          },
        ];
  const ended = handlings.map((handling) => altered(handling, { state: 'ENDED', contactDue: null, ending }));
  return {
    ...changed(proposal, { state: 'WITHDRAWN', withdrawal }, ...endorsementMet(proposal, 'waived'), ...waived, ...told),
    handlings: ended,
  };
}

/** Late is what is first handed in after the window: a return for revision does not make it so, by the committee or by a head. */
function isLate(proposal: Proposal, { call, at }: Pick<PolicyContext, 'call' | 'at'>): boolean {
  if (proposal.submittedAt !== null) return proposal.late;
  return phaseOf(call, proposal.endorsement?.firstAskedAt ?? at) === 'after';
}

function isOnlyASuggestion(proposal: Proposal, by: Authority, context: PolicyContext): boolean {
  const maySuggestOnly = by.seat !== 'DELEGATE' && context.call.settings.nonDelegateMayPropose !== 'yes';
  return isLate(proposal, context) || maySuggestOnly;
}

function windowTakes(proposal: Proposal, { call, at }: PolicyContext): DomainError | null {
  if (phaseOf(call, at) === 'before') return ProposalErrors.callNotOpen(call.opensAt);
  const refusedAsLate = isLate(proposal, { call, at }) && call.settings.lateHandling === 'refuse';
  return refusedAsLate ? ProposalErrors.callClosed(call.closesAt) : null;
}

function saysEnough({ content }: Proposal): DomainError | null {
  const missing = (['subject', 'grounds', 'measures'] as const).filter((part) => content[part] === '');
  return missing.length > 0 ? ProposalErrors.incomplete(missing) : null;
}

function hasSupport(proposal: Proposal, by: Authority, context: PolicyContext): DomainError | null {
  const { settings } = context.call;
  if (by.seat === null || (by.seat !== 'DELEGATE' && settings.nonDelegateMayPropose === 'no'))
    return ProposalErrors.notADelegate([by.memberId]);
  if (isOnlyASuggestion(proposal, by, context)) return null;
  if (proposal.delegationId !== null)
    return headOfDelegation(proposal, by) ?? lacksSupport(proposal, context.delegation, settings.delegationProposalSupport);
  const signed = secondersOf(proposal).length;
  return signed < settings.minSeconders ? ProposalErrors.tooFewSeconders(settings.minSeconders, signed) : null;
}
