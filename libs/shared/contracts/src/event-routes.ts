import type { EventName } from './events.js';

/** Who may hear an event: the services that keep an inbox. */
export const SUBSCRIBERS = ['congress', 'proposals', 'ballot', 'notifier'] as const;
export type Subscriber = (typeof SUBSCRIBERS)[number];

/** Everybody but the congress service, which tells. */
const EVERYBODY = ['proposals', 'ballot', 'notifier'] as const;

/** Who hears what: the map of the system. A service refuses to start when this and its reactions differ. */
export const EVENT_ROUTES = {
  'congress.organisation-founded.v1': EVERYBODY,
  'congress.unit-set-up.v1': EVERYBODY,
  'congress.calendar-set.v1': EVERYBODY,
  'congress.member-registered.v2': EVERYBODY,
  'congress.sign-ins-ended.v1': EVERYBODY,
  'congress.sign-in-locked.v1': ['notifier'],
  'congress.sign-in-unlocked.v1': ['notifier'],
  'congress.sign-in-code-given.v1': ['notifier'],
  'congress.account-reset.v1': ['ballot', 'notifier'],
  'congress.password-set.v1': ['notifier'],
  'congress.session-set-up.v1': EVERYBODY,
  'congress.session-opened.v1': EVERYBODY,
  'congress.session-closed.v1': EVERYBODY,
  'congress.delegation-formed.v1': EVERYBODY,
  'congress.delegate-seated.v1': EVERYBODY,
  'congress.delegate-unseated.v1': EVERYBODY,
  'congress.office-assigned.v1': EVERYBODY,
  'congress.office-relieved.v1': EVERYBODY,
  'congress.attendance-changed.v2': EVERYBODY,
  'proposals.call-opened.v1': ['notifier'],
  'proposals.call-extended.v1': ['notifier'],
  'proposals.call-closed.v1': ['notifier'],
  'proposals.seconder-invited.v1': ['notifier'],
  'proposals.text-changed.v1': ['notifier'],
  'proposals.proposal-seconded.v1': ['notifier'],
  'proposals.proposal-submitted.v1': ['notifier'],
  'proposals.proposal-reviewed.v1': ['notifier'],
  'proposals.proposal-assigned.v1': ['notifier'],
  'proposals.proposal-replied.v1': ['notifier'],
  'proposals.proposal-rated.v1': ['notifier'],
  'proposals.proposal-closed.v1': ['notifier'],
  'proposals.deadline-set.v1': ['notifier'],
  'proposals.deadline-met.v1': ['notifier'],
  'ballot.ballot-announced.v1': ['notifier'],
  'ballot.ballot-called-off.v1': ['notifier'],
  'ballot.candidates-posted.v1': ['notifier'],
  'ballot.candidate-objection-raised.v1': ['notifier'],
  'ballot.ballot-opened.v1': ['notifier'],
  'ballot.ballot-closed.v1': ['notifier'],
  'ballot.schedule-refused.v1': ['notifier'],
  'ballot.signatures-due.v1': ['notifier'],
  'ballot.result-declared.v1': ['notifier'],
  'ballot.result-approved.v1': ['notifier'],
  'ballot.result-rejected.v1': ['notifier'],
  'ballot.result-published.v2': ['notifier'],
  'ballot.objection-raised.v1': ['notifier'],
  'ballot.objection-answered.v1': ['notifier'],
  'ballot.result-annulled.v1': ['congress', 'proposals', 'notifier'],
  'ballot.motion-decided.v1': ['proposals'],
  'ballot.officers-elected.v1': ['congress'],
  'ballot.deadline-set.v1': ['notifier'],
  'ballot.deadline-met.v1': ['notifier'],
} as const satisfies Record<EventName, readonly Subscriber[]>;
