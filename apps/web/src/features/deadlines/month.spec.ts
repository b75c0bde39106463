import { DAYS_SHOWN, firstShown, isMonth, monthOf, monthShown, monthsAfter, weeksOf } from './month.js';

describe('the page of a month', () => {
  it.each([
    ['2026-12', '2026-11-30'],
    ['2026-06', '2026-06-01'],
    ['2026-02', '2026-01-26'],
    ['2026-11', '2026-10-26'],
    ['2027-01', '2026-12-28'],
  ])('of %s begins on Monday, %s', (month, first) => {
    expect(firstShown(month)).toBe(first);
  });

  it('is followed and preceded by another, over the end of a year', () => {
    expect([monthsAfter('2026-12', 1), monthsAfter('2026-01', -1), monthsAfter('2026-06', 0)]).toEqual(['2027-01', '2025-12', '2026-06']);
  });

  it('is named in an address, or is none', () => {
    expect(['2026-12', '2026-13', '2026-1', 'x', null].map(isMonth)).toEqual([true, false, false, false, false]);
    expect(monthOf('2026-12-03')).toBe('2026-12');
  });

  it('is known by its days alone, in every month of some years', () => {
    for (let month = '2024-01'; month < '2029-01'; month = monthsAfter(month, 1)) {
      const first = Date.parse(`${firstShown(month)}T00:00:00Z`);
      const days = Array.from({ length: DAYS_SHOWN }, (_, nth) => ({ day: new Date(first + nth * 86_400_000).toISOString().slice(0, 10) }));
      expect(monthShown(days)).toBe(month);
    }
  });

  it('has weeks of seven days', () => {
    expect(weeksOf([1, 2, 3, 4, 5, 6, 7, 8])).toEqual([[1, 2, 3, 4, 5, 6, 7], [8]]);
  });
});
