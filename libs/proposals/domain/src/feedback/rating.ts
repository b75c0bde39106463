import { dueDate } from '@plenum/calendar';
import { deadlineSet } from '../proposal/deadline.js';
import { type Change, type Proposal, type Rating, changed, latestReply, roundUnderWay } from '../proposal/proposal.js';
import type { ProposalEvent } from '../proposal/proposal.events.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { type PolicyContext, type Policy, assertAllowed } from '../proposal/policy.js';
import { type Authority, leadProposer } from '../proposal/authority.js';
import type { RatingGrade } from '../vocabulary/vocabulary.js';

/** How the proposer found the handling: the attitude and the result, each on its own (DOMAIN 1.10). */
export interface Judgement {
  readonly attitude: RatingGrade;
  readonly result: RatingGrade;
  readonly comment: string | null;
}

export const RATE: Policy = {
  action: 'rate',
  who: leadProposer,
  from: ['REPLIED'],
  precondition: ({ track }) => (track === 'SUGGESTION' ? ProposalErrors.suggestionNotRated() : null),
};

/** Whether the matter must be handled again: in either dimension, so that the unit does not learn in which. */
export function isDissatisfied({ attitude, result }: Pick<Rating, 'attitude' | 'result'>): boolean {
  return attitude === 'DISSATISFIED' || result === 'DISSATISFIED';
}

/**
 * The lead proposer rates the latest reply, once. A dissatisfied rating opens another round with its own clock (重新办理), until the last
 * round of the call is over. @throws `proposals.not-the-lead-proposer`, `proposals.wrong-state`,
 * `proposals.suggestion-not-rated`
 */
export function rate(proposal: Proposal, by: Authority, { attitude, result, comment }: Judgement, context: PolicyContext): Change {
  assertAllowed(RATE, proposal, by, context);
  const { round } = latestReply(proposal)!;
  const rating = { attitude, result, comment: comment?.trim() || null, by: by.memberId, at: context.at };
  const replies = proposal.replies.map((one) => (one.round === round ? { ...one, rating } : one));
  const rated: ProposalEvent[] = [
    { type: 'ProposalRated', round },
    { type: 'DeadlineMet', matter: 'feedback', round },
  ];
  if (!isDissatisfied(rating) || round >= context.call.settings.maxRounds) return changed(proposal, { state: 'RATED', replies }, ...rated);
  const next = reopened({ ...proposal, replies }, context);
  return changed(proposal, next.parts, ...rated, ...next.events);
}

function reopened(proposal: Proposal, context: PolicyContext): { readonly parts: Partial<Proposal>; readonly events: ProposalEvent[] } {
  const { call, at, calendar } = context;
  const { dueOn, provisional } = dueDate(call.settings.rehandleDue, calendar.dayOf(at), calendar);
  const assignment = { ...proposal.assignment!, dueOn, dueProvisional: provisional };
  const round = roundUnderWay(proposal);
  return {
    parts: { state: 'IN_PROGRESS', replies: proposal.replies, assignment },
    events: [
      { type: 'ProposalReopened', round, dueOn },
      deadlineSet({ matter: 'reply', round, dueOn, owedBy: { unitId: assignment.leadUnitId } }, context),
    ],
  };
}
