import type { Rating } from '@plenum/contracts';
import type { HandlingView, ProposalState } from '../../api/shapes.js';

const REPLY_IS_OWED: readonly ProposalState[] = ['ASSIGNED', 'IN_PROGRESS'];

/** Whether a unit owes a reply now: the first, or another one to a proposer who was not satisfied. */
export const isReplyOwed = ({ state }: { readonly state: ProposalState | HandlingView['state'] }): boolean =>
  REPLY_IS_OWED.some((one) => one === state);

/** Whether a unit handles it once more, because its proposer was not satisfied with the reply. */
export const isHandledAgain = (handling: Pick<HandlingView, 'state' | 'replies'>): boolean =>
  isReplyOwed(handling) && handling.replies.length > 0;

/** Whether a rating finds the reply wanting, in either dimension, as far as it is given. */
export const isDissatisfied = (
  rating: { readonly attitude?: Rating | null; readonly result?: Rating | null } | null | undefined,
): boolean => rating?.attitude === 'DISSATISFIED' || rating?.result === 'DISSATISFIED';
