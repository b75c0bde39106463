import { jointProposersLeft, withdrawn, tooLateToWithdraw } from '../filing/submission.js';
import { leadProposer } from '../proposal/authority.js';
import { authorsOf } from '../merging/merging.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { takenBack } from './answering.js';
import type { Request } from './request.js';
import type { RequestRule } from './request-rule.js';

/**
 * A proposal into which others were merged is withdrawn by all who propose it jointly (DOMAIN 5, WITHDRAWN): its lead asks the others, and
 * when every one has consented it is withdrawn, for the reason that was given with the question. One who refuses, or says nothing where
 * silence is no consent, leaves it as it is; so does a unit that has replied meanwhile, where that is too late. Where what was merged was
 * the lead's own, or the others have left, there is nobody to ask: it is withdrawn like any other.
 */
export const WITHDRAWAL_CONSENT: RequestRule = {
  action: 'withdrawal-consent',
  who: ({ proposal }, by) => leadProposer(proposal, by),
  from: ['SUBMITTED', 'RETURNED', 'PRESIDIUM', 'ACCEPTED'],
  precondition: ({ proposal }, by, context) =>
    jointProposersLeft(proposal, by).length === 0 ? ProposalErrors.nothingMerged() : tooLateToWithdraw(proposal, context),
  readWish: () => ({}),
  askings: (proposal, _wish, _concerned, _context, _handling, by) =>
    jointProposersLeft(proposal, by).map((memberId) => ({ proposal, owedBy: { who: 'member', memberId } as const })),
  due: ({ call }) => call.settings.mergeConsentWithin,
  isReasonAsked: true,
  outcomes: ['CONSENTED', 'REFUSED'],
  reasonedOutcomes: ['REFUSED'],
  silence: ({ call }) => (call.settings.mergeSilence === 'consents' ? 'CONSENTED' : 'LAPSED'),
  isClockStopped: false,
  blocks: ['withdraw', 'review', 'decide', 'assign', 'undo-merge', 'merge-consent', 'withdrawal-consent'],
  isOpenTo: (_request, concerned, by) => [...concerned.values()].some((proposal) => authorsOf(proposal).includes(by.memberId)),
  onAnswered: ({ settled, batch, concerned }, answering, context) => {
    const proposal = concerned.get(settled.proposalId)!;
    const isInVain = settled.answered!.outcome !== 'CONSENTED' || tooLateToWithdraw(proposal, context) !== null;
    if (isInVain) return { requests: takenBack(batch, concerned), proposals: [] };
    const isAwaited = ({ answered, owedBy }: Request): boolean =>
      answered?.outcome !== 'CONSENTED' && !(owedBy.who === 'member' && answering?.gone.includes(owedBy.memberId));
    if (batch.some(isAwaited)) return null;
    const { by, reason } = settled.asked;
    const change = withdrawn(proposal, by, reason!, context);
    return { requests: takenBack(batch, concerned), proposals: [{ ...change, action: 'withdraw-jointly' }] };
  },
};
