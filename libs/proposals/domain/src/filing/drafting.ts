import { type CallWindow, phaseOf } from '../call/call-window.js';
import { type Change, type Content, type Proposal, changed } from '../proposal/proposal.js';
import type { ProposalEvent } from '../proposal/proposal.events.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { type PolicyContext, type Policy, assertAllowed } from '../proposal/policy.js';
import { type Authority, leadProposer } from '../proposal/authority.js';
import { anotherText } from './texts.js';

/** A new proposal as its lead proposer writes it. */
export interface NewProposal {
  readonly id: string;
  readonly content: Content;
  /** Whose proposal it is to be (团提案); left out, a proposal of persons. */
  readonly delegationId?: string | null;
}

/**
 * A draft under a call, of which any part may be empty. After the window one may still write: what becomes of it is decided on submission.
 * @throws `proposals.not-a-delegate`, `proposals.not-the-head-of-delegation` of a delegation's proposal by somebody else,
 *   `proposals.call-not-open`, `proposals.call-closed`
 */
export function draft({ id, content, delegationId = null }: NewProposal, by: Authority, call: CallWindow, at: Date): Change {
  assertMayPropose(by, call);
  if (delegationId !== null && !by.heads.includes(delegationId)) throw ProposalErrors.notTheHeadOfDelegation();
  assertWindowTakes(call, at);
  const proposal: Proposal = {
    id,
    organisationId: call.organisationId,
    sessionId: call.sessionId,
    callId: call.id,
    leadProposerId: by.memberId,
    delegationId,
    content: trimmed(content),
    text: { number: 1, version: 1, by: by.memberId, at },
    state: 'DRAFT',
    track: null,
    signatures: [],
    submittedAt: null,
    endorsement: null,
    exclusionsConfirmed: null,
    paper: null,
    late: false,
    reviewSteps: [],
    receiptNo: null,
    docketNo: null,
    withdrawal: null,
    confidential: null,
    merged: [],
    mergedInto: null,
    isAssigned: false,
    createdAt: at,
    version: 1,
  };
  return { proposal, events: [{ type: 'ProposalDrafted' }] };
}

export const REVISE: Policy = { action: 'revise', who: leadProposer, from: ['DRAFT', 'SECONDING', 'RETURNED'] };

/**
 * Changes what the draft, or a returned proposal, says; those who had signed are asked to confirm, as {@link anotherText} has it. Only a
 * draft may be without a subject.
 * @throws `proposals.not-the-lead-proposer`, `proposals.wrong-state`, `proposals.incomplete`
 */
export function revise(proposal: Proposal, by: Authority, parts: Partial<Content>, context: PolicyContext): Change {
  assertAllowed(REVISE, proposal, by, context);
  const content = trimmed({ ...proposal.content, ...parts });
  if (content.subject === '' && proposal.state !== 'DRAFT') throw ProposalErrors.incomplete(['subject']);
  // A draft is saved again and again while it is written, and nobody else has seen it.
  const revised: ProposalEvent[] = proposal.state === 'DRAFT' ? [] : [{ type: 'ProposalRevised' }];
  if (!saysSomethingElse(proposal.content, content)) return changed(proposal, { content }, ...revised);
  return anotherText(proposal, by, { content, becauseOf: revised }, context);
}

export const DISCARD: Policy = { action: 'discard', who: leadProposer, from: ['DRAFT'] };

/**
 * Whether a draft may be thrown away: nobody but its proposer has seen it. @throws `proposals.not-the-lead-proposer`,
 * `proposals.wrong-state`
 */
export function assertDiscardable(proposal: Proposal, by: Authority, context: PolicyContext): void {
  assertAllowed(DISCARD, proposal, by, context);
}

/** @throws `proposals.not-a-delegate` when the call does not let this seat propose at all. */
export function assertMayPropose(by: Authority, { settings }: CallWindow): void {
  const admitted = by.seat === 'DELEGATE' || (by.seat !== null && settings.nonDelegateMayPropose !== 'no');
  if (!admitted) throw ProposalErrors.notADelegate([by.memberId]);
}

function assertWindowTakes(call: CallWindow, at: Date): void {
  const phase = phaseOf(call, at);
  if (phase === 'before') throw ProposalErrors.callNotOpen(call.opensAt);
  if (phase === 'after' && call.settings.lateHandling === 'refuse') throw ProposalErrors.callClosed(call.closesAt);
}

function trimmed({ subject, grounds, measures, category, suggestedUnitId }: Content): Content {
  const text = { subject: subject.trim(), grounds: grounds.trim(), measures: measures.trim() };
  return { ...text, category: category?.trim() || null, suggestedUnitId: suggestedUnitId ?? null };
}

/** The category is the committee's drawer, and the suggested unit a hint to it: neither is a part of what is signed. */
function saysSomethingElse(before: Content, after: Content): boolean {
  return before.subject !== after.subject || before.grounds !== after.grounds || before.measures !== after.measures;
}
