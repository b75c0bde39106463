import { type CivilDate, dueDate } from '@plenum/calendar';
import type { DomainError } from '@plenum/kernel';
import { signersOf } from '../merging/merging.js';
import { leadProposer } from '../proposal/authority.js';
import type { PolicyContext } from '../proposal/policy.js';
import { changed, type Proposal } from '../proposal/proposal.js';
import { decisionOf, stepHeld } from '../review/review-steps.js';
import { fateOf } from '../review/review.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { ReviewOutcome } from '../vocabulary/vocabulary.js';
import type { RequestRule } from './request-rule.js';

/**
 * Its proposer asks the committee to look once more at a proposal that it did not file (复议; L25 is the model), within the period of the
 * call. It stays not filed, or is filed or passed on as a suggestion after all: a step of the review like any other, so that its number
 * follows the last one given. What was upheld is not looked at again, and what the presidium or the congress decided is final.
 */
export const RECONSIDERATION: RequestRule = {
  action: 'reconsideration',
  who: ({ proposal }, by) => leadProposer(proposal, by),
  from: ['NOT_FILED'],
  precondition: ({ proposal }, _by, context) => standsFirm(proposal) ?? tooLate(proposal, context),
  readWish: () => ({}),
  askings: (proposal) => [{ proposal, owedBy: { who: 'committee' } }],
  due: ({ call }) => call.settings.reconsiderationWithin,
  isReasonAsked: true,
  outcomes: ['NOT_FILED', 'FILED', 'SUGGESTION'],
  reasonedOutcomes: ['NOT_FILED'],
  isClockStopped: false,
  blocks: ['reconsideration'],
  isOpenTo: (_request, concerned, by) => [...concerned.values()].some((proposal) => signersOf(proposal).includes(by.memberId)),
  onAnswered: ({ settled, concerned }, by, context) => {
    const { reason } = settled.answered!;
    const outcome = settled.answered!.outcome as ReviewOutcome; // One of those above.
    if (outcome !== 'NOT_FILED' && !context.call.settings.reviewOutcomes.includes(outcome)) throw ProposalErrors.outcomeNotOffered(outcome);
    const proposal = concerned.get(settled.proposalId)!;
    const step = stepHeld(proposal, by!, {}, { body: 'COMMITTEE', outcome, decides: true, reason }, context);
    const reviewed = { type: 'ProposalReviewed', body: 'COMMITTEE', outcome, reason } as const;
    const change = changed(proposal, { ...fateOf(outcome), reviewSteps: [...proposal.reviewSteps, step] }, reviewed);
    return { requests: [], proposals: [{ ...change, action: 'reconsider-proposal' }] };
  },
};

/** The last day on which its proposer may ask for it; null of what is not decided. */
function reconsiderableUntil(proposal: Proposal, { call, calendar }: Pick<PolicyContext, 'call' | 'calendar'>): CivilDate | null {
  const decision = decisionOf(proposal);
  return decision && dueDate(call.settings.reconsiderationWithin, calendar.dayOf(decision.at), calendar).dueOn;
}

/** Only a committee that upheld its decision takes two in a row not to file it. */
function standsFirm({ reviewSteps }: Proposal): DomainError | null {
  const [last, before] = reviewSteps.filter(({ decides }) => decides).toReversed();
  const isFinal = last?.body !== 'COMMITTEE' || before?.outcome === 'NOT_FILED';
  return isFinal ? ProposalErrors.decisionFinal() : null;
}

function tooLate(proposal: Proposal, context: PolicyContext): DomainError | null {
  const until = reconsiderableUntil(proposal, context);
  return until !== null && context.calendar.dayOf(context.at) > until ? ProposalErrors.reconsiderationTooLate(until) : null;
}
