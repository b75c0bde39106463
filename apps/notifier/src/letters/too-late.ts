import type { NoticeCode } from '@plenum/contracts';
import type { NoticeInLetter } from './deliveries.repository.js';

/** Mails that ask for something until the instant of this fact. */
const ASKING_UNTIL: Partial<Record<NoticeCode, string>> = {
  'proposals.call-opened': 'closesAt',
  'proposals.call-extended': 'closesAt',
  'proposals.reply-due-soon': 'dueAt',
  'proposals.contact-due-soon': 'dueAt',
  'proposals.answer-due-soon': 'dueAt',
  'proposals.opinion-decision-due-soon': 'dueAt',
  'proposals.opinion-answer-due-soon': 'dueAt',
  'proposals.feedback-due-soon': 'dueAt',
  'proposals.explanation-due-soon': 'dueAt',
  'proposals.endorsement-due-soon': 'dueAt',
  'congress.duty-due-soon': 'dueAt',
  'ballot.approval-due-soon': 'dueAt',
  'ballot.publication-due-soon': 'dueAt',
};

/** Whether a mail that waited is not sent any more: its time is over, whoever says so or not. */
export function tooLate({ code, params }: Pick<NoticeInLetter, 'code' | 'params'>, now: Date): 'time-over' | null {
  const until = ASKING_UNTIL[code];
  return until !== undefined && Date.parse(String(params[until] ?? '')) < now.getTime() ? 'time-over' : null;
}
