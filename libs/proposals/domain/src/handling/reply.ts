import { dueDate } from '@plenum/calendar';
import { type NewPromise, assertDemandsMet } from '../commitments/promising.js';
import { deadlineSet } from '../proposal/deadline.js';
import { type Change, type Proposal, type Reply, changed, roundUnderWay } from '../proposal/proposal.js';
import type { ProposalEvent } from '../proposal/proposal.events.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { type PolicyContext, type Policy, assertAllowed } from '../proposal/policy.js';
import { type Authority, leadUnit } from '../proposal/authority.js';
import type { ProposalState, ReplyChannel } from '../vocabulary/vocabulary.js';

/** What the lead unit answers (答复). */
export interface Answer {
  readonly text: string;
  readonly resultCategory: string;
  readonly channel: ReplyChannel;
  /** The evidence of what was done, or the reason why it cannot be, where its category demands it. */
  readonly basis?: string | null;
  /** What it promises; entered into the ledger beside it. */
  readonly promises?: readonly NewPromise[];
}

/** The states in which a unit owes a reply. */
export const AWAITING_REPLY: readonly ProposalState[] = ['ASSIGNED', 'IN_PROGRESS'];

export const REPLY: Policy = {
  action: 'reply',
  who: leadUnit,
  from: AWAITING_REPLY,
  precondition: ({ assignment }, _by, { call, at, calendar }) =>
    assignment && call.settings.lateReply === 'refuse' && calendar.dayOf(at) > assignment.dueOn
      ? ProposalErrors.replyOverdue(assignment.dueOn)
      : null,
};

/**
 * The reply of the lead unit; it counts as acknowledgement too. Past its due date it is marked overdue, or refused where the
 * call says so. A proposal's reply asks its proposer for a rating; a suggestion's does not.
 * @throws `proposals.not-the-handling-unit`, `proposals.wrong-state`, `proposals.reply-overdue`, `proposals.incomplete`,
 *   `proposals.unknown-result-category`, `proposals.promise-required`, `proposals.basis-required`
 */
export function reply(proposal: Proposal, by: Authority, answer: Answer, context: PolicyContext): Change {
  assertAllowed(REPLY, proposal, by, context);
  const { call, at, calendar } = context;
  const text = answer.text.trim();
  if (text === '') throw ProposalErrors.incomplete(['text']);
  if (!call.settings.resultCategories.includes(answer.resultCategory)) throw ProposalErrors.unknownResultCategory(answer.resultCategory);
  assertDemandsMet(call.settings, answer);
  const today = calendar.dayOf(at);
  const round = roundUnderWay(proposal);
  const feedbackDueOn = proposal.track === 'PROPOSAL' ? dueDate(call.settings.feedbackDue, today, calendar).dueOn : null;
  const assignment = proposal.assignment!;
  const { resultCategory, channel } = answer;
  const basis = answer.basis?.trim() || null;
  const given: Reply = {
    text,
    resultCategory,
    channel,
    basis,
    round,
    by: by.memberId,
    at,
    overdue: today > assignment.dueOn,
    feedbackDueOn,
    rating: null,
  };
  const feedback: ProposalEvent[] = feedbackDueOn
    ? [deadlineSet({ matter: 'feedback', round, dueOn: feedbackDueOn, owedBy: { memberIds: [proposal.leadProposerId] } }, context)]
    : [];
  return changed(
    proposal,
    {
      state: 'REPLIED',
      replies: [...proposal.replies, given],
      assignment: { ...assignment, acknowledged: assignment.acknowledged ?? { by: by.memberId, at } },
    },
    { type: 'ProposalReplied', round, feedbackDueOn },
    { type: 'DeadlineMet', matter: 'reply', round },
    ...feedback,
  );
}
