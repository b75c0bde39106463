import { CalendarErrors } from './calendar.errors.js';
import { type CivilDate, civilDate, plusDays, plusMonths } from './civil-date.js';
import { PERIOD_MAX_DAYS, type Reached, type WorkingCalendar, assertPeriod } from './working-calendar.js';

/**
 * Where a period counted in days or months ends when its last day is not worked.
 * `after-holiday`: a public holiday moves it to the next working day, a plain weekend does not (the default);
 * `next-working-day`: any day off moves it, weekends too (the wide reading of 法定休假日, Civil Code art. 203);
 * `as-it-falls`: nothing moves it.
 */
export type LastDay = 'after-holiday' | 'next-working-day' | 'as-it-falls';

/** When something is due, as rules word it: on a date, or so long after a start, whose own day is not counted. */
export type DueRule =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'working-days'; readonly n: number }
  | { readonly kind: 'days' | 'months'; readonly n: number; readonly lastDay?: LastDay };

/** The last day of a rule, and whether a holiday notice that is not out yet may still move it. */
export interface DueDate {
  readonly dueOn: CivilDate;
  readonly provisional: boolean;
}

/**
 * The last day on which what started on `startedOn` is in time; a fixed date stands as it is, holiday or not.
 * @throws `calendar.no-such-date`, `calendar.not-a-period`, `calendar.year-not-covered`
 */
export function dueDate(rule: DueRule, startedOn: CivilDate, calendar: WorkingCalendar): DueDate {
  return countedFrom(checkedDueRule(rule), startedOn, 0, calendar);
}

/** The same with its end moved by calendar days, before the last day is looked at; a fixed date stays, and so do working days. */
export function countedFrom(rule: DueRule, startedOn: CivilDate, movedBy: number, calendar: WorkingCalendar): DueDate {
  const { date, provisional } = reached(rule, startedOn, movedBy, calendar);
  return { dueOn: date, provisional };
}

/** The rule itself when it is sound. @throws `calendar.no-such-date`, `calendar.not-a-period` */
export function checkedDueRule(rule: DueRule): DueRule {
  if (rule.kind === 'date') civilDate(rule.date);
  else assertPeriod(rule.n);
  if (rule.kind === 'months' && rule.n > PERIOD_MAX_DAYS / 30.5) throw CalendarErrors.notAPeriod(rule.n);
  return rule;
}

function reached(rule: DueRule, startedOn: CivilDate, movedBy: number, calendar: WorkingCalendar): Reached {
  switch (rule.kind) {
    case 'date':
      return { date: civilDate(rule.date), provisional: false };
    case 'working-days':
      return calendar.afterWorkingDays(startedOn, rule.n);
    case 'days':
      return moved(plusDays(startedOn, rule.n + movedBy), rule.lastDay, calendar);
    case 'months':
      return moved(plusDays(plusMonths(startedOn, rule.n), movedBy), rule.lastDay, calendar);
  }
}

function moved(date: CivilDate, lastDay: LastDay = 'after-holiday', calendar: WorkingCalendar): Reached {
  if (lastDay === 'as-it-falls') return { date, provisional: false };
  const { because, provisional } = calendar.kindOf(date);
  if (lastDay === 'after-holiday' && because === 'weekend') return { date, provisional };
  return calendar.workingDayFrom(date);
}
