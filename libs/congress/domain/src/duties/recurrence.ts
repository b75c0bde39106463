import { type CivilDate, civilDate, plusDays, plusMonths, type WorkingCalendar } from '@plenum/calendar';
import { MalformedError } from '@plenum/kernel';
import type { DayOffMove } from '../congress.vocabulary.js';

/** A day of every year; of a month that has no such day, its last one. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/**
 * When a duty comes again: on these days of every year; on a day of each school term, of which autumn is from September to January and
 * spring from February to August; or every so many months, the first time on a day.
 */
export type Recurrence =
  | { readonly kind: 'YEARLY'; readonly days: readonly MonthDay[] }
  | { readonly kind: 'SCHOOL_TERMS'; readonly autumn: MonthDay; readonly spring: MonthDay }
  | { readonly kind: 'MONTHS'; readonly every: number; readonly from: CivilDate };

/** A period of a recurrence: by its key there is one duty for it, however its day is moved. */
export interface DutyPeriod {
  readonly key: string;
  /** The day as the rule names it, worked or not. */
  readonly on: CivilDate;
}

/** How often a duty may come again. */
export const RECURRENCE_LIMITS = { days: 12, months: { min: 1, max: 60 } } as const;

const MOVED_DAYS_MAX = 100; // Above the longest holidays of a school.
const MONTHS_OF_YEAR = 12;
const SEPTEMBER = 9;
const FEBRUARY = 2;

/** The recurrence with its days in order. @throws MalformedError */
export function checkedRecurrence(given: Recurrence): Recurrence {
  const fault = faultOf(given);
  if (fault) throw new MalformedError([{ field: `recurrence.${fault[0]}`, reason: fault[1] }]);
  return given.kind === 'YEARLY' ? { ...given, days: [...given.days].sort((a, b) => rank(a) - rank(b)) } : given;
}

/** The periods whose days lie between two, both included, the earliest first. */
export function periodsBetween(recurrence: Recurrence, from: CivilDate, to: CivilDate): readonly DutyPeriod[] {
  if (to < from) return [];
  const all = recurrence.kind === 'MONTHS' ? monthsUntil(recurrence, to) : yearsOf(from, to).flatMap((year) => ofYear(recurrence, year));
  return all.filter(({ on }) => on >= from && on <= to).sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

/** The day in the organisation's calendar; where nobody works for months around it, as it falls. @throws `calendar.year-not-covered` */
export function movedDay(on: CivilDate, move: DayOffMove, calendar: WorkingCalendar): CivilDate {
  if (move === 'STAYS') return on;
  const step = move === 'BEFORE' ? -1 : 1;
  for (let away = 0; away <= MOVED_DAYS_MAX; away += 1) {
    const date = plusDays(on, away * step);
    if (calendar.isWorkingDay(date)) return date;
  }
  return on;
}

/** The latest day that may be moved to on or before the given one. */
export const lastMovedTo = (day: CivilDate): CivilDate => plusDays(day, MOVED_DAYS_MAX);

function faultOf(given: Recurrence): readonly [field: string, reason: string] | null {
  if (given.kind === 'YEARLY') {
    if (given.days.length === 0 || given.days.length > RECURRENCE_LIMITS.days) return ['days', 'too-many-or-none'];
    if (!given.days.every(isDay)) return ['days', 'no-such-day'];
    return new Set(given.days.map(rank)).size < given.days.length ? ['days', 'twice'] : null;
  }
  if (given.kind === 'SCHOOL_TERMS') {
    if (!isDay(given.autumn) || !isOfAutumn(given.autumn)) return ['autumn', 'not-in-the-term'];
    return isDay(given.spring) && !isOfAutumn(given.spring) ? null : ['spring', 'not-in-the-term'];
  }
  const { min, max } = RECURRENCE_LIMITS.months;
  return Number.isInteger(given.every) && given.every >= min && given.every <= max ? null : ['every', 'out-of-range'];
}

function ofYear(recurrence: Exclude<Recurrence, { kind: 'MONTHS' }>, year: number): readonly DutyPeriod[] {
  if (recurrence.kind === 'YEARLY') return recurrence.days.map((day, nth) => ({ key: `${year}#${nth + 1}`, on: dayIn(year, day) }));
  const { autumn, spring } = recurrence;
  const schoolYear = autumn.month < FEBRUARY ? year - 1 : year;
  return [
    { key: `${schoolYear}#AUTUMN`, on: dayIn(year, autumn) },
    { key: `${year}#SPRING`, on: dayIn(year, spring) },
  ];
}

function monthsUntil({ every, from }: Extract<Recurrence, { kind: 'MONTHS' }>, to: CivilDate): readonly DutyPeriod[] {
  const periods: DutyPeriod[] = [];
  for (let nth = 0, on = from; on <= to; nth += 1, on = plusMonths(from, nth * every)) periods.push({ key: on.slice(0, 7), on });
  return periods;
}

const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
const yearsOf = (from: CivilDate, to: CivilDate): readonly number[] =>
  Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, nth) => yearOf(from) + nth);

/** Counted from January, which has every day, so that a day that a month does not have is its last. */
const dayIn = (year: number, { month, day }: MonthDay): CivilDate =>
  plusMonths(civilDate(`${year}-01-${String(day).padStart(2, '0')}`), month - 1);

const rank = ({ month, day }: MonthDay): number => month * 100 + day;
const isOfAutumn = ({ month }: MonthDay): boolean => month >= SEPTEMBER || month < FEBRUARY;
const isWithin = (value: number, max: number): boolean => Number.isInteger(value) && value >= 1 && value <= max;
const isDay = ({ month, day }: MonthDay): boolean => isWithin(month, MONTHS_OF_YEAR) && isWithin(day, 31);
