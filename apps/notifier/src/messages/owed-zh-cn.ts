import type { Messages } from './messages.js';

type Owed = 'contact' | 'answer' | 'opinion-decision' | 'opinion-answer';

/** Mails about days by which units speak with proposers, requests are answered, and opinions decided on and answered. */
export const OWED_IN_CHINESE: Pick<Messages['notices'], `proposals.${Owed}-${'due-soon' | 'overdue'}`> = {
  'proposals.answer-due-soon': {
    subject: '征询待答复：《{subject}》',
    text: '[{docketNo} 号]提案《{subject}》有一项征询等您答复，请在 {dueAt} 前答复。',
  },
  'proposals.answer-overdue': {
    subject: '征询逾期未答复：《{subject}》',
    text: '[{docketNo} 号]提案《{subject}》有一项征询应于 {dueAt} 前答复，尚未答复。',
  },
  'proposals.opinion-decision-due-soon': {
    subject: '意见待处理：《{subject}》',
    text: '意见 {docketNo}《{subject}》应于 {dueAt} 前作出处理决定。',
  },
  'proposals.opinion-decision-overdue': {
    subject: '意见逾期未处理：《{subject}》',
    text: '意见 {docketNo}《{subject}》应于 {dueAt} 前作出处理决定，尚未处理。',
  },
  'proposals.opinion-answer-due-soon': {
    subject: '意见待答复：《{subject}》',
    text: '意见 {docketNo}《{subject}》应于 {dueAt} 前答复。',
  },
  'proposals.opinion-answer-overdue': {
    subject: '意见逾期未答复：《{subject}》',
    text: '意见 {docketNo}《{subject}》应于 {dueAt} 前答复，尚未答复。',
  },
  'proposals.contact-due-soon': {
    subject: '请联系提案人：《{subject}》',
    text: '请[{unit}]在 {dueAt} 前与[{docketNo} 号]提案《{subject}》的提案人联系，并记录联系情况。',
  },
  'proposals.contact-overdue': {
    subject: '尚未联系提案人：《{subject}》',
    text: '[{unit}]应在 {dueAt} 前联系[{docketNo} 号]提案《{subject}》的提案人，尚无联系记录。',
  },
};
