import { type CivilDate, daysBetween, plusDays } from './civil-date.js';
import { type DueDate, type DueRule, checkedDueRule, countedFrom, dueDate } from './due-rule.js';
import type { WorkingCalendar } from './working-calendar.js';

/** A stretch in which a period stood: the day on which it stops still counts, the day on which it resumes does not. */
export interface Stop {
  readonly from: CivilDate;
  /** Null while it stands. */
  readonly until: CivilDate | null;
}

/** A period that runs, with all that its last day follows from. */
export interface RunningPeriod extends DueDate {
  /** Null for a date that somebody set. */
  readonly rule: DueRule | null;
  /** The day from which it is counted, itself not counted. */
  readonly startedOn: CivilDate;
  /** The earliest first. */
  readonly stops: readonly Stop[];
  /** Until when it was before it was extended; null where it was not. What was extended stands, like any date that somebody set. */
  readonly extendedFrom: CivilDate | null;
}

/** A period by a rule. @throws as {@link dueDate} */
export function periodBy(rule: DueRule, startedOn: CivilDate, calendar: WorkingCalendar): RunningPeriod {
  return { ...dueDate(rule, startedOn, calendar), rule, startedOn, stops: [], extendedFrom: null };
}

/** A period until a date that somebody set. */
export function periodUntil(dueOn: CivilDate, startedOn: CivilDate): RunningPeriod {
  return { dueOn, provisional: false, rule: null, startedOn, stops: [], extendedFrom: null };
}

/** Whether it stands: nothing is owed until it runs on. */
export function isStopped({ stops }: Pick<RunningPeriod, 'stops'>): boolean {
  return stops.at(-1)?.until === null;
}

/** The period standing from the day on; one that stands already stays as it is. */
export function stopped<P extends Pick<RunningPeriod, 'stops'>>(period: P, on: CivilDate): P {
  return isStopped(period) ? period : { ...period, stops: [...period.stops, { from: on, until: null }] };
}

/**
 * The period running on from the day after. One in working days keeps what is left; one in days or months moves its end by the calendar
 * days that it stood; a date that somebody set, or the rule names, stays. One that runs stays as it is.
 */
export function resumed(period: RunningPeriod, on: CivilDate, calendar: WorkingCalendar): RunningPeriod {
  return isStopped(period) ? recounted(standsNoMore(period, on), calendar) : period;
}

/** The period with its stop over, this day the last of it; its end as it was. One that runs stays as it is. */
export function standsNoMore<P extends Pick<RunningPeriod, 'stops'>>(period: P, on: CivilDate): P {
  return { ...period, stops: period.stops.map((stop) => (stop.until === null ? { ...stop, until: on } : stop)) };
}

/** The period until another day, which was granted. */
export function extended<P extends { readonly dueOn: CivilDate | null; readonly extendedFrom: CivilDate | null }>(
  period: P,
  dueOn: CivilDate,
): P {
  return { ...period, dueOn, provisional: false, extendedFrom: period.extendedFrom ?? period.dueOn };
}

/** The period counted anew, once the holidays that it rested on are announced; what somebody set stays. @throws as {@link dueDate} */
export function recounted(period: RunningPeriod, calendar: WorkingCalendar): RunningPeriod {
  const { rule, startedOn, stops, extendedFrom } = period;
  if (rule === null || extendedFrom !== null) return period;
  if (rule.kind !== 'working-days') {
    return {
      ...period,
      ...countedFrom(
        checkedDueRule(rule),
        startedOn,
        stops.reduce((days, stop) => days + stood(stop), 0),
        calendar,
      ),
    };
  }
  return { ...period, ...workedOff(rule.n, startedOn, stops, calendar) };
}

/** Over the days that count: none from the day after a stop to the day on which it runs on. */
function workedOff(n: number, startedOn: CivilDate, stops: readonly Stop[], calendar: WorkingCalendar): DueDate {
  let [date, left, provisional] = [startedOn, n, false];
  while (left > 0) {
    date = plusDays(date, 1);
    const stands = stops.some(({ from, until }) => date > from && until !== null && date <= until);
    if (stands) continue;
    const kind = calendar.kindOf(date);
    provisional ||= kind.provisional;
    if (kind.working) left -= 1;
  }
  return { dueOn: date, provisional };
}

const stood = ({ from, until }: Stop): number => (until === null ? 0 : daysBetween(from, until));
