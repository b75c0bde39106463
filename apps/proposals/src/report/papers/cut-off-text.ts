import { type ReportWords, filled } from '../messages/wording.js';

/** A cut-off as people read it: the end of a day as the day before midnight, that day included. */
export function cutOffText(cutOff: Date, zone: string, { cutOffDay, cutOffTime }: ReportWords): string {
  const isMidnight = partsOf(cutOff, zone).time === '00:00';
  const { year, month, day, time } = partsOf(isMidnight ? new Date(cutOff.getTime() - 1) : cutOff, zone);
  return filled(isMidnight ? cutOffDay : cutOffTime, { year, month, day, time });
}

function partsOf(at: Date, zone: string): Readonly<Record<'year' | 'month' | 'day' | 'time', string>> {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return { year: part['year'] ?? '', month: part['month'] ?? '', day: part['day'] ?? '', time: `${part['hour']}:${part['minute']}` };
}
