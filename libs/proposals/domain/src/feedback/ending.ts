import { type Handling, altered, latestReply } from '../proposal/handling.js';
import { type Change, changed } from '../proposal/proposal.js';
import type { ProposalEvent } from '../proposal/proposal.events.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { PolicyContext } from '../proposal/policy.js';
import { type Authority, committee, ratingsSeenBy } from '../proposal/authority.js';
import { explanationMet, isToBeExplained, ratersOf } from '../proposal/raters.js';
import type { ClosingOutcome } from '../vocabulary/vocabulary.js';
import { type HandlingInMatter, type HandlingPolicy, assertHandlingAllowed } from '../handling/policy.js';
import { isFeedbackOver } from './rating.js';
import { lapse, silenceOn } from './silence.js';

export const END: HandlingPolicy = {
  action: 'end',
  who: committee,
  from: ['REPLIED', 'RATED'],
  precondition: ({ proposal, handling }, _by, context) => {
    const { askedToRate } = handling;
    const dueOn = latestReply(handling)?.feedbackDueOn;
    if (!dueOn || askedToRate === null) return null;
    // Where some have rated, time settles first what their ratings amount to.
    const hasRatings = ratersOf(proposal, context.call.settings).some((id) => !askedToRate.includes(id));
    return !isFeedbackOver(handling, context) || hasRatings ? ProposalErrors.feedbackPending(dueOn) : null;
  },
};

/** How the committee ends the work: what came of it, and the reason where one is needed. */
export interface Closure {
  readonly outcome: ClosingOutcome | null;
  readonly reason: string | null;
}

/**
 * Ends the work of a unit (办结): on a suggestion once it is answered, on a proposal once it is rated, or when the time for rating
 * has passed in silence, which is then no rating in any statistics. Over a silence that was to be explained and is not, it takes a reason,
 * and over any rating of whoever may not see it: being asked for one would tell them. The matter closes with the last of its handlings.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.feedback-pending`, `proposals.reason-required`
 */
export function end(matter: HandlingInMatter, by: Authority, closure: Closure, context: PolicyContext): Change {
  assertHandlingAllowed(END, matter, by, context);
  const { proposal, handling } = matter;
  const { handlings, at } = context;
  const reason = closure.reason?.trim() || null;
  const lapsed = handling.askedToRate === null ? [] : lapse(handling, false, context);
  const silence = handling.askedToRate === null ? handling.silence : silenceOn(handling, context);
  const isUnseen = handling.state === 'RATED' && silence === null && ratingsSeenBy({ proposal, handlings }, by) !== 'all';
  const isUnexplained = isToBeExplained({ ...handling, silence });
  if ((isUnseen || isUnexplained) && reason === null) throw ProposalErrors.reasonRequired();
  const { outcome } = closure;
  const done = altered(handling, { state: 'ENDED', askedToRate: null, silence, ending: { outcome, reason, by: by.memberId, at } });
  return ended(matter, done, context, [...lapsed, ...explanationMet(handling, 'waived')]);
}

/** The change by which a handling has ended; the matter closes with the last. */
export function ended(
  { proposal }: HandlingInMatter,
  handling: Handling,
  { handlings }: PolicyContext,
  besides: readonly ProposalEvent[],
): Change {
  const done: ProposalEvent = { type: 'HandlingEnded', handlingId: handling.id, outcome: handling.ending!.outcome };
  const isLast = handlings.every(({ id, state }) => id === handling.id || state === 'ENDED');
  return isLast
    ? { ...changed(proposal, { state: 'CLOSED' }, done, { type: 'ProposalClosed' }, ...besides), handlings: [handling] }
    : { proposal, handlings: [handling], events: [done, ...besides] };
}
