import type { CivilDate } from '@plenum/calendar';
import type { Authority } from '../proposal/authority.js';
import type { PolicyContext } from '../proposal/policy.js';
import { type Proposal, cosignersOf } from '../proposal/proposal.js';
import type { ReviewStep } from '../proposal/review-step.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { ReviewOutcome } from '../vocabulary/vocabulary.js';

/** What whoever enters a meeting tells of it; left out, it was held today by themselves. */
export interface Meeting {
  readonly metOn?: CivilDate;
  readonly present?: readonly string[];
  readonly opinion?: string | null;
}

type Reviewed = Pick<Proposal, 'reviewSteps'>;

/** The decision that stands: of the last step that decided. */
export function decisionOf({ reviewSteps }: Reviewed): (ReviewStep & { readonly outcome: ReviewOutcome }) | null {
  const decided = reviewSteps.filter((step): step is ReviewStep & { outcome: ReviewOutcome } => step.decides && step.outcome !== 'MOTION');
  return decided.at(-1) ?? null;
}

/** The steps since the last decision: those of the review that is under way. */
export function stepsUnderWay({ reviewSteps }: Reviewed): readonly ReviewStep[] {
  return reviewSteps.slice(reviewSteps.map(({ decides }) => decides).lastIndexOf(true) + 1);
}

/** Whether the presidium has put it before the congress, which has not voted on it yet. */
export function isMotionPending({ state, reviewSteps }: Pick<Proposal, 'state' | 'reviewSteps'>): boolean {
  return state === 'PRESIDIUM' && reviewSteps.at(-1)?.outcome === 'MOTION';
}

/** The step that a meeting took. @throws `proposals.meeting-in-the-future` */
export function stepHeld(
  proposal: Proposal,
  by: Authority,
  { metOn, present, opinion }: Meeting,
  decision: Pick<ReviewStep, 'body' | 'outcome' | 'decides' | 'reason'>,
  { at, calendar }: PolicyContext,
): ReviewStep {
  const today = calendar.dayOf(at);
  if (metOn !== undefined && metOn > today) throw ProposalErrors.meetingInTheFuture(metOn);
  const sat = [...new Set(present ?? [by.memberId])];
  const authors = [proposal.leadProposerId, ...cosignersOf(proposal)];
  return {
    ...decision,
    metOn: metOn ?? today,
    present: sat,
    concerned: sat.filter((memberId) => authors.includes(memberId)),
    opinion: opinion?.trim() || null,
    by: by.memberId,
    at,
  };
}
