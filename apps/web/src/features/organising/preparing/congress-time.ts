import { CONGRESS_TIME_ZONE, civilDateOf, daysUntil } from '../../../shared/text/formats.js';

const OFFSET = '+08:00'; // China has one time all year round.

/** A date and a time as they are typed, in the congress's time zone, as an instant; null for none. */
export function instantOf(typed: string | null | undefined): string | null {
  const at = typed ? new Date(`${typed}:00${OFFSET}`) : null;
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : null;
}

/** An instant as the field for a date and a time has it, in the congress's time zone. */
export function typedOf(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: CONGRESS_TIME_ZONE })
    .format(new Date(instant))
    .replace(' ', 'T');
}

/** How many days it is until then, by the calendar of the congress: 0 is today. */
export const daysTo = (instant: string, now: Date): number => daysUntil(civilDateOf(new Date(instant)), now);
