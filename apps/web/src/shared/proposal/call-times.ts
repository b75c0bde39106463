import { civilDateOf, CONGRESS_TIME_ZONE, daysUntil } from '../text/formats.js';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/** The instant at which a civil date begins where the congress sits. */
export function startOfDay(date: string): Date {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: CONGRESS_TIME_ZONE,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  }).formatToParts(new Date(midnight));
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const there = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  return new Date(midnight - Math.round((there - midnight) / MS_PER_MINUTE) * MS_PER_MINUTE);
}

/** The first instant past a window whose last day is this one: its 24:00. */
export const endOfDay = (date: string): Date => new Date(startOfDay(date).getTime() + MS_PER_DAY);

/** The last day of a window that ends before an instant; whether it is a whole day, and how many days are left of it. */
export function lastDayOf(closesAt: string, now: Date): { readonly date: string; readonly isWhole: boolean; readonly daysLeft: number } {
  const date = civilDateOf(new Date(Date.parse(closesAt) - 1));
  return { date, isWhole: endOfDay(date).getTime() === Date.parse(closesAt), daysLeft: daysUntil(date, now) };
}
