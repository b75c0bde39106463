import { type Change, type Proposal, changed } from '../proposal/proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { type PolicyContext, type Policy, assertAllowed } from '../proposal/policy.js';
import { type Authority, committee } from '../proposal/authority.js';
import type { ReviewOutcome } from '../vocabulary/vocabulary.js';
import { type Meeting, stepHeld, stepsUnderWay } from './review-steps.js';

/** What the committee found at one step of its review. */
export interface Decision extends Meeting {
  /** What it proposes; at the last step, what it decides. */
  readonly outcome: ReviewOutcome;
  /** Needed of the last step where it does not file; the proposer is told. */
  readonly reason: string | null;
  /** Another category than the proposer's; left out, theirs stays. */
  readonly category?: string | null;
}

export const REVIEW: Policy = { action: 'review', who: committee, from: ['SUBMITTED'] };

/** What needs a reason: whatever does not accept it. */
const WITH_REASON: readonly ReviewOutcome[] = ['NOT_FILED', 'RETURNED', 'PRESIDIUM'];

/**
 * Takes the next step of the review. The last that the call asks for decides: it files the proposal (立案), passes it on as a suggestion
 * (转达), declines to file it, returns it for revision, or leaves it to the presidium; the last three need a reason.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.outcome-not-offered` where the call has no such outcome,
 *   `proposals.reason-required`, `proposals.meeting-in-the-future`
 */
export function review(
  proposal: Proposal,
  by: Authority,
  { outcome, reason, category, ...meeting }: Decision,
  context: PolicyContext,
): Change {
  assertAllowed(REVIEW, proposal, by, context);
  const { settings } = context.call;
  const isOffered = settings.reviewOutcomes.includes(outcome) && (outcome !== 'PRESIDIUM' || settings.disputedReview !== 'committee');
  if (!isOffered) throw ProposalErrors.outcomeNotOffered(outcome);
  const nth = stepsUnderWay(proposal).length + 1;
  const decides = nth >= settings.reviewSteps.length;
  const given = reason?.trim() || null;
  if (decides && given === null && WITH_REASON.includes(outcome)) throw ProposalErrors.reasonRequired();
  const step = stepHeld(proposal, by, meeting, { body: 'COMMITTEE', outcome, decides, reason: given }, context);
  const content = { ...proposal.content, category: category?.trim() || proposal.content.category };
  const reviewSteps = [...proposal.reviewSteps, step];
  return decides
    ? changed(
        proposal,
        { ...fateOf(outcome), content, reviewSteps },
        { type: 'ProposalReviewed', body: 'COMMITTEE', outcome, reason: given },
      )
    : changed(proposal, { content, reviewSteps }, { type: 'ReviewStepTaken', step: nth, outcome });
}

/** What a decision makes of a proposal. */
export function fateOf(outcome: ReviewOutcome): Pick<Proposal, 'state'> & Partial<Pick<Proposal, 'track'>> {
  switch (outcome) {
    case 'FILED':
      return { state: 'ACCEPTED', track: 'PROPOSAL' };
    case 'SUGGESTION':
      return { state: 'ACCEPTED', track: 'SUGGESTION' };
    default:
      return { state: outcome };
  }
}
