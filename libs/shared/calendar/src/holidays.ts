import chineseDays from 'chinese-days';
import { CalendarErrors } from './calendar.errors.js';
import { type CivilDate, civilDate, partsOf, plusDays } from './civil-date.js';

/**
 * What the State says of a day, apart from its weekday: a public holiday, a weekend shifted into a working day, or nothing.
 * `announced` is false where the yearly notice of the State Council is not in our data yet: then only the holidays
 * that the law itself fixes are known, and shifted weekends are not.
 */
export interface PublicDay {
  readonly kind: 'holiday' | 'shifted-working-day' | 'ordinary';
  readonly announced: boolean;
}

/** The first year of the data, and the last for which the lunar and solar rules below hold. */
export const FIRST_YEAR = 2004;
export const LAST_YEAR = 2099;

/** New Year's break has reached back to 29 December; before this day a year's notice says all about it. */
const NEW_YEAR_SHADOW = '12-24';

/** What the State says of the day. @throws `calendar.year-not-covered` before 2004 and after 2099. */
export function publicDay(date: CivilDate): PublicDay {
  const { year } = partsOf(date);
  if (year < FIRST_YEAR || year > LAST_YEAR) throw CalendarErrors.yearNotCovered(year);
  if (hasNotice(year)) {
    const inNextYearsShadow = date.slice(5) >= NEW_YEAR_SHADOW && year < LAST_YEAR && !hasNotice(year + 1);
    return { kind: announcedKind(date), announced: !inNextYearsShadow };
  }
  return { kind: isHolidayByLaw(date) ? 'holiday' : 'ordinary', announced: false };
}

/** Whether the data holds the State Council's notice for the year: every notice names 1 October. */
export function hasNotice(year: number): boolean {
  return isNamed(civilDate(`${year}-10-01`));
}

/**
 * The library's own weekday arithmetic follows the process's time zone and is a day off west of Greenwich.
 * Its tables do not, so only they are asked: a day named in them reads "English,中文,days".
 */
function isNamed(date: CivilDate): boolean {
  return chineseDays.getDayDetail(date).name.includes(',');
}

function announcedKind(date: CivilDate): PublicDay['kind'] {
  if (!isNamed(date)) return 'ordinary';
  return chineseDays.getDayDetail(date).work ? 'shifted-working-day' : 'holiday';
}

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

/** Holidays for all citizens by 全国年节及纪念日放假办法 (as revised from 2025): fixed, lunar and solar days. */
function isHolidayByLaw(date: CivilDate): boolean {
  const { year, month, day } = partsOf(date);
  const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];
  if (fixed.includes(date.slice(5))) return true;
  if (month === 4 && day === clearAndBright(year)) return true;
  const lunarHolidays = ['1-1', '1-2', '1-3', '5-5', '8-15'];
  return lunarHolidays.includes(lunarDay(date)) || lunarDay(plusDays(date, 1)) === '1-1';
}

/** `month-day` of the lunar calendar; a leap month reads like `6bis-1` and so is never a holiday. */
function lunarDay(date: CivilDate): string {
  const parts = lunar.formatToParts(new Date(`${date}T00:00:00Z`));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('month')}-${part('day')}`;
}

/** The day of April of 清明, by the usual formula for this century. */
function clearAndBright(year: number): number {
  const inCentury = year - 2000;
  return Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4);
}
