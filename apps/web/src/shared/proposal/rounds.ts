import type { ProposalState, ProposalView } from '../../api/shapes.js';

const REPLY_IS_OWED: readonly ProposalState[] = ['ASSIGNED', 'IN_PROGRESS'];

/** Whether a unit owes a reply now: the first, or another one to a proposer who was not satisfied. */
export const isReplyOwed = ({ state }: { readonly state: ProposalState }): boolean => REPLY_IS_OWED.includes(state);

/** Whether it is handled once more, because its proposer was not satisfied with the reply. */
export const isHandledAgain = (proposal: Pick<ProposalView, 'state' | 'replies'>): boolean =>
  isReplyOwed(proposal) && proposal.replies.length > 0;
