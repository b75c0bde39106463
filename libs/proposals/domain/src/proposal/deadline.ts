import type { DeadlineMatter, DeadlineMetEvent, DeadlineSetEvent, DeadlineSubject } from './proposal.events.js';
import type { PolicyContext } from './policy.js';

const DAY_MS = 86_400_000;

/** Something owed by the end of a day. */
export type Deadline = Omit<DeadlineSetEvent, 'type' | 'dueAt' | 'remindAt'>;

/** The fact that a deadline runs: until 24:00 of its day, with a reminder as many days before as the call says. */
export function deadlineSet(deadline: Deadline, { call, calendar }: PolicyContext): DeadlineSetEvent {
  const dueAt = calendar.endOf(deadline.dueOn);
  const remindAt = new Date(dueAt.getTime() - call.settings.remindBeforeDays * DAY_MS);
  return { type: 'DeadlineSet', ...deadline, dueAt, remindAt };
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
