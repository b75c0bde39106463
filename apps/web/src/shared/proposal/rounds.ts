import type { Rating } from '@plenum/contracts';
import type { ProposalState, ProposalView } from '../../api/shapes.js';

const REPLY_IS_OWED: readonly ProposalState[] = ['ASSIGNED', 'IN_PROGRESS'];

/** Whether a unit owes a reply now: the first, or another one to a proposer who was not satisfied. */
export const isReplyOwed = ({ state }: { readonly state: ProposalState }): boolean => REPLY_IS_OWED.includes(state);

/** Whether it is handled once more, because its proposer was not satisfied with the reply. */
export const isHandledAgain = (proposal: Pick<ProposalView, 'state' | 'replies'>): boolean =>
  isReplyOwed(proposal) && proposal.replies.length > 0;

/** Whether a rating finds the reply wanting, in either dimension, as far as it is given. */
export const isDissatisfied = (rating: { readonly attitude?: Rating; readonly result?: Rating } | null | undefined): boolean =>
  rating?.attitude === 'DISSATISFIED' || rating?.result === 'DISSATISFIED';
