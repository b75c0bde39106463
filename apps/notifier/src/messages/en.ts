import { ACCOUNT_IN_ENGLISH } from './account-en.js';
import { BALLOT_IN_ENGLISH } from './ballot-en.js';
import { FEEDBACK_IN_ENGLISH } from './feedback-en.js';
import type { Messages } from './messages.js';
import { OWED_IN_ENGLISH } from './owed-en.js';

/** Mails in English. */
export const ENGLISH: Messages = {
  greeting: 'Dear {name},',
  link: 'See it here:',
  linkLeftOut: '(address left out)',
  withheld: { subject: '(confidential)', proposer: 'The proposer' },
  footer:
    'This mail was sent automatically; please do not answer it. How and when you are told you choose under “Notifications” on the page “Inbox”.',
  several: { subject: '{count} messages: {first}, …', heading: 'you have {count} messages:' },
  digests: {
    daily: { subject: 'Your day: {count} message(s)', heading: 'what was gathered today, {count} message(s):' },
    weekly: { subject: 'Your week: {count} message(s)', heading: 'what was gathered this week, {count} message(s):' },
  },
  kindHeading: '* {kind} *',
  kinds: {
    duties: 'Your tasks',
    service: 'Served by rule',
    votes: 'Elections and votes',
    account: 'Your account',
    proposals: 'Course of proposals and opinions',
    'unit-matters': 'Unit matters and promises',
    results: 'Postings and results',
    sessions: 'Sessions and calls',
    announcements: 'Announcements',
  },
  notices: {
    ...OWED_IN_ENGLISH,
    ...BALLOT_IN_ENGLISH,
    ...FEEDBACK_IN_ENGLISH,
    ...ACCOUNT_IN_ENGLISH,
    'congress.session-opened': { subject: '{session} has opened', text: '{session} has opened.' },
    'congress.session-closed': { subject: '{session} has closed', text: '{session} has closed.' },
    'congress.agenda-agreed': {
      subject: 'Draft agenda of {session}',
      text: 'The draft agenda of {session} (items: {items}) has been agreed with the school. Please read it before the session; the congress votes on it.',
    },
    'congress.duty-due-soon': {
      subject: 'Due soon: {title}',
      text: '“{title}” is due {dueAt}. Please see to it and record the evidence.',
    },
    'congress.duty-overdue': {
      subject: 'Overdue: {title}',
      text: '“{title}” was due {dueAt} and no evidence is recorded. Please see to it and record it late; the secretariat may waive it with a reason.',
    },
    'congress.agenda-adopted': {
      subject: 'The agenda of {session} is adopted',
      text: 'The congress has adopted the agenda of {session} (items: {items}).',
    },
    'congress.papers-sent': { subject: 'Papers of {session}', text: 'Please read the papers of {session} ({papers}) before it: {titles}.' },
    'congress.delegate-seated': { subject: 'You are a {kind} of {session}', text: 'You have been entered as a {kind} of {session}.' },
    'congress.delegate-unseated': { subject: 'You are no longer a delegate of {session}', text: 'Your seat in {session} has ended.' },
    'congress.office-assigned': { subject: 'You have been appointed {office}', text: 'You have been appointed {office}.' },
    'notifier.announced': { subject: '{title}', text: '{announcement}\n\nSent by {by}' },
    'proposals.call-opened': {
      subject: '{session} calls for proposals',
      text: '{session} calls for proposals; please submit yours by {closesAt}.',
    },
    'proposals.call-opened-all-year': {
      subject: '{session} calls for proposals',
      text: '{session} calls for proposals; there is no last day, they are taken at any time.',
    },
    'proposals.call-extended-all-year': {
      subject: '{session} goes on taking proposals',
      text: 'Proposals to {session} are taken at any time from now on.',
    },
    'proposals.call-extended': {
      subject: '{session}: more time for proposals',
      text: 'Proposals to {session} may now be submitted until {closesAt}.',
    },
    'proposals.call-closed': { subject: '{session}: the call for proposals is over', text: 'The call for proposals to {session} is over.' },
    'proposals.seconder-invited': {
      subject: 'Please second “{subject}”',
      text: '{proposer} asks you to second the proposal “{subject}”. Only you can do so yourself.',
    },
    'proposals.seconding-to-confirm': {
      subject: 'Please confirm: the text of “{subject}” has changed',
      text: 'The text of the proposal “{subject}”, which you had seconded, has changed, and your signature no longer holds. Please read the new text and confirm in person. Lead proposer: {proposer}.',
    },
    'proposals.proposal-seconded': {
      subject: '{seconder} seconded “{subject}”',
      text: '{seconder} seconded your proposal “{subject}”; it now has {seconders} seconder(s).',
    },
    'proposals.seconding-declined': {
      subject: '{member} does not second “{subject}”',
      text: '{member} declined to second your proposal “{subject}”; it has {seconders} seconder(s).',
    },
    'proposals.seconding-taken-back': {
      subject: '{member} no longer seconds “{subject}”',
      text: '{member} took back their signature from your proposal “{subject}”; it has {seconders} seconder(s).',
    },
    'proposals.proposal-withdrawn': {
      subject: '“{subject}” was withdrawn',
      text: '{proposer} withdrew the proposal[ {docketNo}] “{subject}”; it is not handled any further.[ Reason: {reason}]',
    },
    'proposals.lead-taken': {
      subject: '“{subject}” has another lead proposer',
      text: '{former}, who led the proposal[ {docketNo}] “{subject}”, has left; {proposer} is its lead proposer now.',
    },
    'proposals.proposal-entered': {
      subject: 'Your paper form was entered: “{subject}”',
      text: 'The committee received the paper form “{subject}”, which you signed, on {receivedOn}; {by} entered it. If it differs from what you wrote, please tell the committee.',
    },
    'proposals.endorsement-asked': {
      subject: 'For your delegation to endorse: “{subject}”',
      text: 'The proposal “{subject}”[ of {proposer}] in your delegation is for you to review: endorsed it goes to the proposals committee, or you return it with a reason. Please decide by {dueOn}; after that it goes on without you.',
    },
    'proposals.endorsement-settled': {
      subject: '“{subject}”, the head of your delegation: {outcome}',
      text: 'What the head of the delegation said on the proposal “{subject}”, which you signed: {outcome}.[ Reason: {reason}]',
    },
    'proposals.endorsement-due-soon': {
      subject: 'Review due soon: “{subject}”',
      text: 'The proposal[ {docketNo}] “{subject}” of your delegation waits for your review until {dueAt}; after that it goes on to the proposals committee.',
    },
    'proposals.endorsement-overdue': {
      subject: 'Review past its day: “{subject}”',
      text: 'The head of the delegation had until {dueAt} to review the proposal[ {docketNo}] “{subject}”; it goes on to the proposals committee without.',
    },
    'proposals.proposal-submitted': {
      subject: '“{subject}” has been submitted',
      text: 'The proposal “{subject}”, which you signed, has been submitted and awaits its review.',
    },
    'proposals.proposal-to-review': {
      subject: 'Please review “{subject}”',
      text: '{proposer} submitted the proposal “{subject}” for the proposals committee to review.',
    },
    'proposals.proposal-reviewed': {
      subject: '“{subject}”: {outcome}',
      text: 'The proposal “{subject}” was reviewed: {outcome}.[ Docket number: {docketNo}.][ Reason: {reason}]',
    },
    'proposals.proposal-to-decide': {
      subject: 'For the presidium to decide: “{subject}”',
      text: 'The proposals committee leaves it to the presidium whether the proposal “{subject}” of {proposer} is filed.[ Reason: {reason}]',
    },
    'proposals.presidium-decided': {
      subject: '“{subject}”, by the presidium: {outcome}',
      text: 'The presidium decided on the proposal “{subject}”: {outcome}.[ Docket number: {docketNo}.][ Reason: {reason}]',
    },
    'proposals.congress-decided': {
      subject: '“{subject}”, by a vote: {outcome}',
      text: 'The congress voted on the motion made of the proposal “{subject}”: {outcome}.[ Docket number: {docketNo}.] The figures stand on its page.',
    },
    'proposals.motion-proposed': {
      subject: '“{subject}” becomes a motion',
      text: 'The presidium puts the proposal “{subject}” before the congress as a motion.[ Reason: {reason}]',
    },
    'proposals.motion-to-vote': {
      subject: 'A vote is to be prepared: “{subject}”',
      text: 'The presidium makes a motion of the proposal “{subject}” of {proposer}. Please prepare a resolution that names this proposal; the result returns to it by itself.[ Reason: {reason}]',
    },
    'proposals.proposal-assigned': {
      subject: '“{subject}” was assigned to {unit}',
      text: 'The proposal[ {docketNo}] “{subject}” was assigned to {unit}[, which is to reply by {dueOn}].',
    },
    'proposals.proposal-to-handle': {
      subject: 'Please handle “{subject}”',
      text: 'Your unit leads on the proposal[ {docketNo}] “{subject}”[; please reply by {dueOn}].',
    },
    'proposals.proposal-to-assist': {
      subject: 'Please assist with “{subject}”',
      text: '{unit} leads on the proposal[ {docketNo}] “{subject}”; your unit assists.[ The reply is due on {dueOn}.]',
    },
    'proposals.proposal-replied': {
      subject: '{unit} replied to “{subject}”',
      text: '{unit} replied to the proposal[ {docketNo}] “{subject}”.[ The lead proposer is asked to rate the reply by {feedbackDueOn}.]',
    },
    'proposals.proposal-replied-again': {
      subject: '{unit} replied again to “{subject}”',
      text: '{unit} gave reply no. {round} to the proposal[ {docketNo}] “{subject}”.[ The lead proposer is asked to rate it by {feedbackDueOn}.]',
    },
    'proposals.proposal-rated-again': {
      subject: '“{subject}” was rated again',
      text: 'Reply no. {round} to the proposal[ {docketNo}] “{subject}” was rated by its proposer.',
    },
    'proposals.proposal-rated': {
      subject: '“{subject}” was rated',
      text: 'The reply to the proposal[ {docketNo}] “{subject}” was rated by its proposer.',
    },
    'proposals.handling-escalated': {
      subject: 'The committee decides about “{subject}”',
      text: 'The proposer is not satisfied with reply no. {round} of {unit} to the proposal[ {docketNo}] “{subject}” either, and the unit is not asked again by itself. Call a meeting of both sides; the handling ends with its minutes and what came of it.',
    },
    'proposals.proposal-reopened': {
      subject: '“{subject}” is handled again',
      text: 'The proposal[ {docketNo}] “{subject}” goes into another round. {unit} handles it again and is to reply by {dueOn}.',
    },
    'proposals.proposal-to-handle-again': {
      subject: 'To handle again: “{subject}”',
      text: 'The proposals committee asks you to handle the proposal[ {docketNo}] “{subject}” again, and to reply by {dueOn}.',
    },
    'proposals.due-date-settled': {
      subject: 'The due date of “{subject}” is final',
      text: 'The public holidays are announced: the reply of {unit} to the proposal[ {docketNo}] “{subject}” is due on {dueOn} ({before} until now).',
    },
    'proposals.due-date-fixed': {
      subject: 'The reply to “{subject}” is due on {dueOn}',
      text: 'The next session is set up: the reply of {unit} to the proposal[ {docketNo}] “{subject}” is due by the end of {dueOn}[ ({before} until now)].',
    },
    'proposals.proposal-closed': { subject: '“{subject}” is closed', text: 'The proposal[ {docketNo}] “{subject}” is closed.' },
    'proposals.request-made': {
      subject: 'You are asked: {kind}, “{subject}”',
      text: '{by} asks you about the proposal[ {docketNo}] “{subject}”: {kind}.[ Reason: {reason}][ Please answer by {dueOn}.]',
    },
    'proposals.request-answered': {
      subject: '“{subject}”, {kind}: {outcome}',
      text: 'What you asked about the proposal[ {docketNo}] “{subject}” ({kind}) was answered[ by {by}]: {outcome}.[ It says: {reason}][ The reply is due by the end of {replyDueOn}.]',
    },
    'proposals.request-taken-back': {
      subject: 'No answer needed any more: “{subject}”',
      text: 'What you were asked about the proposal[ {docketNo}] “{subject}” ({kind}) was taken back; you need not answer.',
    },
    'proposals.assignment-taken-away': {
      subject: 'No longer yours to handle: “{subject}”',
      text: 'Another unit handles the proposal[ {docketNo}] “{subject}” instead; your unit need not reply.',
    },
    'proposals.assisting-unit-added': {
      subject: 'One more unit assists: “{subject}”',
      text: '{unit} assists with the proposal[ {docketNo}] “{subject}” too.',
    },
    'proposals.due-date-moved': {
      subject: 'The due date of “{subject}” has moved',
      text: 'The reply of {unit} to the proposal[ {docketNo}] “{subject}” is due by the end of {dueOn} ({before} until now).',
    },
    'proposals.merge-proposed': {
      subject: 'Please decide: merging into “{subject}”',
      text: 'The proposals committee suggests that {count} proposal(s) ({parts}) be merged into[ {docketNo}] “{subject}”. Each author is asked to consent, or to refuse with a reason.[ Please answer by {dueOn}.][ Reason: {reason}]',
    },
    'proposals.merge-ended': {
      subject: 'Not merged: “{subject}”',
      text: '{count} proposal(s) ({parts}) are not merged into[ {docketNo}] “{subject}”: {outcome}[ ({by})].[ Reason: {reason}] Every one of them goes on by itself.',
    },
    'proposals.proposals-merged': {
      subject: 'Merged into “{subject}”',
      text: '{count} proposal(s) ({parts}) have been merged into[ {docketNo}] “{subject}”. They keep their numbers, authors and signatures; you will hear of everything that becomes of “{subject}”.',
    },
    'proposals.merge-undone': {
      subject: 'No longer merged: “{subject}”',
      text: 'The proposals committee has undone the merging of {count} proposal(s) ({parts}) into[ {docketNo}] “{subject}”; each is again where it was.[ Reason: {reason}]',
    },
    'proposals.reply-due-soon': {
      subject: 'Reply due soon: “{subject}”',
      text: 'The reply[ of {unit}] to the proposal[ {docketNo}] “{subject}” is due on {dueAt}.',
    },
    'proposals.reply-overdue': {
      subject: 'Reply overdue: “{subject}”',
      text: 'The reply[ of {unit}] to the proposal[ {docketNo}] “{subject}” was due on {dueAt} and has not been given.',
    },
    'proposals.feedback-due-soon': {
      subject: 'Please rate “{subject}”',
      text: 'Please rate the reply to the proposal[ {docketNo}] “{subject}” by {dueAt}.',
    },
    'proposals.feedback-overdue': {
      subject: 'Rating overdue: “{subject}”',
      text: 'The rating of the reply to the proposal[ {docketNo}] “{subject}” was due on {dueAt} and has not been given.',
    },
    'proposals.explanation-due-soon': {
      subject: 'Please say why “{subject}” is not rated',
      text: 'The reply to the proposal[ {docketNo}] “{subject}” was not rated in time. Please say why, or rate it after all, by {dueAt}.',
    },
    'proposals.explanation-overdue': {
      subject: 'Explanation overdue: “{subject}”',
      text: 'Why the reply to the proposal[ {docketNo}] “{subject}” was not rated was to be said by {dueAt}.',
    },
    'proposals.commitment-made': {
      subject: 'Promised: “{subject}”',
      text: '{unit} owes by {dueOn} what was promised in reply to the proposal[ {docketNo}] “{subject}”. It stands in the ledger of commitments.',
    },
    'proposals.commitment-reported': {
      subject: 'To look at: a promise on “{subject}”',
      text: '{unit} says that a promise on the proposal[ {docketNo}] “{subject}” is settled, or asks to carry it on. Please accept or return it.',
    },
    'proposals.commitment-returned': {
      subject: 'Returned: a promise on “{subject}”',
      text: 'The committee does not accept what was reported of a promise on the proposal[ {docketNo}] “{subject}”. Reason: {reason}',
    },
    'proposals.commitment-done': {
      subject: 'Promise kept: “{subject}”',
      text: 'What {unit} promised on the proposal[ {docketNo}] “{subject}” is done; the committee accepted the evidence.',
    },
    'proposals.commitment-explained': {
      subject: 'Promise explained: “{subject}”',
      text: 'What {unit} promised on the proposal[ {docketNo}] “{subject}” could not be done; the committee accepted the explanation.',
    },
    'proposals.commitment-carried': {
      subject: 'Promise carried on: “{subject}”',
      text: 'What {unit} promised on the proposal[ {docketNo}] “{subject}” is carried on: due on {dueOn} ({before} until now).',
    },
    'proposals.commitment-due-soon': {
      subject: 'Promise due soon: “{subject}”',
      text: 'What[ {unit}] promised on the proposal[ {docketNo}] “{subject}” is due on {dueAt}.',
    },
    'proposals.commitment-overdue': {
      subject: 'Promise overdue: “{subject}”',
      text: 'What[ {unit}] promised on the proposal[ {docketNo}] “{subject}” was due on {dueAt} and is not settled.',
    },
    'proposals.key-matter-set': {
      subject: 'Key matter: “{subject}”',
      text: 'The committee made the proposal[ {docketNo}] “{subject}” a key matter. Reason: {reason}',
    },
    'proposals.case-owner-named': {
      subject: 'Your case: “{subject}”',
      text: 'You now look after the proposal[ {docketNo}] “{subject}” for the committee.',
    },
    'proposals.visit-logged': {
      subject: 'A visit on “{subject}”',
      text: '{member} looked how far the proposal[ {docketNo}] “{subject}” is, and wrote down what was found.',
    },
    'proposals.opinion-to-decide': {
      subject: 'In the opinion box: “{subject}”',
      text: 'Opinion {docketNo}, “{subject}”, came into the opinion box. Please decide what becomes of it.',
    },
    'proposals.opinion-accepted': {
      subject: '“{subject}” is taken on',
      text: 'The proposals committee took on what you put into the opinion box as number {docketNo}, “{subject}”, and will answer it itself.',
    },
    'proposals.opinion-with-unit': {
      subject: '“{subject}” is with a unit',
      text: 'What you put into the opinion box as number {docketNo}, “{subject}”, is with the unit that is to answer it. The unit does not learn whose it is.',
    },
    'proposals.opinion-kept-as-hint': {
      subject: '“{subject}” is kept as a hint for a proposal',
      text: 'What you put into the opinion box as number {docketNo}, “{subject}”, is kept as a hint for whoever writes a proposal. It is published without your name.',
    },
    'proposals.opinion-declined': {
      subject: '“{subject}” is not taken on',
      text: 'What you put into the opinion box as number {docketNo}, “{subject}”, is not taken on. Reason: {reason}',
    },
    'proposals.opinion-to-answer': {
      subject: 'Please answer “{subject}”',
      text: 'Opinion {docketNo}, “{subject}”, from the opinion box is with your unit. Please answer it by {dueOn}.',
    },
    'proposals.opinion-replied': {
      subject: '“{subject}” is answered',
      text: 'What you put into the opinion box as number {docketNo}, “{subject}”, is answered. Please say whether the answer helps; the unit that gave it does not learn what you say.',
    },
    'proposals.opinion-judged': {
      subject: 'The answer to “{subject}” was judged',
      text: 'Whoever put opinion {docketNo}, “{subject}”, into the box said whether the answer helps. Please have a look.',
    },
    'proposals.disclosure-asked': {
      subject: 'May “{subject}” be published?',
      text: 'The proposals committee wishes to publish the proposal[ {docketNo}] “{subject}” with its reply. Please say whether you consent, and what is to be kept back.',
    },
    'proposals.disclosure-refused': {
      subject: '“{subject}” may not be published',
      text: 'The proposer of[ {docketNo}] “{subject}” does not consent to its publication.',
    },
    'proposals.reply-disclosed': {
      subject: '“{subject}” is published',
      text: 'The proposal[ {docketNo}] “{subject}” and its reply can be read by every member of the organisation now.',
    },
    'proposals.disclosure-withdrawn': {
      subject: '“{subject}” is no longer published',
      text: 'The proposal[ {docketNo}] “{subject}” and its reply were taken out of what is published. Reason: {reason}',
    },
    'proposals.proposal-awarded': {
      subject: '“{subject}” is an excellent proposal',
      text: 'The proposal[ {docketNo}] “{subject}” is one of the excellent proposals of {session}.',
    },
    'proposals.unit-awarded': {
      subject: '{unit} handled excellently',
      text: '{unit} is one of the units that handled excellently in {session}.',
    },
    'proposals.award-withdrawn': {
      subject: 'The vote on “{subject}” was annulled',
      text: 'The vote by which the proposal[ {docketNo}] “{subject}” became one of the excellent proposals of {session} was annulled. Until another vote it is not on the list.',
    },
  },
  words: {
    DELEGATE: 'delegate',
    ATTENDEE: 'non-voting attendee',
    INVITEE: 'invited guest',
    PRESIDIUM: 'member of the presidium',
    SECRETARIAT: 'member of the secretariat',
    PROPOSALS_COMMITTEE: 'member of the proposals committee',
    UNIT_HANDLER: 'handler of your unit',
    UNIT_HEAD: 'head of your unit',
    LEADER_IN_CHARGE: 'leader in charge',
    SCRUTINEER: 'scrutineer',
    TELLER: 'teller',
    OBSERVER: 'observer',
    FILED: 'filed',
    SUGGESTION: 'passed on as a suggestion',
    NOT_FILED: 'not filed',
    RETURNED: 'returned for revision',
    TO_PRESIDIUM: 'left to the presidium',
    'merge-consent': 'consent to a merging',
    reconsideration: 'a request for reconsideration',
    'withdrawal-consent': 'consent to a withdrawal',
    objection: 'objection to the assignment',
    'add-unit': 'another unit beside',
    extension: 'more time to reply',
    clarification: 'clarification by the proposer',
    'routing-objection': 'objection to the unit',
    REASSIGNED: 'assigned to another unit',
    RETAINED: 'the assignment stands',
    GRANTED: 'granted',
    CLARIFIED: 'clarified',
    'assisting-opinion': 'an assisting opinion',
    countersign: 'your countersignature',
    'sign-off': 'your sign-off',
    'committee-audit': 'an audit of the reply',
    GIVEN: 'opinion given',
    CONSENTED: 'consented',
    REFUSED: 'refused',
    LAPSED: 'no answer in time',
    ENDORSED: 'endorsed',
    CALLED_OFF: 'called off by the committee',
    resolution: 'vote',
    election: 'election',
    appraisal: 'appraisal',
    poll: 'poll',
    inconsistent: 'the figures do not agree',
    'too-few-candidates': 'too few candidates',
    'no-quorum': 'no quorum',
    void: 'the vote is void',
    'too-few-votes': 'too few votes',
    passed: 'passed',
    'partly-passed': 'passed in part',
    'not-passed': 'not passed',
    decided: 'elected',
    'next-round': 'another round is needed',
    lots: 'to be decided by lot',
    counted: 'counted',
    UPHELD: 'upheld',
    DISMISSED: 'dismissed',
  },
};
