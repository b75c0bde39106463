import { deadlineMet } from '../proposal/deadline.js';
import { altered, latestReply } from '../proposal/handling.js';
import { type Change, changed } from '../proposal/proposal.js';
import type { ProposalEvent } from '../proposal/proposal.events.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { PolicyContext } from '../proposal/policy.js';
import { type Authority, committee, ratingsSeenBy } from '../proposal/authority.js';
import type { ClosingOutcome } from '../vocabulary/vocabulary.js';
import { type HandlingInMatter, type HandlingPolicy, assertHandlingAllowed } from '../handling/policy.js';

export const END: HandlingPolicy = {
  action: 'end',
  who: committee,
  from: ['REPLIED', 'RATED', 'ESCALATED'],
  precondition: ({ handling }, _by, { at, calendar }) => {
    const dueOn = handling.state === 'REPLIED' ? latestReply(handling)?.feedbackDueOn : null;
    return dueOn && calendar.dayOf(at) <= dueOn ? ProposalErrors.feedbackPending(dueOn) : null;
  },
};

/** How the committee ends the work: what came of it, and the reason where one is needed. */
export interface Closure {
  readonly outcome: ClosingOutcome | null;
  readonly reason: string | null;
}

/**
 * Ends the work of a unit (办结): on a suggestion once it is answered, on a proposal once it is rated, or when the time for rating
 * has passed in silence, which is then in no statistics of satisfaction. Over a dissatisfied rating it takes a reason, and over any rating
 * of whoever may not see it: being asked for one would tell them. The matter closes with the last of its handlings.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.feedback-pending`, `proposals.reason-required`
 */
export function end(matter: HandlingInMatter, by: Authority, closure: Closure, context: PolicyContext): Change {
  assertHandlingAllowed(END, matter, by, context);
  const { proposal, handling } = matter;
  const { handlings, at } = context;
  const reason = closure.reason?.trim() || null;
  const isSilent = handling.state === 'REPLIED';
  const needsReason = handling.state === 'ESCALATED' || (!isSilent && ratingsSeenBy({ proposal, handlings }, by) !== 'all');
  if (needsReason && reason === null) throw ProposalErrors.reasonRequired();
  const { outcome } = closure;
  const ended = altered(handling, { state: 'ENDED', ending: { outcome, reason, by: by.memberId, at } });
  const reply = latestReply(handling);
  const about = { kind: 'handling', id: handling.id } as const;
  const silence: ProposalEvent[] = isSilent && reply?.feedbackDueOn ? [deadlineMet(about, 'feedback', reply.round, 'waived')] : [];
  const done: ProposalEvent = { type: 'HandlingEnded', handlingId: handling.id, outcome };
  const isLast = handlings.every(({ id, state }) => id === handling.id || state === 'ENDED');
  return isLast
    ? { ...changed(proposal, { state: 'CLOSED' }, done, { type: 'ProposalClosed' }, ...silence), handlings: [ended] }
    : { proposal, handlings: [ended], events: [done, ...silence] };
}
