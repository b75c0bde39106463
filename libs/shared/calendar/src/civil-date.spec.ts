import fc from 'fast-check';
import { civilDate, daysBetween, isCivilDate, partsOf, plusDays, plusMonths, weekday } from './civil-date.js';

const someDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((at) => civilDate(at.toISOString().slice(0, 10)));

describe('a civil date', () => {
  it.each([
    '2008-09-31',
    '2025-02-29',
    '2024-02-30',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-1-1',
    '24-01-01',
    '2024-01-01T00:00:00Z',
    '',
    '0000-01-01',
  ])('refuses %p', (text) => {
    expect(isCivilDate(text)).toBe(false);
    expect(() => civilDate(text)).toThrow(expect.objectContaining({ code: 'calendar.no-such-date' }));
  });

  it.each(['2024-02-29', '2000-02-29', '2008-09-30', '2026-12-31'])('accepts %p', (text) => {
    expect(civilDate(text)).toBe(text);
  });

  it.each([
    // DOMAIN 6.3, 26: no 30 February.
    ['2024-11-30', 3, '2025-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2024-08-31', 1, '2024-09-30'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-11-28', 3, '2025-02-28'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-05-10', 24, '2026-05-10'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(plusMonths(civilDate(from), months)).toBe(to);
  });

  it('counts 53 days from 28 April to 20 June 2016', () => {
    expect(daysBetween(civilDate('2016-04-28'), civilDate('2016-06-20'))).toBe(53);
    expect(plusDays(civilDate('2016-04-28'), 53)).toBe('2016-06-20');
  });

  it.each([
    ['2026-11-20', 5],
    ['2026-11-22', 7],
    ['2026-11-23', 1],
    ['1969-12-31', 3],
    ['1970-01-01', 4],
  ])('%s is weekday %i', (date, day) => {
    expect(weekday(civilDate(date))).toBe(day);
  });

  it('adds days so that the difference is what was added, and weekdays follow each other', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        const later = plusDays(date, days);
        expect(daysBetween(date, later)).toBe(days);
        expect(plusDays(later, -days)).toBe(date);
        expect(weekday(later)).toBe(((((weekday(date) - 1 + days) % 7) + 7) % 7) + 1);
        expect(later < date).toBe(days < 0);
      }),
    );
  });

  it('adds months to the same day number, or to the last day of a shorter month', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -120, max: 120 }), (date, months) => {
        const to = plusMonths(date, months);
        const [a, b] = [partsOf(date), partsOf(to)];
        expect(b.year * 12 + b.month).toBe(a.year * 12 + a.month + months);
        if (b.day !== a.day) {
          expect(b.day).toBeLessThan(a.day);
          expect(partsOf(plusDays(to, 1)).day).toBe(1);
        }
      }),
    );
  });
});
