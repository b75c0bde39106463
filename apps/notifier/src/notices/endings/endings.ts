import type { EventData, EventName, NoticeCode, NoticeEnd } from '@plenum/contracts';

/** The ids by which it is known what a notice is about; each is a field of the event that caused it. */
export const ABOUT_FIELDS = [
  'proposalId',
  'handlingId',
  'requestId',
  'deadlineId',
  'callId',
  'commitmentId',
  'opinionId',
  'ballotId',
] as const;
export type AboutField = (typeof ABOUT_FIELDS)[number];

type Key<N extends EventName> = AboutField & keyof EventData<N>;
/** How an event ends a notice that is about the same thing and was caused before it. */
export interface Ending<N extends EventName> {
  /** Of the thing that both are about. Where an event of before does not carry it, its proposal is meant. */
  readonly by: Key<N>;
  readonly how: NoticeEnd | ((data: EventData<N>) => NoticeEnd);
  /** Whose notices alone; everybody's where it is left out. */
  readonly of?: (data: EventData<N>) => readonly string[];
  /** Until when it is due from now on, ISO 8601: only what was told of another day is over. */
  readonly butDueAt?: (data: EventData<N>) => string;
  /** Who did it: to everybody else it was done by another. */
  readonly doneBy?: (data: EventData<N>) => string | null;
}
/** What ends a notice. */
export type Endings = { readonly [N in EventName]?: Ending<N> };

/** It only tells what happened: it asks for nothing, and is never over. */
const NEWS: Endings = {};

const WITHDRAWN: Endings = { 'proposals.proposal-withdrawn.v1': { by: 'proposalId', how: 'called-off' } };
const CLOSED: Endings = { 'proposals.proposal-closed.v1': { by: 'proposalId', how: 'ended' } };
const CALL_OVER: Endings = { 'proposals.call-closed.v1': { by: 'callId', how: 'ended' } };
const VOTE_OVER: Endings = {
  'ballot.ballot-closed.v1': { by: 'ballotId', how: 'ended' },
  'ballot.ballot-called-off.v1': { by: 'ballotId', how: 'called-off' },
  'ballot.result-annulled.v1': { by: 'ballotId', how: 'ended' },
};
const SIGNED_OR_NOT: Endings = {
  ...WITHDRAWN,
  'proposals.proposal-seconded.v1': { by: 'proposalId', how: 'done', of: ({ memberId }) => [memberId] },
  'proposals.seconding-declined.v1': { by: 'proposalId', how: 'done', of: ({ memberId }) => [memberId] },
  'proposals.proposal-submitted.v1': { by: 'proposalId', how: 'ended' },
};
const HANDLED: Endings = {
  ...WITHDRAWN,
  ...CLOSED,
  'proposals.proposal-replied.v1': { by: 'handlingId', how: 'done' },
  'proposals.assignment-taken-away.v1': { by: 'handlingId', how: 'not-yours' },
};
const DECIDED: Endings = {
  ...WITHDRAWN,
  'proposals.presidium-decided.v1': { by: 'proposalId', how: 'done' },
};
const MET: Endings = {
  'proposals.deadline-met.v1': { by: 'deadlineId', how: 'done' },
  'proposals.deadline-met.v2': { by: 'deadlineId', how: 'done' },
  'proposals.deadline-stopped.v1': { by: 'deadlineId', how: 'ended' },
  'proposals.deadline-stopped.v2': { by: 'deadlineId', how: 'ended' },
  'proposals.deadline-set.v2': { by: 'deadlineId', how: 'ended', butDueAt: ({ dueAt }) => dueAt },
};
const BALLOT_MET: Endings = {
  'ballot.deadline-met.v1': { by: 'deadlineId', how: 'done' },
  'ballot.deadline-met.v2': { by: 'deadlineId', how: 'done' },
  'ballot.deadline-stopped.v2': { by: 'deadlineId', how: 'ended' },
  'ballot.deadline-set.v2': { by: 'deadlineId', how: 'ended', butDueAt: ({ dueAt }) => dueAt },
};
const DUTY_MET: Endings = {
  'congress.deadline-met.v2': { by: 'deadlineId', how: 'done' },
  'congress.deadline-stopped.v2': { by: 'deadlineId', how: 'ended' },
  'congress.deadline-set.v2': { by: 'deadlineId', how: 'ended', butDueAt: ({ dueAt }) => dueAt },
};
const RESULT_THERE: Endings = {
  'ballot.result-declared.v1': { by: 'ballotId', how: 'done' },
  'ballot.ballot-called-off.v1': { by: 'ballotId', how: 'called-off' },
  'ballot.result-annulled.v1': { by: 'ballotId', how: 'ended' },
};

