import { type CivilDate, type DueRule, type WorkingCalendar, dueDate } from '@plenum/calendar';
import type { BallotEvent, DeadlineMatter } from '../record/ballot.events.js';

const DAY_MS = 86_400_000;

/** How long before the end people are reminded: in time to ask the higher body once more, or to answer what is open. */
const REMIND_DAYS_BEFORE: Record<DeadlineMatter, number> = { approval: 3, publication: 1 };

/** The last day of a period that starts on the day of `from`, which is itself not counted, and the instant at which it is over. */
export interface LastDay {
  readonly on: CivilDate;
  readonly over: Date;
  readonly provisional: boolean;
}

/** @throws `calendar.year-not-covered` */
export function lastDayOf(rule: DueRule, from: Date, calendar: WorkingCalendar): LastDay {
  const { dueOn, provisional } = dueDate(rule, calendar.dayOf(from), calendar);
  return { on: dueOn, over: calendar.endOf(dueOn), provisional };
}

/** The fact that a period runs. Nothing happens of itself when it ends: people are told. */
export const deadlineSet = (matter: DeadlineMatter, dueAt: Date): BallotEvent => ({
  type: 'DeadlineSet',
  matter,
  dueAt,
  remindAt: new Date(dueAt.getTime() - REMIND_DAYS_BEFORE[matter] * DAY_MS),
});
