import { type Authority, presidium } from '../proposal/authority.js';
import { type Policy, type PolicyContext, assertAllowed } from '../proposal/policy.js';
import { type Change, type Proposal, changed } from '../proposal/proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { PresidiumOutcome } from '../vocabulary/vocabulary.js';
import { type Meeting, isMotionPending, stepHeld } from './review-steps.js';
import { fateOf } from './review.js';

/** What the presidium decides about a proposal that the committee left to it. */
export interface PresidiumDecision extends Meeting {
  readonly outcome: PresidiumOutcome;
  /** Needed where it is not filed; the proposer is told. */
  readonly reason: string | null;
}

export const DECIDE: Policy = { action: 'decide', who: presidium, from: ['PRESIDIUM'] };

/**
 * The presidium files what the committee passed on to it (DOMAIN 5, TO_PRESIDIUM), does not file it, or puts it before the congress as a
 * motion (议案). While the congress has not voted, it may still take it off the agenda by deciding itself.
 * @throws `proposals.not-the-presidium`, `proposals.wrong-state`, `proposals.motion-pending`, `proposals.reason-required`,
 *   `proposals.meeting-in-the-future`
 */
export function decide(
  proposal: Proposal,
  by: Authority,
  { outcome, reason, ...meeting }: PresidiumDecision,
  context: PolicyContext,
): Change {
  assertAllowed(DECIDE, proposal, by, context);
  if (outcome === 'MOTION' && isMotionPending(proposal)) throw ProposalErrors.motionPending();
  const given = reason?.trim() || null;
  if (given === null && outcome === 'NOT_FILED') throw ProposalErrors.reasonRequired();
  const decides = outcome !== 'MOTION';
  const step = stepHeld(proposal, by, meeting, { body: 'PRESIDIUM', outcome, decides, reason: given }, context);
  const reviewSteps = [...proposal.reviewSteps, step];
  return outcome === 'MOTION'
    ? changed(proposal, { reviewSteps }, { type: 'MotionProposed', reason: given })
    : changed(proposal, { ...fateOf(outcome), reviewSteps }, { type: 'ProposalReviewed', body: 'PRESIDIUM', outcome, reason: given });
}

/** What the congress decided about a motion by its vote: adopted, it is filed, else it is not. Null where no motion is pending. */
export function settleMotion(proposal: Proposal, isAdopted: boolean, { at, calendar }: PolicyContext): Change | null {
  if (!isMotionPending(proposal)) return null;
  const outcome = isAdopted ? 'FILED' : 'NOT_FILED';
  const step = {
    body: 'CONGRESS',
    metOn: calendar.dayOf(at),
    present: [],
    concerned: [],
    opinion: null,
    outcome,
    decides: true,
    reason: null,
    by: null,
    at,
  } as const;
  const reviewSteps = [...proposal.reviewSteps, step];
  return changed(proposal, { ...fateOf(outcome), reviewSteps }, { type: 'ProposalReviewed', body: 'CONGRESS', outcome, reason: null });
}
