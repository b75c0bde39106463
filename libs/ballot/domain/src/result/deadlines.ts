import { type CivilDate, type DueRule, type Ladder, type WorkingCalendar, dueDate, ladderSteps } from '@plenum/calendar';
import type { BallotEvent, DeadlineMatter } from '../record/ballot.events.js';

const WEEKLY = { everyWorkingDays: 5, times: 4, hears: ['debtor'] } as const;

/**
 * When organisers are reminded: in time to ask the higher body once more, or to answer what is open; then that it is past. They have
 * nobody above them here.
 */
const LADDERS: Record<DeadlineMatter, Ladder> = {
  approval: { rungs: [-3, 0, 1].map((workingDays) => ({ workingDays, hears: ['debtor'] })), then: WEEKLY },
  publication: { rungs: [-1, 1].map((workingDays) => ({ workingDays, hears: ['debtor'] })), then: WEEKLY },
};

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
export const deadlineSet = (matter: DeadlineMatter, { on, over }: LastDay, calendar: WorkingCalendar): BallotEvent => ({
  type: 'DeadlineSet',
  matter,
  dueAt: over,
  steps: ladderSteps(LADDERS[matter], on, calendar),
});
