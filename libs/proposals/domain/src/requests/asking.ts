import { type CivilDate, periodBy } from '@plenum/calendar';
import { policyDecisions } from '@plenum/kernel';
import type { Authority } from '../proposal/authority.js';
import type { Handling } from '../proposal/handling.js';
import { obstructedBy, type PolicyContext } from '../proposal/policy.js';
import type { Proposal } from '../proposal/proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { answerOwed } from './answer-deadline.js';
import { type RequestEvent, subjectOf } from './request.events.js';
import type { AskedMatter, ConcernedProposals, Request, RequestsChange, Wish } from './request.js';
import type { RequestRule } from './request-rule.js';
import {
  CLEARANCE_KINDS,
  type ClearanceKind,
  HANDLING_REQUEST_KINDS,
  type HandlingRequestKind,
  type RequestKind,
  REQUEST_KINDS,
} from '../vocabulary/vocabulary.js';

const decisions = policyDecisions<RequestRule, AskedMatter, Authority, [PolicyContext]>({
  wrongState: ProposalErrors.wrongState,
  obstructed: ({ action }, { handling }, context) => obstructedBy(action, handling?.id ?? null, context),
});

/** What is asked for. */
export interface NewRequest {
  readonly reason: string | null;
  /** As the rule has read it. */
  readonly wish: Wish;
  /** An id for each request that is made. */
  readonly nextId: () => string;
  /** The work that it is about; left out where it is about the proposal. */
  readonly handling?: Handling;
}

/** What is asked about, as the policies see it. */
export const askedAbout = (proposal: Proposal, handling: Handling | null = null): AskedMatter => ({
  proposal,
  handling,
  state: handling?.state ?? proposal.state,
});

/**
 * Asks for something on a proposal, or on the work of one unit: one request of each who owes an answer. `concerned` are the proposal and
 * the others that the wish is about.
 * @throws what the policy of its kind refuses, `proposals.wrong-state`, `proposals.request-open`, `proposals.reason-required`
 */
export function ask(
  rule: RequestRule,
  proposal: Proposal,
  by: Authority,
  { reason, wish, nextId, handling }: NewRequest,
  concerned: ConcernedProposals,
  context: PolicyContext,
): RequestsChange {
  const about = askedAbout(proposal, handling);
  decisions.assertAllowed(rule, about, by, context);
  const given = reason?.trim() || null;
  if (rule.isReasonAsked && given === null) throw ProposalErrors.reasonRequired();
  const askings = rule.askings(proposal, wish, concerned, context, handling ?? null, by);
  const ids = askings.map(nextId);
  const due = rule.due(context);
  const period = due && periodBy(due, context.calendar.dayOf(context.at), context.calendar);
  const made = askings.map(({ proposal: asked, owedBy }, nth): Request => ({
    id: ids[nth]!,
    organisationId: asked.organisationId,
    proposalId: asked.id,
    handlingId: handling?.id ?? null,
    kind: rule.action,
    state: 'OPEN',
    batchId: ids[0]!,
    concerns: [...concerned.keys()].sort(),
    owedBy,
    dueOn: period?.dueOn ?? null,
    asked: { by: by.memberId, at: context.at, reason: given, wish },
    answered: null,
    version: 1,
  }));
  return {
    requests: made.map((request, nth) => {
      const { proposal: on } = askings[nth]!;
      const work = handling ?? null;
      const deadlines = period ? [answerOwed(request, on, { handling: work, period }, context)] : [];
      return { request, events: [happened('RequestMade', on, work)], deadlines };
    }),
    proposals: rule.onAsked ? [rule.onAsked(about, made, concerned, by, context)] : [],
  };
}

/**
 * The kinds of request that the member may make now, on the proposal or on the work of one unit: what a screen offers, by the same rules
 * that decide.
 */
export function askableKinds(
  rules: Readonly<Partial<Record<RequestKind, RequestRule>>>,
  proposal: Proposal,
  by: Authority,
  context: PolicyContext,
  handling: Handling | null = null,
): readonly RequestKind[] {
  const askable = REQUEST_KINDS.filter((kind) => isAboutHandling(kind) === (handling !== null)).flatMap((kind) => rules[kind] ?? []);
  return decisions.allowed(askable, askedAbout(proposal, handling), by, context);
}

/** Whether this is asked about the work of one unit. */
export const isAboutHandling = (kind: RequestKind): kind is HandlingRequestKind | ClearanceKind =>
  isHandlingRequest(kind) || (CLEARANCE_KINDS as readonly string[]).includes(kind);

/** Whether it is one of those that may change who does the work, or by when. */
export const isHandlingRequest = (kind: RequestKind): kind is HandlingRequestKind =>
  (HANDLING_REQUEST_KINDS as readonly string[]).includes(kind);

/** Something that happened to a request on a proposal. */
export const happened = (
  type: RequestEvent['type'],
  proposal: Proposal,
  handling: Handling | null = null,
  replyDueOn: CivilDate | null = null,
): RequestEvent => ({ type, about: subjectOf(proposal, handling, replyDueOn) });
