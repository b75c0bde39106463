import { type Change, type Proposal, changed, latestReply } from './proposal.js';
import type { ProposalEvent } from './proposal.events.js';
import { ProposalErrors } from './proposal.errors.js';
import { type PolicyContext, type Policy, assertAllowed } from './policy.js';
import { type Authority, committee } from './authority.js';
import type { ClosingOutcome } from './vocabulary.js';

export const CLOSE: Policy = {
  action: 'close',
  who: committee,
  from: ['REPLIED', 'RATED'],
  precondition: (proposal, _by, { at, calendar }) => {
    const dueOn = proposal.state === 'REPLIED' ? latestReply(proposal)?.feedbackDueOn : null;
    return dueOn && calendar.dayOf(at) <= dueOn ? ProposalErrors.feedbackPending(dueOn) : null;
  },
};

/**
 * Closes the matter (办结): a suggestion once it is answered, a proposal once it is rated, or when the time for rating
 * has passed in silence, which is then in no statistics of satisfaction.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.feedback-pending`
 */
export function close(proposal: Proposal, by: Authority, outcome: ClosingOutcome | null, context: PolicyContext): Change {
  assertAllowed(CLOSE, proposal, by, context);
  const reply = latestReply(proposal);
  const silent: ProposalEvent[] =
    reply?.feedbackDueOn && !reply.rating ? [{ type: 'DeadlineMet', matter: 'feedback', round: reply.round }] : [];
  return changed(
    proposal,
    { state: 'CLOSED', closing: { outcome, by: by.memberId, at: context.at } },
    { type: 'ProposalClosed' },
    ...silent,
  );
}
