import { type CivilDate, civilDate, plusDays, WorkingCalendar } from '@plenum/calendar';
import fc from 'fast-check';
import { duePeriods, type DutyRule } from './duty-rule.js';
import { checkedRecurrence, movedDay, periodsBetween, type Recurrence } from './recurrence.js';

const day = civilDate;
const monthDay = (months: readonly number[]) => fc.record({ month: fc.constantFrom(...months), day: fc.integer({ min: 1, max: 31 }) });
const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const date = fc.integer({ min: 0, max: 3000 }).map((days) => plusDays(day('2022-01-01'), days));
const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({
    kind: fc.constant('YEARLY' as const),
    days: fc.uniqueArray(monthDay(ALL_MONTHS), { minLength: 1, maxLength: 12, selector: ({ month, day: of }) => month * 100 + of }),
  }),
  fc.record({ kind: fc.constant('SCHOOL_TERMS' as const), autumn: monthDay([9, 10, 11, 12, 1]), spring: monthDay([2, 3, 4, 5, 6, 7, 8]) }),
  fc.record({ kind: fc.constant('MONTHS' as const), every: fc.integer({ min: 1, max: 60 }), from: date }),
);

describe('the periods of a recurrence', () => {
  it('are one a period, none twice, and none is left out, however the time is cut into sweeps', () => {
    fc.assert(
      fc.property(recurrence, date, fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 8 }), (given, from, steps) => {
        const rule = checkedRecurrence(given);
        const to = steps.reduce((end: CivilDate, step) => plusDays(end, step), from);
        const whole = periodsBetween(rule, from, to).map(({ key }) => key);
        expect(new Set(whole).size).toBe(whole.length);
        const bySweeps: string[] = [];
        let begin = from;
        for (const step of steps) {
          const end = plusDays(begin, step);
          bySweeps.push(...periodsBetween(rule, begin === from ? from : plusDays(begin, 1), end).map(({ key }) => key));
          begin = end;
        }
        expect(bySweeps).toEqual(whole);
      }),
    );
  });

  it('are as many as the years, school terms or months hold', () => {
    fc.assert(
      fc.property(recurrence, fc.integer({ min: 2022, max: 2030 }), fc.integer({ min: 1, max: 5 }), (given, first, years) => {
        const rule = checkedRecurrence(given);
        const found = periodsBetween(rule, day(`${first}-01-01`), day(`${first + years - 1}-12-31`)).length;
        if (rule.kind === 'YEARLY') expect(found).toBe(rule.days.length * years);
        if (rule.kind === 'SCHOOL_TERMS') expect(found).toBe(2 * years);
        if (rule.kind === 'MONTHS') expect(found).toBeLessThanOrEqual(Math.ceil((12 * years) / rule.every));
      }),
    );
  });

  it('have appeared, each once, whatever days nobody works', () => {
    fc.assert(
      fc.property(
        recurrence,
        date,
        fc.integer({ min: 0, max: 800 }),
        fc.constantFrom('BEFORE', 'AFTER', 'STAYS'),
        (given, startsOn, later, move) => {
          const rule = { state: 'ACTIVE', recurrence: checkedRecurrence(given), startsOn, onDayOff: move, aheadDays: 30 } as DutyRule;
          const today = plusDays(startsOn, later);
          const calendar = new WorkingCalendar();
          const due = duePeriods(rule, today, calendar);
          expect(new Set(due.map(({ key }) => key)).size).toBe(due.length);
          const past = periodsBetween(rule.recurrence, startsOn, plusDays(today, 10)).map(({ key }) => key);
          expect(due.map(({ key }) => key)).toEqual(expect.arrayContaining(past.slice(0, -1)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are known by year and number, by school year and term, by month', () => {
    expect(periodsBetween({ kind: 'YEARLY', days: [{ month: 2, day: 30 }] }, day('2027-01-01'), day('2028-12-31'))).toEqual([
      { key: '2027#1', on: '2027-02-28' },
      { key: '2028#1', on: '2028-02-29' },
    ]);
    const terms: Recurrence = { kind: 'SCHOOL_TERMS', autumn: { month: 1, day: 15 }, spring: { month: 6, day: 30 } };
    expect(periodsBetween(terms, day('2026-09-01'), day('2027-08-31'))).toEqual([
      { key: '2026#AUTUMN', on: '2027-01-15' },
      { key: '2027#SPRING', on: '2027-06-30' },
    ]);
    expect(periodsBetween({ kind: 'MONTHS', every: 1, from: day('2027-01-31') }, day('2027-02-01'), day('2027-03-31'))).toEqual([
      { key: '2027-02', on: '2027-02-28' },
      { key: '2027-03', on: '2027-03-31' },
    ]);
  });

  it.each([
    [{ kind: 'YEARLY', days: [] }, 'recurrence.days'],
    [{ kind: 'YEARLY', days: [{ month: 13, day: 1 }] }, 'recurrence.days'],
    [
      {
        kind: 'YEARLY',
        days: [
          { month: 6, day: 1 },
          { month: 6, day: 1 },
        ],
      },
      'recurrence.days',
    ],
    [{ kind: 'SCHOOL_TERMS', autumn: { month: 3, day: 1 }, spring: { month: 4, day: 1 } }, 'recurrence.autumn'],
    [{ kind: 'SCHOOL_TERMS', autumn: { month: 9, day: 1 }, spring: { month: 9, day: 1 } }, 'recurrence.spring'],
    [{ kind: 'MONTHS', every: 0, from: day('2027-01-01') }, 'recurrence.every'],
  ] as [Recurrence, string][])('are refused where they are none', (given, field) => {
    expect(() => checkedRecurrence(given)).toThrow(field);
  });

  it('lie on working days of the organisation, as the rule says', () => {
    const calendar = new WorkingCalendar({ daysOff: ['2027-06-29', '2027-06-30'] });
    expect(movedDay(day('2027-06-30'), 'BEFORE', calendar)).toBe('2027-06-28');
    expect(movedDay(day('2027-06-30'), 'AFTER', calendar)).toBe('2027-07-01');
    expect(movedDay(day('2027-06-30'), 'STAYS', calendar)).toBe('2027-06-30');
  });
});
