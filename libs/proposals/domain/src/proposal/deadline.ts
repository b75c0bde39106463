import type { DeadlineMatter, DeadlineMetEvent, DeadlineMovedEvent, DeadlineSetEvent, DeadlineSubject } from './proposal.events.js';
import type { PolicyContext } from './policy.js';

const DAY_MS = 86_400_000;

/** Something owed by the end of a day. */
export type Deadline = Omit<DeadlineSetEvent, 'type' | 'dueAt' | 'remindAt'>;

/** By whose rules and days it runs. */
export type DeadlineContext = Pick<PolicyContext, 'call' | 'calendar'>;

/** The fact that a deadline runs: until 24:00 of its day, with a reminder as many days before as the call says. */
export function deadlineSet(deadline: Deadline, context: DeadlineContext): DeadlineSetEvent {
  return { type: 'DeadlineSet', ...deadline, ...timesOf(deadline, context) };
}

/** The fact that a deadline stands, runs on, or was moved; the deadline as it is then. */
export function deadlineMoved(type: DeadlineMovedEvent['type'], deadline: Deadline, context: PolicyContext): DeadlineMovedEvent {
  return { type, ...deadline, ...timesOf(deadline, context) };
}

function timesOf({ dueOn }: Deadline, { call, calendar }: DeadlineContext): Pick<DeadlineSetEvent, 'dueAt' | 'remindAt'> {
  const dueAt = calendar.endOf(dueOn);
  return { dueAt, remindAt: new Date(dueAt.getTime() - call.settings.remindBeforeDays * DAY_MS) };
}

/** The fact that nothing is owed any more: done, unless it is waived. */
export function deadlineMet(
  about: DeadlineSubject,
  matter: DeadlineMatter,
  round: number,
  fate: 'done' | 'waived' = 'done',
): DeadlineMetEvent {
  return { type: 'DeadlineMet', about, matter, round, ...(fate === 'waived' ? { waived: true } : {}) };
}
