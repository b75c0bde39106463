/** The stable codes of the refusals of the calendar, whichever service counts days by it. */
export const CALENDAR_ERRORS = [
  'calendar.no-such-date',
  'calendar.year-not-covered',
  'calendar.contradictory-override',
  'calendar.unknown-time-zone',
  'calendar.not-a-period',
] as const;
