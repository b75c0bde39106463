import fc from 'fast-check';
import { civilDate, plusDays } from './civil-date.js';
import { type DueRule, dueDate } from './due-rule.js';
import { WorkingCalendar } from './working-calendar.js';

const calendar = new WorkingCalendar();
const due = (rule: DueRule, from: string) => dueDate(rule, civilDate(from), calendar);

describe('a due date', () => {
  const cases: [DueRule, string, string][] = [
    // DOMAIN 6.3, 26.
    [{ kind: 'months', n: 3 }, '2024-11-30', '2025-02-28'],
    [{ kind: 'days', n: 53 }, '2016-04-28', '2016-06-20'],
    [{ kind: 'date', date: '2016-06-20' }, '2016-04-28', '2016-06-20'],
    [{ kind: 'working-days', n: 15 }, '2026-09-21', '2026-10-19'],
    // The last day falls into the National Day break: the next working day.
    [{ kind: 'days', n: 10 }, '2025-09-22', '2025-10-09'],
    [{ kind: 'months', n: 1 }, '2026-09-03', '2026-10-08'],
    // A Saturday is not a public holiday; by the wide reading it moves all the same.
    [{ kind: 'days', n: 10 }, '2026-11-11', '2026-11-21'],
    [{ kind: 'days', n: 10, lastDay: 'next-working-day' }, '2026-11-11', '2026-11-23'],
    [{ kind: 'days', n: 10, lastDay: 'as-it-falls' }, '2025-09-22', '2025-10-02'],
    // A shifted Saturday is worked: the wide reading leaves it alone.
    [{ kind: 'days', n: 10, lastDay: 'next-working-day' }, '2026-09-30', '2026-10-10'],
    // A fixed date stands, on a holiday too.
    [{ kind: 'date', date: '2026-10-01' }, '2026-09-01', '2026-10-01'],
  ];

  it.each(cases)('by %j from %s is %s', (rule, from, dueOn) => {
    expect(due(rule, from)).toEqual({ dueOn, provisional: false });
  });

  it.each([
    [{ kind: 'date', date: '2008-09-31' }, 'calendar.no-such-date'],
    [{ kind: 'days', n: 0 }, 'calendar.not-a-period'],
    [{ kind: 'months', n: 121 }, 'calendar.not-a-period'],
    [{ kind: 'working-days', n: 2.5 }, 'calendar.not-a-period'],
  ] as [DueRule, string][])('refuses %j', (rule, code) => {
    expect(() => due(rule, '2026-01-05')).toThrow(expect.objectContaining({ code }));
  });

  it('is provisional when it rests on a year whose notice is not out', () => {
    expect(due({ kind: 'working-days', n: 10 }, '2039-12-28').provisional).toBe(true);
    expect(due({ kind: 'months', n: 3 }, '2039-11-30').provisional).toBe(true);
    expect(due({ kind: 'months', n: 3, lastDay: 'as-it-falls' }, '2039-11-30').provisional).toBe(false);
  });

  it('moves past a day off of the organisation', () => {
    const own = new WorkingCalendar({ daysOff: ['2026-11-19', '2026-11-20'] });
    expect(dueDate({ kind: 'days', n: 10 }, civilDate('2026-11-09'), own).dueOn).toBe('2026-11-23');
  });

  it('is never before the counted day, never on the start, and later for a longer period', () => {
    const starts = fc.integer({ min: 0, max: 365 * 20 }).map((n) => plusDays(civilDate('2005-01-01'), n));
    const kinds = fc.constantFrom('days' as const, 'working-days' as const, 'months' as const);
    fc.assert(
      fc.property(starts, kinds, fc.integer({ min: 1, max: 60 }), (from, unit, n) => {
        const first = dueDate({ kind: unit, n }, from, calendar).dueOn;
        const second = dueDate({ kind: unit, n: n + 1 }, from, calendar).dueOn;
        expect(first > from).toBe(true);
        expect(second >= first).toBe(true);
        if (unit === 'days') expect(first >= plusDays(from, n)).toBe(true);
      }),
    );
  });
});
