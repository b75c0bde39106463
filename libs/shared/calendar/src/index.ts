export { CalendarErrors } from './calendar.errors.js';
export { civilDate, daysBetween, isCivilDate, plusDays, plusMonths, weekday } from './civil-date.js';
export type { CivilDate } from './civil-date.js';
export { checkedDueRule, dueDate } from './due-rule.js';
export type { DueDate, DueRule, LastDay } from './due-rule.js';
export { hasNotice } from './holidays.js';
export { DEFAULT_ZONE, dayOf, endOfDay, startOfDay } from './time-zone.js';
export { PERIOD_MAX_DAYS, WorkingCalendar, checkedOverrides } from './working-calendar.js';
export type { CalendarOverrides, DayKind, Reached } from './working-calendar.js';
