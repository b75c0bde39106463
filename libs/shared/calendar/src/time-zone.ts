import { CalendarErrors } from './calendar.errors.js';
import { type CivilDate, civilDate, partsOf, plusDays } from './civil-date.js';

/** The zone of a congress unless it states another one. */
export const DEFAULT_ZONE = 'Asia/Shanghai';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Zones that go by one name everywhere. Old aliases, `US/Pacific-New` for instance, are known to one program and not to the next. */
const ZONES = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);

/** Refuses a zone that is not of the IANA list, or goes by an old name. @throws `calendar.unknown-time-zone` */
export function assertTimeZone(zone: string): void {
  if (!ZONES.has(zone)) throw CalendarErrors.unknownTimeZone(zone);
}

/** The civil day of an instant in a time zone (IANA name). @throws `calendar.unknown-time-zone` */
export function dayOf(instant: Date, zone = DEFAULT_ZONE): CivilDate {
  const { year, month, day } = localTime(instant, zone);
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return civilDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** The first instant of the day in the zone; where clocks skip midnight, the first that exists. */
export function startOfDay(date: CivilDate, zone = DEFAULT_ZONE): Date {
  const { year, month, day } = partsOf(date);
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  // The offset just before and just after the sought instant; they differ only on a day when clocks change.
  const offsets = [-DAY_MS, DAY_MS].map((shift) => offsetMs(new Date(midnight + shift), zone));
  const candidates = offsets.map((offset) => new Date(midnight - offset)).sort((a, b) => a.getTime() - b.getTime());
  return candidates.find((candidate) => dayOf(candidate, zone) === date) ?? firstInstantAfter(candidates, date, zone);
}

/** 24:00 of the day in the zone: the first instant that no longer belongs to it. */
export function endOfDay(date: CivilDate, zone = DEFAULT_ZONE): Date {
  return startOfDay(plusDays(date, 1), zone);
}

/** What the clock of the zone shows at an instant, in minutes after midnight: 0 to 1439. */
export function minuteOfDay(instant: Date, zone = DEFAULT_ZONE): number {
  const { hour, minute } = localTime(instant, zone);
  return hour * MINUTES_PER_HOUR + minute;
}

/** When the clock of the zone first shows so many minutes after midnight on a day, or more where it skips them. */
export function atMinute(date: CivilDate, minute: number, zone = DEFAULT_ZONE): Date {
  const guess = startOfDay(date, zone).getTime() + minute * MINUTE_MS;
  let at = guess + (minute - minuteOfDay(new Date(guess), zone)) * MINUTE_MS;
  const isBefore = (instant: Date): boolean => dayOf(instant, zone) < date || minuteOfDay(instant, zone) < minute;
  // Only where clocks skip that minute: the one before it was found.
  while (isBefore(new Date(at))) at += MINUTE_MS;
  return new Date(at);
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MINUTES_PER_HOUR = 60;

/** Only for zones that skipped a midnight, or a whole day: walk by minutes from the earliest candidate. */
function firstInstantAfter(candidates: readonly Date[], date: CivilDate, zone: string): Date {
  let at = candidates[0]!.getTime();
  while (dayOf(new Date(at), zone) < date) at += MINUTE_MS;
  return new Date(at);
}

/** How far local time is ahead of UTC at the instant. */
function offsetMs(instant: Date, zone: string): number {
  const { year, month, day, hour, minute, second } = localTime(instant, zone);
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, second);
  return local.getTime() - Math.floor(instant.getTime() / 1000) * 1000;
}

type Parts = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;

function localTime(instant: Date, zone: string): Parts {
  const parts = formatterFor(zone).formatToParts(instant);
  const entries = parts.filter(({ type }) => type !== 'literal').map(({ type, value }) => [type, Number(value)]);
  return Object.fromEntries(entries) as Parts;
}

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const numeric = '2-digit';
  try {
    const formatter = new Intl.DateTimeFormat('en-u-ca-iso8601', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
    formatters.set(zone, formatter);
    return formatter;
  } catch {
    throw CalendarErrors.unknownTimeZone(zone);
  }
}
