import { periodBy } from '@plenum/calendar';
import { deadlineMet } from '../proposal/deadline.js';
import { type Handling, type Rating, altered, latestReply, roundUnderWay } from '../proposal/handling.js';
import type { Change } from '../proposal/proposal.js';
import type { ProposalEvent } from '../proposal/proposal.events.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { PolicyContext } from '../proposal/policy.js';
import { type Authority, leadProposer } from '../proposal/authority.js';
import type { RatingGrade } from '../vocabulary/vocabulary.js';
import { replyOwed } from '../handling/assignment.js';
import { type HandlingInMatter, type HandlingPolicy, assertHandlingAllowed } from '../handling/policy.js';

/** How the proposer found the handling: the attitude and the result, each on its own (DOMAIN 1.10). */
export interface Judgement {
  readonly attitude: RatingGrade;
  readonly result: RatingGrade;
  readonly comment: string | null;
}

export const RATE: HandlingPolicy = {
  action: 'rate',
  who: ({ proposal }, by) => leadProposer(proposal, by),
  from: ['REPLIED'],
  precondition: ({ proposal: { track } }) => (track === 'SUGGESTION' ? ProposalErrors.suggestionNotRated() : null),
};

/** Whether the matter must be handled again: in either dimension, so that the unit does not learn in which. */
export function isDissatisfied({ attitude, result }: Pick<Rating, 'attitude' | 'result'>): boolean {
  return attitude === 'DISSATISFIED' || result === 'DISSATISFIED';
}

/**
 * The lead proposer rates the latest reply of one handling, once; the others stay as they are. A dissatisfied rating opens another round
 * with its own clock (重新办理); in the last round of the call it escalates, and there is no further one by itself.
 * @throws `proposals.not-the-lead-proposer`, `proposals.wrong-state`, `proposals.suggestion-not-rated`
 */
export function rate(matter: HandlingInMatter, by: Authority, { attitude, result, comment }: Judgement, context: PolicyContext): Change {
  assertHandlingAllowed(RATE, matter, by, context);
  const { proposal, handling } = matter;
  const { id: handlingId } = handling;
  const { round } = latestReply(handling)!;
  const rating = { handlingId, round, attitude, result, comment: comment?.trim() || null, by: by.memberId, at: context.at };
  const next = judged(handling, rating, context);
  const rated: ProposalEvent[] = [
    { type: 'ProposalRated', handlingId, round },
    deadlineMet({ kind: 'handling', id: handlingId }, 'feedback', round),
  ];
  return { proposal, handlings: [next.handling], rating, events: [...rated, ...next.events] };
}

interface Judged {
  readonly handling: Handling;
  readonly events: readonly ProposalEvent[];
}

function judged(handling: Handling, rating: Rating, context: PolicyContext): Judged {
  if (!isDissatisfied(rating)) return { handling: altered(handling, { state: 'RATED' }), events: [] };
  const { id: handlingId } = handling;
  const { round } = rating;
  return round < context.call.settings.maxRounds
    ? reopened(handling, context)
    : { handling: altered(handling, { state: 'ESCALATED' }), events: [{ type: 'HandlingEscalated', handlingId, round }] };
}

function reopened(handling: Handling, context: PolicyContext): Judged {
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
