import { type Change, type Proposal, changed } from '../proposal/proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { type PolicyContext, type Policy, assertAllowed } from '../proposal/policy.js';
import { type Authority, committee } from '../proposal/authority.js';
import type { ReviewOutcome } from '../vocabulary/vocabulary.js';

/** What the committee decides. */
export interface Decision {
  readonly outcome: ReviewOutcome;
  readonly reason: string | null;
  /** Another category than the proposer's; left out, theirs stays. */
  readonly category?: string | null;
}

export const REVIEW: Policy = { action: 'review', who: committee, from: ['SUBMITTED'] };

/**
 * Files the proposal (立案), passes it on as a suggestion (转达), declines to file it, or returns it for revision.
 * The last two need a reason, which the proposer is told.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.outcome-not-offered` where the call has no such outcome,
 *   `proposals.reason-required`
 */
export function review(proposal: Proposal, by: Authority, { outcome, reason, category }: Decision, context: PolicyContext): Change {
  assertAllowed(REVIEW, proposal, by, context);
  if (!context.call.settings.reviewOutcomes.includes(outcome)) throw ProposalErrors.outcomeNotOffered(outcome);
  const given = reason?.trim() || null;
  if (given === null && (outcome === 'NOT_FILED' || outcome === 'RETURNED')) throw ProposalErrors.reasonRequired();
  const content = { ...proposal.content, category: category?.trim() || proposal.content.category };
  const fate = { FILED: { track: 'PROPOSAL' }, SUGGESTION: { track: 'SUGGESTION' }, NOT_FILED: {}, RETURNED: {} } as const;
  const decided = { outcome, reason: given, by: by.memberId, at: context.at };
  return changed(
    proposal,
    { state: outcome, ...fate[outcome], content, review: decided },
    { type: 'ProposalReviewed', outcome, reason: given },
  );
}
