import { type CivilDate, dueDate } from '@plenum/calendar';
import { policyDecisions } from '@plenum/kernel';
import type { Authority } from '../proposal/authority.js';
import { obstructed, type PolicyContext } from '../proposal/policy.js';
import type { Proposal } from '../proposal/proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { RequestEvent } from './request.events.js';
import type { ConcernedProposals, Request, RequestsChange, Wish } from './request.js';
import type { RequestRule } from './request-rule.js';
import { type RequestKind, REQUEST_KINDS } from '../vocabulary/vocabulary.js';

const decisions = policyDecisions<RequestRule, Proposal, Authority, [PolicyContext]>({ wrongState: ProposalErrors.wrongState, obstructed });

/** What is asked for. */
export interface NewRequest {
  readonly reason: string | null;
  /** As the rule has read it. */
  readonly wish: Wish;
  /** An id for each request that is made. */
  readonly nextId: () => string;
}

/**
 * Asks for something on a proposal: one request of each who owes an answer. `concerned` are the proposal and the others that the wish
 * is about.
 * @throws what the policy of its kind refuses, `proposals.wrong-state`, `proposals.request-open`, `proposals.reason-required`
 */
export function ask(
  rule: RequestRule,
  proposal: Proposal,
  by: Authority,
  { reason, wish, nextId }: NewRequest,
  concerned: ConcernedProposals,
  context: PolicyContext,
): RequestsChange {
  decisions.assertAllowed(rule, proposal, by, context);
  const given = reason?.trim() || null;
  if (rule.isReasonAsked && given === null) throw ProposalErrors.reasonRequired();
  const askings = rule.askings(proposal, wish, concerned, context);
  const ids = askings.map(nextId);
  const made = askings.map(({ proposal: asked, owedBy }, nth): Request => ({
    id: ids[nth]!,
    organisationId: asked.organisationId,
    proposalId: asked.id,
    handlingId: null,
    kind: rule.action,
    state: 'OPEN',
    batchId: ids[0]!,
    concerns: [...concerned.keys()].sort(),
    owedBy,
    dueOn: dueOnOf(rule, context),
    asked: { by: by.memberId, at: context.at, reason: given, wish },
    answered: null,
    version: 1,
  }));
  return {
    requests: made.map((request, nth) => ({ request, events: [happened('RequestMade', askings[nth]!.proposal)] })),
    proposals: rule.onAsked ? [rule.onAsked(proposal, made, concerned)] : [],
  };
}

/** The kinds of request that the member may make on the proposal now: what a screen offers, by the same rules that decide. */
export function askableKinds(
  rules: Readonly<Record<RequestKind, RequestRule>>,
  proposal: Proposal,
  by: Authority,
  context: PolicyContext,
): readonly RequestKind[] {
  return decisions.allowed(
    REQUEST_KINDS.map((kind) => rules[kind]),
    proposal,
    by,
    context,
  );
}

/** Something that happened to a request on a proposal. */
export const happened = (
  type: RequestEvent['type'],
  { sessionId, content, docketNo, leadProposerId, confidential }: Proposal,
): RequestEvent => ({
  type,
  about: { sessionId, subject: confidential ? '' : content.subject, docketNo, leadProposerId },
});

function dueOnOf(rule: RequestRule, context: PolicyContext): CivilDate | null {
  const due = rule.due(context);
  return due && dueDate(due, context.calendar.dayOf(context.at), context.calendar).dueOn;
}
