import { periodBy } from '@plenum/calendar';
import type { DomainError } from '@plenum/kernel';
import type { SettingChoice } from '../call/choices.js';
import type { ProposalSettings } from '../call/settings.js';
import { deadlineMet } from '../proposal/deadline.js';
import { type Handling, type Rating, altered, latestReply, roundUnderWay } from '../proposal/handling.js';
import type { Change } from '../proposal/proposal.js';
import type { ProposalEvent } from '../proposal/proposal.events.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { PolicyContext } from '../proposal/policy.js';
import { type Authority, leadProposer } from '../proposal/authority.js';
import { explanationMet, ratersOf, ratingOwed, withoutGone } from '../proposal/raters.js';
import { RATING_GRADES, type RatingGrade } from '../vocabulary/vocabulary.js';
import { replyOwed } from '../handling/assignment.js';
import { type HandlingInMatter, type HandlingPolicy, assertHandlingAllowed } from '../handling/policy.js';

/** How somebody found the handling: the attitude and the result, each on its own (DOMAIN 1.10), as far as the call asks for it. */
export interface Judgement {
  readonly attitude: RatingGrade | null;
  readonly result: RatingGrade | null;
  readonly comment: string | null;
}

export const RATE: HandlingPolicy = {
  action: 'rate',
  who: rater,
  from: ['REPLIED'],
  precondition: (matter, by, context) => {
    const { proposal, handling } = matter;
    if (proposal.track === 'SUGGESTION') return ProposalErrors.suggestionNotRated();
    const { silencePolicy } = context.call.settings;
    const dueOn = latestReply(handling)?.feedbackDueOn;
    // What is to be explained may be rated late instead.
    if (dueOn && isFeedbackOver(handling, context) && silencePolicy !== 'explain') return ProposalErrors.feedbackOver(dueOn);
    const awaited = handling.askedToRate ?? ratersOf(proposal, context.call.settings);
    return awaited.includes(by.memberId) ? null : ProposalErrors.ratedAlready();
  },
};

/** Null for whom the call asks to rate; otherwise the refusal. */
export function rater({ proposal }: HandlingInMatter, by: Authority, { call }: PolicyContext): DomainError | null {
  if (call.settings.ratedBy === 'lead') return leadProposer(proposal, by);
  return ratersOf(proposal, call.settings).includes(by.memberId) ? null : ProposalErrors.notARater();
}

/** The grades of a scale, the best first. */
export function gradesOf(scale: ProposalSettings['ratingScale']): readonly RatingGrade[] {
  return RATING_GRADES.slice(RATING_GRADES.length - scale);
}

/** Whether the last day for rating the latest reply is over; what time brings then is settled by whoever comes first. */
export function isFeedbackOver(handling: Handling, { at, calendar }: Pick<PolicyContext, 'at' | 'calendar'>): boolean {
  const dueOn = latestReply(handling)?.feedbackDueOn ?? null;
  return dueOn !== null && calendar.dayOf(at) > dueOn;
}

/** Whether the matter must be handled again: in either dimension, so that the unit does not learn in which. */
export function isDissatisfied({ attitude, result }: Pick<Rating, 'attitude' | 'result'>): boolean {
  return attitude === 'DISSATISFIED' || result === 'DISSATISFIED';
}

/**
 * Somebody who is asked to rates the latest reply of one handling, once; the others stay as they are. `given` are the ratings of this reply
 * until now. The last one that is awaited decides, and whoever has left meanwhile is not: a dissatisfied one among them opens another round
 * with its own clock (重新办理); in the last round of the call it escalates, and there is no further one by itself. Until then nothing tells
 * the unit who rated.
 * @throws `proposals.not-the-lead-proposer`, `proposals.not-a-rater`, `proposals.wrong-state`, `proposals.suggestion-not-rated`,
 *   `proposals.feedback-over`, `proposals.rated-already`, `proposals.incomplete`, `proposals.grade-not-offered`
 */
export function rate(
  matter: HandlingInMatter,
  by: Authority,
  judgement: Judgement,
  given: readonly Rating[],
  context: PolicyContext,
): Change {
  assertHandlingAllowed(RATE, matter, by, context);
  const { proposal, handling } = matter;
  const { id: handlingId } = handling;
  const { round } = latestReply(handling)!;
  const rating: Rating = { handlingId, round, ...asOffered(judgement, context.call.settings), by: by.memberId, at: context.at };
  const others = (handling.askedToRate ?? []).filter((id) => id !== by.memberId);
  const awaited = isFeedbackOver(handling, context) ? [] : withoutGone(others, proposal, by);
  const rated: ProposalEvent = { type: 'ProposalRated', handlingId, round, awaited: awaited.length };
  if (awaited.length > 0) {
    const owed = ratingOwed(handling, awaited, context)!;
    return { proposal, handlings: [altered(handling, { askedToRate: awaited })], rating, events: [rated, owed] };
  }
  const met = handling.askedToRate === null ? [] : [deadlineMet({ kind: 'handling', id: handlingId }, 'feedback', round)];
  const explained = explanationMet(handling, 'waived'); // By the rating itself.
  const next = judged(handling, [...given, rating], context);
  return { proposal, handlings: [next.handling], rating, events: [rated, ...met, ...explained, ...next.events] };
}

/** As far as the call asks for it, in its grades. */
function asOffered({ comment, ...grades }: Judgement, settings: ProposalSettings): Pick<Rating, 'attitude' | 'result' | 'comment'> {
  const { ratingDimensions, ratingScale } = settings;
  const missing = ratingDimensions.filter((dimension) => grades[dimension] === null);
  if (missing.length > 0) throw ProposalErrors.incomplete(missing);
  for (const dimension of ['attitude', 'result'] as const) assertOffered(dimension, grades[dimension], ratingDimensions, ratingScale);
  return { ...grades, comment: comment?.trim() || null };
}

function assertOffered(
  dimension: SettingChoice<'ratingDimensions'>,
  grade: RatingGrade | null,
  asked: ProposalSettings['ratingDimensions'],
  scale: ProposalSettings['ratingScale'],
): void {
  const offered = asked.includes(dimension) ? gradesOf(scale) : [];
  if (grade !== null && !offered.includes(grade)) throw ProposalErrors.gradeNotOffered(dimension, grade, offered);
}

/** A handling after its reply was judged, and what happened to it. */
export interface JudgedHandling {
  readonly handling: Handling;
  readonly events: readonly ProposalEvent[];
}

/** What these ratings of the latest reply, at least one, amount to. */
export function judged(handling: Handling, ratings: readonly Rating[], context: PolicyContext): JudgedHandling {
  const settled = { askedToRate: null, silence: null };
  if (!ratings.some(isDissatisfied)) return { handling: altered(handling, { ...settled, state: 'RATED' }), events: [] };
  const { id: handlingId } = handling;
  const { round } = latestReply(handling)!;
  return round < context.call.settings.maxRounds
    ? reopened({ ...handling, ...settled }, context)
    : { handling: altered(handling, { ...settled, state: 'ESCALATED' }), events: [{ type: 'HandlingEscalated', handlingId, round }] };
}

function reopened(handling: Handling, context: PolicyContext): JudgedHandling {
  const { call, at, calendar } = context;
  const due = periodBy(call.settings.rehandleDue, calendar.dayOf(at), calendar);
  const again = altered(handling, { state: 'IN_PROGRESS', due });
  return {
    handling: again,
    events: [
      { type: 'ProposalReopened', handlingId: handling.id, round: roundUnderWay(again), dueOn: due.dueOn },
      replyOwed(again, context),
    ],
  };
}
