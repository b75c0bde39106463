import type { Messages } from './messages.js';

type Owed = 'contact' | 'answer' | 'opinion-decision' | 'opinion-answer';

/** Mails about days by which units speak with proposers, requests are answered, and opinions decided on and answered. */
export const OWED_IN_ENGLISH: Pick<Messages['notices'], `proposals.${Owed}-${'due-soon' | 'overdue'}`> = {
  'proposals.answer-due-soon': {
    subject: 'A request waits for an answer: “{subject}”',
    text: 'Something was asked about the proposal[ {docketNo}] “{subject}”. Please answer by {dueAt}.',
  },
  'proposals.answer-overdue': {
    subject: 'A request is not answered: “{subject}”',
    text: 'Something that was asked about the proposal[ {docketNo}] “{subject}” was to be answered by {dueAt}, and is not.',
  },
  'proposals.opinion-decision-due-soon': {
    subject: 'An opinion waits for a decision: “{subject}”',
    text: 'What becomes of opinion {docketNo} “{subject}” is to be decided by {dueAt}.',
  },
  'proposals.opinion-decision-overdue': {
    subject: 'An opinion is not decided on: “{subject}”',
    text: 'What becomes of opinion {docketNo} “{subject}” was to be decided by {dueAt}, and is not.',
  },
  'proposals.opinion-answer-due-soon': {
    subject: 'An opinion waits for an answer: “{subject}”',
    text: 'Opinion {docketNo} “{subject}” is to be answered by {dueAt}.',
  },
  'proposals.opinion-answer-overdue': {
    subject: 'An opinion is not answered: “{subject}”',
    text: 'Opinion {docketNo} “{subject}” was to be answered by {dueAt}, and is not.',
  },
  'proposals.contact-due-soon': {
    subject: 'To speak with the proposer: “{subject}”',
    text: 'Please speak with the proposer of the proposal[ {docketNo}] “{subject}” by {dueAt}[, for {unit}], and log it.',
  },
  'proposals.contact-overdue': {
    subject: 'Proposer not contacted: “{subject}”',
    text: 'The proposer of the proposal[ {docketNo}] “{subject}” was to be spoken with[ by {unit}] by {dueAt}; nothing is logged.',
  },
};