/**
 * What ends each notice: it is then withdrawn from every way on which it was not sent yet, and the inbox says so. Every code has its line,
 * so that who adds a duty says what ends it.
 */
export const ENDINGS: { readonly [C in NoticeCode]: Endings } = {
  'congress.session-opened': NEWS,
  'congress.session-closed': NEWS,
  'congress.agenda-agreed': NEWS,
  'congress.agenda-adopted': NEWS,
  'congress.papers-sent': NEWS,
  'congress.duty-due-soon': DUTY_MET,
  'congress.duty-overdue': DUTY_MET,
  'congress.delegate-seated': NEWS,
  'congress.delegate-unseated': NEWS,
  'congress.office-assigned': NEWS,
  'congress.sign-in-locked': NEWS,
  'congress.sign-in-unlocked': NEWS,
  'congress.sign-in-code-given': NEWS,
  'congress.first-password-set': NEWS,
  'congress.mail-changed': NEWS,
  'congress.mobile-changed': NEWS,
  'congress.password-set': NEWS,
  'proposals.call-opened': CALL_OVER,
  'proposals.call-extended': CALL_OVER,
  'proposals.call-opened-all-year': CALL_OVER,
  'proposals.call-extended-all-year': CALL_OVER,
  'proposals.call-closed': NEWS,
  'proposals.seconder-invited': SIGNED_OR_NOT,
  'proposals.seconding-to-confirm': SIGNED_OR_NOT,
  'proposals.proposal-seconded': NEWS,
  'proposals.seconding-declined': NEWS,
  'proposals.seconding-taken-back': NEWS,
  'proposals.proposal-withdrawn': NEWS,
  'proposals.lead-taken': NEWS,
  'proposals.proposal-entered': NEWS,
  'proposals.endorsement-asked': {
    ...WITHDRAWN,
    'proposals.endorsement-settled.v1': { by: 'proposalId', how: ({ outcome }) => (outcome === 'LAPSED' ? 'ended' : 'done') },
  },
  'proposals.endorsement-settled': NEWS,
  'proposals.endorsement-due-soon': MET,
  'proposals.endorsement-overdue': MET,
  'proposals.proposal-submitted': NEWS,
  'proposals.proposal-to-review': { ...WITHDRAWN, 'proposals.proposal-reviewed.v1': { by: 'proposalId', how: 'done' } },
  'proposals.proposal-reviewed': NEWS,
  'proposals.proposal-to-decide': { ...DECIDED, 'proposals.motion-proposed.v1': { by: 'proposalId', how: 'done' } },
  'proposals.presidium-decided': NEWS,
  'proposals.congress-decided': NEWS,
  'proposals.motion-proposed': NEWS,
  'proposals.motion-to-vote': DECIDED,
  'proposals.proposal-assigned': NEWS,
  'proposals.proposal-to-handle': HANDLED,
  'proposals.proposal-to-assist': HANDLED,
  'proposals.proposal-replied': NEWS,
  'proposals.proposal-replied-again': NEWS,
  'proposals.proposal-rated': NEWS,
  'proposals.proposal-rated-again': NEWS,
  'proposals.proposal-reopened': NEWS,
  'proposals.handling-escalated': {
    ...CLOSED,
    'proposals.escalation-settled.v1': { by: 'handlingId', how: 'done' },
    'proposals.proposal-reopened.v1': { by: 'handlingId', how: 'done' },
  },
  'proposals.feedback-excluded': NEWS,
  'proposals.feedback-to-explain': CLOSED,
  'proposals.feedback-deemed-satisfied': NEWS,
  'proposals.feedback-left-to-others': NEWS,
  'proposals.escalation-settled': NEWS,
  'proposals.proposal-to-handle-again': HANDLED,
  'proposals.due-date-settled': NEWS,
  'proposals.due-date-fixed': NEWS,
  'proposals.proposal-closed': NEWS,
  'proposals.reply-due-soon': MET,
  'proposals.reply-overdue': MET,
  'proposals.answer-due-soon': MET,
  'proposals.answer-overdue': MET,
  'proposals.opinion-decision-due-soon': MET,
  'proposals.opinion-decision-overdue': MET,
  'proposals.opinion-answer-due-soon': MET,
  'proposals.opinion-answer-overdue': MET,
  'proposals.feedback-due-soon': MET,
  'proposals.feedback-overdue': MET,
  'proposals.contact-due-soon': MET,
  'proposals.contact-overdue': MET,
  'proposals.explanation-due-soon': MET,
  'proposals.explanation-overdue': MET,
  'proposals.request-made': {
    ...WITHDRAWN,
    ...CLOSED,
    'proposals.request-answered.v1': {
      by: 'requestId',
      how: ({ answeredBy }) => (answeredBy === null ? 'ended' : 'done'),
      doneBy: ({ answeredBy }) => answeredBy,
    },
    'proposals.request-taken-back.v1': { by: 'requestId', how: 'taken-back' },
  },
  'proposals.request-answered': NEWS,
  'proposals.request-taken-back': NEWS,
  'proposals.assignment-taken-away': NEWS,
  'proposals.assisting-unit-added': NEWS,
  'proposals.due-date-moved': NEWS,
  'proposals.merge-proposed': {
    ...WITHDRAWN,
    'proposals.merge-ended.v1': { by: 'proposalId', how: 'ended' },
    'proposals.proposals-merged.v1': { by: 'proposalId', how: 'done' },
  },
  'proposals.merge-ended': NEWS,
  'proposals.proposals-merged': NEWS,
  'proposals.merge-undone': NEWS,
  'proposals.commitment-made': { 'proposals.commitment-settled.v1': { by: 'commitmentId', how: 'done' } },
  'proposals.commitment-reported': {
    'proposals.commitment-returned.v1': { by: 'commitmentId', how: 'done' },
    'proposals.commitment-settled.v1': { by: 'commitmentId', how: 'done' },
    'proposals.commitment-carried.v1': { by: 'commitmentId', how: 'done' },
  },
  'proposals.commitment-returned': {
    'proposals.commitment-reported.v1': { by: 'commitmentId', how: 'done' },
    'proposals.commitment-settled.v1': { by: 'commitmentId', how: 'done' },
  },
  'proposals.commitment-done': NEWS,
  'proposals.commitment-explained': NEWS,
  'proposals.commitment-carried': NEWS,
  'proposals.commitment-due-soon': MET,
  'proposals.commitment-overdue': MET,
  'proposals.key-matter-set': NEWS,
  'proposals.case-owner-named': NEWS,
  'proposals.visit-logged': NEWS,
  'proposals.opinion-to-decide': { 'proposals.opinion-decided.v1': { by: 'opinionId', how: 'done' } },
  'proposals.opinion-accepted': NEWS,
  'proposals.opinion-declined': NEWS,
  'proposals.opinion-with-unit': NEWS,
  'proposals.opinion-kept-as-hint': NEWS,
  'proposals.opinion-to-answer': { 'proposals.opinion-replied.v1': { by: 'opinionId', how: 'done' } },
  'proposals.opinion-replied': NEWS,
  'proposals.opinion-judged': NEWS,
  'proposals.disclosure-asked': {
    ...WITHDRAWN,
    'proposals.disclosure-refused.v1': { by: 'proposalId', how: 'done' },
    'proposals.reply-disclosed.v1': { by: 'proposalId', how: 'done' },
  },
  'proposals.disclosure-refused': NEWS,
  'proposals.reply-disclosed': NEWS,
  'proposals.disclosure-withdrawn': NEWS,
  'proposals.proposal-awarded': NEWS,
  'proposals.unit-awarded': NEWS,
  'proposals.award-withdrawn': NEWS,
  'ballot.ballot-announced': VOTE_OVER,
  'ballot.ballot-called-off': NEWS,
  'ballot.candidates-posted': { ...VOTE_OVER, 'ballot.ballot-opened.v1': { by: 'ballotId', how: 'ended' } },
  'ballot.candidate-objection-raised': VOTE_OVER,
  'ballot.ballot-opened': VOTE_OVER,
  'ballot.ballot-closed': RESULT_THERE,
  'ballot.schedule-refused': { ...VOTE_OVER, 'ballot.ballot-opened.v1': { by: 'ballotId', how: 'done' } },
  'ballot.signatures-due': RESULT_THERE,
  'ballot.result-declared': NEWS,
  'ballot.result-approved': NEWS,
  'ballot.result-rejected': NEWS,
  'ballot.result-published': NEWS,
  'ballot.result-posted-until': NEWS,
  'ballot.objection-raised': NEWS,
  'ballot.objection-answered': NEWS,
  'ballot.result-annulled': NEWS,
  'ballot.approval-due-soon': BALLOT_MET,
  'ballot.approval-overdue': BALLOT_MET,
  'ballot.publication-due-soon': BALLOT_MET,
  'ballot.publication-overdue': BALLOT_MET,
  'notifier.announced': NEWS,
};
