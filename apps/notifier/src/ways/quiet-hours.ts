import { atMinute, type CivilDate, dayOf, minuteOfDay, plusDays, weekday } from '@plenum/calendar';
import type { Digest } from '@plenum/contracts';

/** Hours in which nobody is disturbed, in minutes after midnight: from one up to another, over midnight where that is earlier. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** When what is gathered goes out: at an hour of every day, or of one day of the week (1 is Monday). */
export interface Gathering {
  readonly digest: Exclude<Digest, 'each'>;
  readonly hour: number;
  readonly day: number;
}

const DAYS_PER_WEEK = 7;
const MINUTES_PER_HOUR = 60;

/** The instant itself, or the end of the quiet hours that it falls into. */
export function afterQuiet(instant: Date, quiet: QuietHours | null, zone: string): Date {
  if (quiet === null) return instant;
  const minute = minuteOfDay(instant, zone);
  if (!isQuiet(minute, quiet)) return instant;
  const today = dayOf(instant, zone);
  const end = atMinute(minute < quiet.to ? today : plusDays(today, 1), quiet.to, zone);
  return end > instant ? end : instant; // An hour that comes twice is quiet once.
}

/** When what happens now is next gathered: always later than now. */
export function nextGathering(now: Date, { digest, hour, day }: Gathering, zone: string): Date {
  const today = dayOf(now, zone);
  const isOn = (date: CivilDate): boolean => digest === 'daily' || weekday(date) === day;
  const days = Array.from({ length: DAYS_PER_WEEK + 1 }, (_, nth) => plusDays(today, nth)).filter(isOn);
  const instants = days.map((date) => atMinute(date, hour * MINUTES_PER_HOUR, zone));
  return instants.find((instant) => instant > now) as Date; // Today's has passed at most: the week after has one.
}

const isQuiet = (minute: number, { from, to }: QuietHours): boolean =>
  from < to ? minute >= from && minute < to : minute >= from || minute < to;
