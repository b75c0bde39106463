import { type Change, type Proposal, changed, latestReply } from '../proposal/proposal.js';
import type { ProposalEvent } from '../proposal/proposal.events.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { isDissatisfied } from './rating.js';
import { type PolicyContext, type Policy, assertAllowed } from '../proposal/policy.js';
import { type Authority, committee, maySeeRating } from '../proposal/authority.js';
import type { ClosingOutcome } from '../vocabulary/vocabulary.js';

export const CLOSE: Policy = {
  action: 'close',
  who: committee,
  from: ['REPLIED', 'RATED'],
  precondition: (proposal, _by, { at, calendar }) => {
    const dueOn = proposal.state === 'REPLIED' ? latestReply(proposal)?.feedbackDueOn : null;
    return dueOn && calendar.dayOf(at) <= dueOn ? ProposalErrors.feedbackPending(dueOn) : null;
  },
};

/** How the committee closes a matter: what came of it, and the reason where one is needed. */
export interface Closure {
  readonly outcome: ClosingOutcome | null;
  readonly reason: string | null;
}

/**
 * Closes the matter (办结): a suggestion once it is answered, a proposal once it is rated, or when the time for rating
 * has passed in silence, which is then in no statistics of satisfaction. Over a dissatisfied rating it takes a reason, and over any rating
 * of whoever may not see it: being asked for one would tell them.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.feedback-pending`, `proposals.reason-required`
 */
export function close(proposal: Proposal, by: Authority, closure: Closure, context: PolicyContext): Change {
  assertAllowed(CLOSE, proposal, by, context);
  const reply = latestReply(proposal);
  const reason = closure.reason?.trim() || null;
  const needsReason = reply?.rating && (isDissatisfied(reply.rating) || !maySeeRating(proposal, by, reply));
  if (needsReason && reason === null) throw ProposalErrors.reasonRequired();
  const silent: ProposalEvent[] =
    reply?.feedbackDueOn && !reply.rating ? [{ type: 'DeadlineMet', matter: 'feedback', round: reply.round }] : [];
  return changed(
    proposal,
    { state: 'CLOSED', closing: { outcome: closure.outcome, reason, by: by.memberId, at: context.at } },
    { type: 'ProposalClosed' },
    ...silent,
  );
}
