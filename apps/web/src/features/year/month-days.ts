import type { PresetView } from './year-requests.js';

type MonthDay = NonNullable<PresetView['recurrence']['autumn']>;

const MONTH_DAY = /^(\d{1,2})[-/.月](\d{1,2})日?$/u;
const BETWEEN = /[\s,，、;；]+/u;

/** Days of a year as they are written: `6-30、12-31`. Null where one of them is no day. */
export function monthDaysOf(text: string): MonthDay[] | null {
  const parts = text.trim().split(BETWEEN).filter(Boolean).map(monthDayOf);
  return parts.length > 0 && parts.every((part) => part !== null) ? parts : null;
}

/** The same for a form, by two digits each. */
export const monthDaysText = (days: readonly MonthDay[]): string =>
  days.map(({ month, day }) => `${twoDigits(month)}-${twoDigits(day)}`).join(' ');

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function monthDayOf(text: string): MonthDay | null {
  const [, month, day] = MONTH_DAY.exec(text) ?? [];
  const [m, d] = [Number(month), Number(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= 31 ? { month: m, day: d } : null;
}
