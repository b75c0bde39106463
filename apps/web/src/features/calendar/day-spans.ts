import dayjs from 'dayjs';

/** Days on end, first and last, as `YYYY-MM-DD`. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

const FORM = 'YYYY-MM-DD';

/** Every day from the first to the last. */
export function daysOf({ from, to }: DaySpan): readonly string[] {
  const days: string[] = [];
  for (let day = dayjs(from); !day.isAfter(to, 'day'); day = day.add(1, 'day')) days.push(day.format(FORM));
  return days;
}

/** Single days put together where they follow each other: a holiday of six weeks is one line. */
export function spansOf(days: readonly string[]): readonly DaySpan[] {
  const spans: DaySpan[] = [];
  for (const day of [...new Set(days)].sort()) {
    const last = spans[spans.length - 1];
    if (last && dayjs(last.to).add(1, 'day').format(FORM) === day) spans[spans.length - 1] = { from: last.from, to: day };
    else spans.push({ from: day, to: day });
  }
  return spans;
}

/** The days without those of the span. */
export const without = (days: readonly string[], span: DaySpan): readonly string[] =>
  days.filter((day) => day < span.from || day > span.to);

/** The days and those of the span, in order and each once. */
export const withSpan = (days: readonly string[], span: DaySpan): readonly string[] => [...without(days, span), ...daysOf(span)].sort();
