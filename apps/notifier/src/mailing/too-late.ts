import type { NoticeCode } from '@plenum/contracts';
import type { ClaimedDelivery } from './deliveries.repository.js';

/** Mails that ask to take part in a vote. */
const ASKING_TO_VOTE: readonly NoticeCode[] = ['ballot.ballot-announced', 'ballot.ballot-opened'];
/** Mails that ask for something until the instant of this fact. */
const ASKING_UNTIL: Partial<Record<NoticeCode, string>> = {
  'proposals.call-opened': 'closesAt',
  'proposals.call-extended': 'closesAt',
  'proposals.reply-due-soon': 'dueAt',
  'proposals.feedback-due-soon': 'dueAt',
  'proposals.explanation-due-soon': 'dueAt',
  'proposals.endorsement-due-soon': 'dueAt',
  'ballot.approval-due-soon': 'dueAt',
  'ballot.publication-due-soon': 'dueAt',
};

/** Why a mail that waited is not sent any more: what it asks for can be done no longer. Null where it is not late. */
export function tooLate(
  { code, params, isVoteOver }: Pick<ClaimedDelivery, 'code' | 'params' | 'isVoteOver'>,
  now: Date,
): 'vote-over' | 'time-over' | null {
  if (isVoteOver && ASKING_TO_VOTE.includes(code)) return 'vote-over';
  const until = ASKING_UNTIL[code];
  return until !== undefined && Date.parse(String(params[until] ?? '')) < now.getTime() ? 'time-over' : null;
}
