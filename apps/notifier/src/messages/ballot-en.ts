import type { BallotNotices } from './messages.js';

/** Mails about ballots and their results, in English. */
export const BALLOT_IN_ENGLISH: BallotNotices = {
  'ballot.ballot-called-off': {
    subject: 'Called off: {title}',
    text: 'The {kind} “{title}” is called off and will not be held. Reason: {reason}',
  },
  'ballot.ballot-announced': { subject: 'Announced: {title}', text: 'A {kind} will be held: {title}.' },
  'ballot.candidates-posted': {
    subject: 'Candidates posted: {title}',
    text: 'The candidates of “{title}” are posted. Anybody may object until {untilOn}.',
  },
  'ballot.candidate-objection-raised': {
    subject: 'An objection to answer: {title}',
    text: 'Somebody objects to a candidate of “{title}”. Please look into it and answer.',
  },
  'ballot.ballot-opened': { subject: 'Now open: {title}', text: 'The {kind} “{title}” is open; please vote.' },
  'ballot.ballot-closed': { subject: 'Voting ended: {title}', text: 'Voting in the {kind} “{title}” has ended; counting can begin.' },
  'ballot.schedule-refused': {
    subject: 'Not opened or closed as planned: {title}',
    text: 'The {kind} “{title}” could not be opened or closed at the time set for it; nothing was done. Please see why, and decide how to go on.',
  },
  'ballot.signatures-due': {
    subject: 'Please sign the count: {title}',
    text: 'Please check and sign the count of the {kind} “{title}”.',
  },
  'ballot.result-declared': { subject: 'Result: {title}', text: 'The result of the {kind} “{title}” has been declared: {status}.' },
  'ballot.result-approved': {
    subject: 'Approved: {title}',
    text: 'The higher body has approved the result of the {kind} “{title}” ({reference}). It is effective from now on.',
  },
  'ballot.result-rejected': {
    subject: 'Not approved: {title}',
    text: 'The higher body has not approved the result of the {kind} “{title}” ({reference}). Reason: {reason}',
  },
  'ballot.result-posted-until': {
    subject: 'Result posted: {title}',
    text: 'The result of the {kind} “{title}” is posted: {status}. Anybody may object until {untilOn}.',
  },
  'ballot.objection-raised': {
    subject: 'An objection to answer: {title}',
    text: 'Somebody objects to the result of the {kind} “{title}”. Please look into it and answer.',
  },
  'ballot.objection-answered': {
    subject: 'Your objection: {title}',
    text: 'Your objection to the result of the {kind} “{title}” was {outcome}.',
  },
  'ballot.result-annulled': { subject: 'Annulled: {title}', text: 'The {kind} “{title}” is annulled. Reason: {reason}' },
  'ballot.approval-due-soon': {
    subject: 'Approval due soon: {title}',
    text: 'The answer of the higher body to the result of “{title}” is due {dueAt}. Please follow it up and record it.',
  },
  'ballot.approval-overdue': {
    subject: 'Approval overdue: {title}',
    text: 'The answer of the higher body to the result of “{title}” was due {dueAt} and is not recorded.',
  },
  'ballot.publication-due-soon': {
    subject: 'Posting ends soon: {title}',
    text: 'The posting of the result of “{title}” ends {dueAt}. Please answer the objections that are open.',
  },
  'ballot.publication-overdue': {
    subject: 'Posting over: {title}',
    text: 'The posting of the result of “{title}” ended {dueAt}. Answer what is open; then it can be archived.',
  },
  'ballot.result-published': { subject: 'Result posted: {title}', text: 'The result of the {kind} “{title}” has been posted: {status}.' },
};
