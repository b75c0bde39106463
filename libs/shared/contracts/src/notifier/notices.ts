/**
 * What a notice may say: named after the event that causes it, or, where one event means different things to different
 * people, after what is now theirs to do. Web and mail word each of them. The fields are those of its `params`.
 */
export const NOTICES = {
  'congress.session-opened': ['session'],
  'congress.session-closed': ['session'],
  'congress.delegate-seated': ['session', 'kind'],
  'congress.delegate-unseated': ['session'],
  'congress.office-assigned': ['office'],
  'congress.sign-in-locked': ['member'],
  'congress.sign-in-unlocked': [],
  'congress.sign-in-code-given': ['by'],
  'congress.first-password-set': [],
  'congress.mail-changed': ['by'],
  'congress.password-set': [],
  'proposals.call-opened': ['session', 'closesAt'],
  'proposals.call-extended': ['session', 'closesAt'],
  'proposals.call-closed': ['session'],
  'proposals.seconder-invited': ['subject', 'proposer'],
  'proposals.seconding-to-confirm': ['subject', 'proposer'],
  'proposals.proposal-seconded': ['subject', 'seconder', 'seconders'],
  'proposals.seconding-declined': ['subject', 'member', 'seconders'],
  'proposals.seconding-taken-back': ['subject', 'member', 'seconders'],
  'proposals.proposal-withdrawn': ['subject', 'docketNo', 'proposer', 'reason'],
  'proposals.lead-taken': ['subject', 'docketNo', 'proposer', 'former'],
  'proposals.proposal-submitted': ['subject'],
  'proposals.proposal-to-review': ['subject', 'proposer'],
  'proposals.proposal-reviewed': ['subject', 'docketNo', 'outcome', 'reason'],
  'proposals.proposal-to-decide': ['subject', 'proposer', 'reason'],
  'proposals.presidium-decided': ['subject', 'docketNo', 'outcome', 'reason'],
  'proposals.congress-decided': ['subject', 'docketNo', 'outcome'],
  'proposals.motion-proposed': ['subject', 'reason'],
  'proposals.motion-to-vote': ['subject', 'proposer', 'reason'],
  'proposals.proposal-assigned': ['subject', 'docketNo', 'unit', 'dueOn'],
  'proposals.proposal-to-handle': ['subject', 'docketNo', 'dueOn'],
  'proposals.proposal-to-assist': ['subject', 'docketNo', 'unit', 'dueOn'],
  'proposals.proposal-replied': ['subject', 'docketNo', 'unit', 'feedbackDueOn'],
  'proposals.proposal-replied-again': ['subject', 'docketNo', 'unit', 'round', 'feedbackDueOn'],
  'proposals.proposal-rated': ['subject', 'docketNo'],
  'proposals.proposal-rated-again': ['subject', 'docketNo', 'round'],
  'proposals.proposal-reopened': ['subject', 'docketNo', 'unit', 'dueOn'],
  'proposals.proposal-to-handle-again': ['subject', 'docketNo', 'dueOn'],
  'proposals.due-date-settled': ['subject', 'docketNo', 'unit', 'dueOn', 'before'],
  'proposals.proposal-closed': ['subject', 'docketNo'],
  'proposals.reply-due-soon': ['subject', 'docketNo', 'unit', 'dueAt'],
  'proposals.reply-overdue': ['subject', 'docketNo', 'unit', 'dueAt'],
  'proposals.feedback-due-soon': ['subject', 'docketNo', 'dueAt'],
  'proposals.feedback-overdue': ['subject', 'docketNo', 'dueAt'],
  'ballot.ballot-announced': ['title', 'kind'],
  'ballot.ballot-called-off': ['title', 'kind', 'reason'],
  'ballot.candidates-posted': ['title', 'untilOn'],
  'ballot.candidate-objection-raised': ['title'],
  'ballot.ballot-opened': ['title', 'kind'],
  'ballot.ballot-closed': ['title', 'kind'],
  'ballot.schedule-refused': ['title', 'kind'],
  'ballot.signatures-due': ['title', 'kind'],
  'ballot.result-declared': ['title', 'kind', 'status'],
  'ballot.result-approved': ['title', 'kind', 'reference'],
  'ballot.result-rejected': ['title', 'kind', 'reference', 'reason'],
  'ballot.result-published': ['title', 'kind', 'status'],
  'ballot.result-posted-until': ['title', 'kind', 'status', 'untilOn'],
  'ballot.objection-raised': ['title', 'kind'],
  'ballot.objection-answered': ['title', 'kind', 'outcome'],
  'ballot.result-annulled': ['title', 'kind', 'reason'],
  'ballot.approval-due-soon': ['title', 'dueAt'],
  'ballot.approval-overdue': ['title', 'dueAt'],
  'ballot.publication-due-soon': ['title', 'dueAt'],
  'ballot.publication-overdue': ['title', 'dueAt'],
} as const;

/** The stable code of a notice. */
export type NoticeCode = keyof typeof NOTICES;

/** The facts that the wording of a notice may use; one that does not apply is an empty text. */
export type NoticeParams<C extends NoticeCode = NoticeCode> = { readonly [F in (typeof NOTICES)[C][number]]: string | number };

/** The languages that notices are worded in, the house's own first. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
