import { WorkingCalendar } from '@plenum/calendar';

/** The public calendar in the time zone of congresses. What an organisation changes in it only its proposals know. */
export const CALENDAR = new WorkingCalendar();

// PostgreSQL's own collations differ from build to build; Node brings the Unicode tables of strokes and pinyin (CLDR) with it.
export const COLLATORS = { strokes: new Intl.Collator('zh-u-co-stroke'), pinyin: new Intl.Collator('zh-u-co-pinyin') };
