import fc from 'fast-check';
import { civilDate, plusDays } from './civil-date.js';
import { hasNotice } from './holidays.js';
import { WorkingCalendar, checkedOverrides } from './working-calendar.js';

const calendar = new WorkingCalendar();
const kind = (date: string) => calendar.kindOf(civilDate(date));

describe('the public calendar', () => {
  // Notices of the State Council for 2024, 2025 and 2026.
  it.each([
    ['2024-02-04', true, 'shifted-working-day'], // Sunday before Spring Festival
    ['2024-02-09', true, 'weekday'], // New Year's Eve was not off in 2024
    ['2024-02-10', false, 'holiday'],
    ['2024-02-16', false, 'holiday'], // Friday, in lieu
    ['2024-02-18', true, 'shifted-working-day'],
    ['2024-09-29', true, 'shifted-working-day'],
    ['2024-10-12', true, 'shifted-working-day'],
    ['2025-01-26', true, 'shifted-working-day'],
    ['2025-01-28', false, 'holiday'], // New Year's Eve is off from 2025
    ['2025-02-08', true, 'shifted-working-day'],
    ['2025-04-27', true, 'shifted-working-day'],
    ['2025-10-08', false, 'holiday'],
    ['2025-10-11', true, 'shifted-working-day'],
    ['2026-01-04', true, 'shifted-working-day'],
    ['2026-02-14', true, 'shifted-working-day'],
    ['2026-02-23', false, 'holiday'],
    ['2026-05-09', true, 'shifted-working-day'],
    ['2026-06-19', false, 'holiday'],
    ['2026-10-10', true, 'shifted-working-day'],
    ['2026-11-20', true, 'weekday'],
    ['2026-11-21', false, 'weekend'],
  ])('says of %s: working %p, because %s', (date, working, because) => {
    expect(kind(date)).toEqual({ working, because, provisional: false });
  });

  it('marks as provisional what the next notice can still change, and knows the holidays of the law', () => {
    const year = [...Array(70).keys()].map((n) => 2026 + n).find((n) => !hasNotice(n))!;
    expect(kind(`${year}-10-01`)).toEqual({ working: false, because: 'holiday', provisional: true });
    expect(kind(`${year}-05-02`)).toEqual({ working: false, because: 'holiday', provisional: true });
    expect(kind(`${year}-08-10`).provisional).toBe(true);
    expect(kind(`${year - 1}-12-23`).provisional).toBe(false);
    expect(kind(`${year - 1}-12-31`).provisional).toBe(true);
  });

  // Lunar and solar days of years far enough ahead to have no notice for a while.
  it.each(['2040-02-11', '2040-02-12', '2040-02-14', '2040-04-04', '2040-06-14', '2040-09-20', '2041-01-31', '2041-02-01'])(
    'knows %s as a holiday by law',
    (date) => {
      expect(kind(date)).toEqual({ working: false, because: 'holiday', provisional: true });
    },
  );

  it.each(['2040-02-10', '2040-02-15', '2040-04-05', '2040-06-15'])('does not take %s for one', (date) => {
    expect(kind(date).because).not.toBe('holiday');
  });

  it.each(['2003-12-31', '2100-01-01'])('refuses %s, which neither notice nor law reaches', (date) => {
    expect(() => kind(date)).toThrow(expect.objectContaining({ code: 'calendar.year-not-covered' }));
  });
});

describe('the overrides of an organisation', () => {
  const own = new WorkingCalendar({ daysOff: ['2026-11-20'], workingDays: ['2026-11-21', '2026-10-01'] });

  it('take a weekday off and work on a weekend or a holiday', () => {
    expect(own.kindOf(civilDate('2026-11-20'))).toEqual({ working: false, because: 'organisation', provisional: false });
    expect(own.isWorkingDay(civilDate('2026-11-21'))).toBe(true);
    expect(own.isWorkingDay(civilDate('2026-10-01'))).toBe(true);
    expect(own.isWorkingDay(civilDate('2026-10-02'))).toBe(false);
  });

  it.each([
    [{ daysOff: ['2026-11-20'], workingDays: ['2026-11-20'] }, 'calendar.contradictory-override'],
    [{ daysOff: ['2026-09-31'] }, 'calendar.no-such-date'],
    [{ zone: 'Mars/Olympus' }, 'calendar.unknown-time-zone'],
  ])('refuses %j', (overrides, code) => {
    expect(() => new WorkingCalendar(overrides)).toThrow(expect.objectContaining({ code }));
    expect(() => checkedOverrides(overrides)).toThrow(expect.objectContaining({ code }));
  });

  it('are whole and in order once they are checked', () => {
    expect(checkedOverrides({})).toEqual({ zone: 'Asia/Shanghai', daysOff: [], workingDays: [] });
    expect(checkedOverrides({ daysOff: ['2026-09-10', '2026-01-20'] })).toMatchObject({ daysOff: ['2026-01-20', '2026-09-10'] });
  });
});

describe('counting working days', () => {
  it.each([
    ['2026-09-30', 5, '2026-10-13'], // 8, 9, 10 (a shifted Saturday), 12, 13 October
    ['2025-01-24', 2, '2025-01-27'], // Sunday 26 January is worked
    ['2025-01-27', 1, '2025-02-05'],
    ['2024-09-13', 1, '2024-09-14'], // Saturday 14 September is worked
    ['2026-11-20', 1, '2026-11-23'],
  ])('from %s the %ith is %s', (from, n, date) => {
    expect(calendar.afterWorkingDays(civilDate(from), n)).toEqual({ date, provisional: false });
  });

  it.each([0, -1, 1.5, Number.NaN, 3661])('refuses a period of %p', (n) => {
    expect(() => calendar.afterWorkingDays(civilDate('2026-01-01'), n)).toThrow(expect.objectContaining({ code: 'calendar.not-a-period' }));
  });

  const day = fc.integer({ min: 0, max: 365 * 20 }).map((n) => plusDays(civilDate('2005-01-01'), n));

  it('ends on a working day and counts exactly so many, starting day not included', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 120 }), (from, n) => {
        const { date } = calendar.afterWorkingDays(from, n);
        expect(calendar.isWorkingDay(date)).toBe(true);
        expect(calendar.workingDaysBetween(from, date)).toBe(n);
      }),
    );
  });

  it('takes one day more for a day off put in the way', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const { date } = calendar.afterWorkingDays(from, n);
        const own = new WorkingCalendar({ daysOff: [date] });
        expect(own.afterWorkingDays(from, n).date).toBe(calendar.afterWorkingDays(from, n + 1).date);
      }),
    );
  });

  it('counts nothing up to the same or an earlier day', () => {
    expect(calendar.workingDaysBetween(civilDate('2026-03-10'), civilDate('2026-03-10'))).toBe(0);
    expect(calendar.workingDaysBetween(civilDate('2026-03-10'), civilDate('2026-03-01'))).toBe(0);
  });
});
