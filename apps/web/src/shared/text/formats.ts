import { deadlineText, isDeadlineFact } from '@plenum/contracts';

/** Deadlines hold where the congress sits: every instant is shown in its time zone, whatever the device says. */
export const CONGRESS_TIME_ZONE = 'Asia/Shanghai';

const MS_PER_DAY = 86_400_000;

/** An instant as date and minute, in the congress's time zone. */
export function formatInstant(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: CONGRESS_TIME_ZONE }).format(
    new Date(instant),
  );
}

/** The minute of an instant, in the congress's time zone. */
export function formatTime(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', hourCycle: 'h23', timeZone: CONGRESS_TIME_ZONE }).format(new Date(instant));
}

/** The day of an instant, in the congress's time zone. */
export function formatDay(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: CONGRESS_TIME_ZONE }).format(new Date(instant));
}

/** A civil date `YYYY-MM-DD`, which belongs to no time zone. */
export function formatDate(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** The civil date of an instant in the congress's time zone. */
export function civilDateOf(instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: CONGRESS_TIME_ZONE }).format(instant);
}

/** Whole days from today until a civil date: 0 is today, negative is past. */
export function daysUntil(date: string, now: Date): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${civilDateOf(now)}T00:00:00Z`)) / MS_PER_DAY);
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Until when something may be done, worded as mails word it. */
export const formatDeadline = (deadline: string, locale: string): string => deadlineText(deadline, locale, CONGRESS_TIME_ZONE);

/** Facts as people read them: deadlines, instants and dates in their language; everything else as it is. */
export function presentable(facts: Readonly<Record<string, unknown>>, locale: string): Record<string, unknown> {
  const present = (name: string, fact: unknown) => {
    if (typeof fact !== 'string') return fact;
    if (isDeadlineFact(name) && (INSTANT.test(fact) || DATE.test(fact))) return formatDeadline(fact, locale);
    if (INSTANT.test(fact)) return formatInstant(fact, locale);
    return DATE.test(fact) ? formatDate(fact, locale) : fact;
  };
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, present(name, fact)]));
}
