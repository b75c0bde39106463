import { periodBy } from '@plenum/calendar';
import { type NewPromise, assertDemandsMet } from '../commitments/promising.js';
import { contactMet } from '../proposal/contact-period.js';
import { deadlineMet, deadlineSet } from '../proposal/deadline.js';
import { AWAITING_REPLY, type Reply, altered, roundUnderWay } from '../proposal/handling.js';
import type { Change } from '../proposal/proposal.js';
import type { ProposalEvent } from '../proposal/proposal.events.js';
import { isPast } from '../proposal/reply-period.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { PolicyContext } from '../proposal/policy.js';
import type { Authority } from '../proposal/authority.js';
import { ratersLeft } from '../proposal/raters.js';
import type { ReplyChannel } from '../vocabulary/vocabulary.js';
import { clearingSteps, isBoundToDraft, missingBeforeReply } from './clearing.js';
import { answeringUnit, evidenceIn, type ReplyDraft } from './drafting-reply.js';
import { deskOf } from '../proposal/reply-desk.js';
import { type HandlingInMatter, type HandlingPolicy, assertHandlingAllowed } from '../handling/policy.js';

/** What the lead unit answers (答复). */
export interface Answer {
  readonly text: string;
  readonly resultCategory: string;
  readonly channel: ReplyChannel;
  /** The evidence of what was done, or the reason why it cannot be, where its category demands it. */
  readonly basis?: string | null;
  /** What it promises; entered into the ledger beside it. */
  readonly promises?: readonly NewPromise[];
  /** The draft that stands, where there is one: what was signed is what goes out, and its files go with it. */
  readonly draft?: ReplyDraft | null;
}

export const REPLY: HandlingPolicy = {
  action: 'reply',
  who: answeringUnit,
  from: AWAITING_REPLY,
  precondition: ({ handling: { due } }, _by, { call, at, calendar }) =>
    call.settings.lateReply === 'refuse' && due.dueOn !== null && calendar.dayOf(at) > due.dueOn
      ? ProposalErrors.replyOverdue(due.dueOn)
      : null,
};

/** Refuses a reply that still waits for somebody, and one that is not to the letter what was signed. */
function assertCleared({ proposal, handling }: HandlingInMatter, answer: Answer, { desks, call }: PolicyContext): void {
  const steps = clearingSteps(handling, deskOf(handling, desks), proposal.track, call.settings);
  const missing = missingBeforeReply(steps);
  if (missing.length > 0) throw ProposalErrors.replyNotCleared([...new Set(missing.map(({ step }) => step))]);
  if (isBoundToDraft(steps) && !isWhatWasDrafted(answer)) throw ProposalErrors.notTheClearedDraft();
}

function isWhatWasDrafted({ draft, promises = [], ...answer }: Answer): boolean {
  if (!draft) return false;
  const { text, resultCategory, channel, basis, promises: drafted } = draft.content;
  const isSaid =
    text.trim() === answer.text.trim() &&
    resultCategory === answer.resultCategory &&
    channel === answer.channel &&
    (basis?.trim() || null) === (answer.basis?.trim() || null);
  const isPromised = ({ promise, due }: NewPromise, nth: number): boolean =>
    drafted[nth]?.promise.trim() === promise.trim() && due.kind === 'date' && due.date === drafted[nth]?.dueOn;
  return isSaid && drafted.length === promises.length && promises.every(isPromised);
}

/**
 * The reply of the lead unit, by somebody who does not propose the matter; it counts as acknowledgement too, and a talk with the proposer
 * is owed no more. Past its due date it is marked overdue, or refused where the call says so. A proposal's reply asks its proposer for a
 * rating; a suggestion's does not.
 * @throws `proposals.not-the-handling-unit`, `proposals.own-reply`, `proposals.wrong-state`, `proposals.reply-overdue`,
 *   `proposals.incomplete`,
 *   `proposals.unknown-result-category`, `proposals.promise-required`, `proposals.basis-required`, `proposals.reply-not-cleared`,
 *   `proposals.not-the-cleared-draft`
 */
export function reply(matter: HandlingInMatter, by: Authority, answer: Answer, context: PolicyContext): Change {
  assertHandlingAllowed(REPLY, matter, by, context);
  const { proposal, handling } = matter;
  const { call, at, calendar } = context;
  const text = answer.text.trim();
  if (text === '') throw ProposalErrors.incomplete(['text']);
  if (!call.settings.resultCategories.includes(answer.resultCategory)) throw ProposalErrors.unknownResultCategory(answer.resultCategory);
  const files = evidenceIn(matter, answer.draft ?? null);
  assertDemandsMet(call.settings, { ...answer, files });
  assertCleared(matter, answer, context);
  const today = calendar.dayOf(at);
  const round = roundUnderWay(handling);
  const feedback = proposal.track === 'PROPOSAL' ? periodBy(call.settings.feedbackDue, today, calendar) : null;
  const feedbackDueOn = feedback?.dueOn ?? null;
  const { resultCategory, channel } = answer;
  const basis = answer.basis?.trim() || null;
  const overdue = isPast(handling.due, today);
  const given: Reply = { text, resultCategory, channel, basis, files, round, by: by.memberId, at, overdue, feedbackDueOn };
  const about = { kind: 'handling', id: handling.id } as const;
  const askedToRate = feedback && ratersLeft(proposal, call.settings, by);
  const asked: ProposalEvent[] =
    feedback && askedToRate
      ? [deadlineSet({ about, matter: 'feedback', round, ...feedback, owedBy: { memberIds: askedToRate } }, context)]
      : [];
  return {
    proposal,
    handlings: [
      altered(handling, {
        state: 'REPLIED',
        replies: [...handling.replies, given],
        askedToRate,
        silence: null,
        contactDue: null,
        acknowledged: handling.acknowledged ?? { by: by.memberId, at },
      }),
    ],
    events: [
      { type: 'ProposalReplied', handlingId: handling.id, round, feedbackDueOn, toldTo: call.settings.jointReplyTo },
      deadlineMet(about, 'reply', round),
      ...contactMet(handling, 'waived'),
      ...asked,
    ],
  };
}
