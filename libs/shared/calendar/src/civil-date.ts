import { CalendarErrors } from './calendar.errors.js';

declare const civil: unique symbol;

/** A day of the civil calendar, `YYYY-MM-DD`, known to exist. It has no time and no zone; comparing the strings orders the days. */
export type CivilDate = string & { readonly [civil]: true };

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The day `text` names. @throws `calendar.no-such-date` on another form or a day that does not exist. */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw CalendarErrors.noSuchDate(text);
  return text;
}

/** Whether `text` is `YYYY-MM-DD` and names a day that exists. */
export function isCivilDate(text: string): text is CivilDate {
  const parts = FORM.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day `days` later, or earlier when negative. */
export function plusDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/**
 * The same day number `months` later; where that month has no such day, its last day
 * (Civil Code art. 202: 30 November + 3 months is 28 or 29 February).
 */
export function plusMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return assemble(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(date: CivilDate): number {
  // Day 0, 1 January 1970, was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The year, month (1 to 12) and day of the month. */
export function partsOf(date: CivilDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function daysInMonth(year: number, month: number): number {
  return new Date(utc(year, month + 1, 0)).getUTCDate();
}

function dayNumber(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  return utc(year, month, day) / DAY_MS;
}

function fromDayNumber(number: number): CivilDate {
  const date = new Date(number * DAY_MS);
  return assemble(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function assemble(year: number, month: number, day: number): CivilDate {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return civilDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** Date.UTC reads years 0 to 99 as 1900 to 1999; setUTCFullYear does not. */
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}
