import { DomainError } from '@plenum/kernel';

/** The refusals of the calendar; a caller that knows the field may turn them into a malformed input. */
export const CalendarErrors = {
  /** The text is no day of the civil calendar: wrong form, or a day that does not exist (31 September). */
  noSuchDate: (date: string) => new DomainError('calendar.no-such-date', 'unprocessable', { date }),
  /** Neither an announced calendar nor the law's list of holidays reaches this year. */
  yearNotCovered: (year: number) => new DomainError('calendar.year-not-covered', 'unprocessable', { year }),
  /** An organisation's override calls the same day a working day and a day off. */
  contradictoryOverride: (date: string) => new DomainError('calendar.contradictory-override', 'unprocessable', { date }),
  /** The name is no time zone of the IANA list. */
  unknownTimeZone: (zone: string) => new DomainError('calendar.unknown-time-zone', 'unprocessable', { zone }),
  /** A period is a whole number of 1 or more, and no longer than ten years. */
  notAPeriod: (n: number) => new DomainError('calendar.not-a-period', 'unprocessable', { n }),
};
