import { BALLOT_DEADLINE_MATTERS } from './ballot/vocabulary.js';
import { CONGRESS_DEADLINE_MATTERS, OFFICES } from './congress/vocabulary.js';
import { DEADLINE_MATTERS } from './proposals/vocabulary.js';
import { count, id, instant, integer, listOf, nullable, oneOf, shape, text } from './shape.js';

/** What something may be owed on, by the page that shows it. */
export const DEADLINE_SUBJECTS = ['proposal', 'opinion', 'ballot', 'duty'] as const;
export type DeadlineSubject = (typeof DEADLINE_SUBJECTS)[number];

/** Who is reminded: who owes it, the head of their unit, the leader in charge of that, and who chases it. */
export const DEADLINE_HEARERS = ['debtor', 'head', 'leader', 'committee'] as const;
export type DeadlineHearer = (typeof DEADLINE_HEARERS)[number];

/** The most steps of one deadline. */
const STEPS_MAX = 60;

/** Who is reminded when. A step is known by its working days after the last day, less than nothing before it: it is told once a due day. */
const step = shape({ workingDays: integer, at: instant, hears: listOf(oneOf(DEADLINE_HEARERS), DEADLINE_HEARERS.length) });

/** `title` is empty where it is confidential; `docketNo` where it has one. */
const set = shape({
  organisationId: id,
  /** Null where the committee that looks after it is bound to no session. */
  sessionId: nullable(id),
  deadlineId: id,
  about: shape({ kind: oneOf(DEADLINE_SUBJECTS), id, title: text }),
  docketNo: nullable(text),
  matter: oneOf([...DEADLINE_MATTERS, ...BALLOT_DEADLINE_MATTERS, ...CONGRESS_DEADLINE_MATTERS]),
  round: count,
  dueAt: instant,
  /** The earliest first. */
  steps: listOf(step, STEPS_MAX),
  /** These members, the people of this unit, and whoever holds these offices of the session. */
  owedBy: shape({ memberIds: listOf(id), unitId: nullable(id), offices: listOf(oneOf(OFFICES), OFFICES.length) }),
  /** The offices of those who see to it that it is done. */
  chasedBy: listOf(oneOf(OFFICES), OFFICES.length),
});
const over = shape({ organisationId: id, deadlineId: id });

/**
 * What is owed by when, that it stands, and that it is no longer owed: the same of every service, reminders are made of these. A deadline
 * is set again where something of it changes, or where it runs on.
 */
export const deadlineEventsOf = <const P extends string>(publisher: P) =>
  ({
    [`${publisher}.deadline-set.v2`]: set,
    [`${publisher}.deadline-stopped.v2`]: over,
    [`${publisher}.deadline-met.v2`]: over,
  }) as Record<`${P}.deadline-set.v2`, typeof set> & Record<`${P}.deadline-${'stopped' | 'met'}.v2`, typeof over>;
