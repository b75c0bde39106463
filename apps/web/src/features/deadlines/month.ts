/** Days of a page: six weeks hold any month. */
export const DAYS_SHOWN = 42;
const MIDDLE = 14; // The third week is of the month in whatever year.

const DAY_MS = 86_400_000;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Whether a text is a month, `YYYY-MM`. */
export const isMonth = (text: string | null): text is string => text !== null && MONTH.test(text);

/** The month of a civil date. */
export const monthOf = (day: string): string => day.slice(0, 7);

const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The Monday with which the page of a month begins. */
export function firstShown(month: string): string {
  const first = utc(`${month}-01`);
  const sinceMonday = (new Date(first).getUTCDay() + 6) % 7;
  return dayAt(first - sinceMonday * DAY_MS);
}

/** The month so many after another. */
export function monthsAfter(month: string, months: number): string {
  const [year = 0, nth = 1] = month.split('-').map(Number);
  return dayAt(Date.UTC(year, nth - 1 + months, 1)).slice(0, 7);
}

/** Weeks of seven, in order. */
export function weeksOf<Day>(days: readonly Day[]): readonly (readonly Day[])[] {
  return days.flatMap((_, nth) => (nth % 7 === 0 ? [days.slice(nth, nth + 7)] : []));
}

/** The month that a page of days is of: while the days of another are on their way, those shown stand under their own name. */
export const monthShown = (days: readonly { readonly day: string }[]): string => monthOf(days[MIDDLE]?.day ?? '');
