import type { Messages } from './messages.js';

type Told = 'feedback-excluded' | 'feedback-to-explain' | 'feedback-deemed-satisfied' | 'feedback-left-to-others' | 'escalation-settled';

/** Mails about replies that were not rated, or found wanting to the last. */
export const FEEDBACK_IN_ENGLISH: Pick<Messages['notices'], `proposals.${Told}`> = {
  'proposals.feedback-excluded': {
    subject: 'The time to rate “{subject}” is over',
    text: 'The time to rate the reply to the proposal[ {docketNo}] “{subject}” is over, and you did not: it is in no figure of satisfaction; reports count it as not rated.',
  },
  'proposals.feedback-to-explain': {
    subject: 'Why was “{subject}” not rated?',
    text: 'The time to rate the reply to the proposal[ {docketNo}] “{subject}” is over, and you did not. Please rate it late, or say why not.',
  },
  'proposals.feedback-deemed-satisfied': {
    subject: 'The time to rate “{subject}” is over',
    text: 'The time to rate the reply to the proposal[ {docketNo}] “{subject}” is over, and you did not: by the rules of this call that is taken as satisfied; reports count it apart from the ratings given.',
  },
  'proposals.feedback-left-to-others': {
    subject: 'The time to rate “{subject}” is over',
    text: 'The time to rate the reply to the proposal[ {docketNo}] “{subject}” is over, and you did not: the ratings of its other proposers count.',
  },
  'proposals.escalation-settled': {
    subject: 'The meeting about “{subject}” has settled it',
    text: 'On {metOn} the committee met the proposers and {unit} about the proposal[ {docketNo}] “{subject}”; its handling ends with that. The page of the proposal has the minutes and what came of it.',
  },
};
