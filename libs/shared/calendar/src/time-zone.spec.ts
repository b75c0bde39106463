import fc from 'fast-check';
import { civilDate } from './civil-date.js';
import { assertTimeZone, atMinute, dayOf, endOfDay, minuteOfDay, startOfDay } from './time-zone.js';

describe('a day in a time zone', () => {
  it('ends in Shanghai at 16:00 UTC', () => {
    expect(endOfDay(civilDate('2026-06-30')).toISOString()).toBe('2026-06-30T16:00:00.000Z');
    expect(startOfDay(civilDate('2026-06-30')).toISOString()).toBe('2026-06-29T16:00:00.000Z');
  });

  it('belongs to the next day from 24:00 on', () => {
    expect(dayOf(new Date('2026-06-30T15:59:59.999Z'))).toBe('2026-06-30');
    expect(dayOf(new Date('2026-06-30T16:00:00.000Z'))).toBe('2026-07-01');
  });

  it.each([
    // Clocks go forward on 29 March 2026 in Berlin: that day has 23 hours; on 25 October 25.
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    // Shanghai had summer time in 1988.
    ['Asia/Shanghai', '1988-07-01', '1988-06-30T15:00:00.000Z', '1988-07-01T15:00:00.000Z'],
    // Havana springs forward at midnight: the day begins at 01:00.
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00.000Z', '2026-01-01T10:00:00.000Z'],
  ])('in %s, %s is from %s to %s', (zone, date, from, to) => {
    expect(startOfDay(civilDate(date), zone).toISOString()).toBe(from);
    expect(endOfDay(civilDate(date), zone).toISOString()).toBe(to);
  });

  it.each(['US/Pacific-New', 'EST5EDT-ish', '+08:00', 'asia/shanghai'])(
    'refuses %s as the zone of an organisation: another program may not know it',
    (zone) => {
      expect(() => assertTimeZone(zone)).toThrow(expect.objectContaining({ code: 'calendar.unknown-time-zone' }));
    },
  );

  it.each(['Asia/Shanghai', 'Asia/Urumqi', 'Europe/Berlin', 'UTC'])('takes %s as the zone of an organisation', (zone) => {
    expect(() => assertTimeZone(zone)).not.toThrow();
  });

  it('refuses a zone that does not exist', () => {
    expect(() => dayOf(new Date(0), 'Asia/Beijing-West')).toThrow(expect.objectContaining({ code: 'calendar.unknown-time-zone' }));
  });

  it('begins at an instant that is the first of it', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/Los_Angeles', 'Australia/Lord_Howe', 'UTC');
    const days = fc
      .date({ min: new Date('1991-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
      .map((at) => civilDate(at.toISOString().slice(0, 10)));
    fc.assert(
      fc.property(days, zones, (date, zone) => {
        const start = startOfDay(date, zone);
        expect(dayOf(start, zone)).toBe(date);
        expect(dayOf(new Date(start.getTime() - 1), zone) < date).toBe(true);
      }),
    );
  });
});

describe('the time of day in a time zone', () => {
  it.each([
    ['Asia/Shanghai', '2026-06-30', 7 * 60, '2026-06-29T23:00:00.000Z'],
    // 02:30 does not exist on the day when clocks go forward, and 02:30 comes twice on that when they go back.
    ['Europe/Berlin', '2026-03-29', 150, '2026-03-29T01:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', 7 * 60, '2026-03-29T05:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', 150, '2026-10-25T00:30:00.000Z'],
    ['Europe/Berlin', '2026-10-25', 7 * 60, '2026-10-25T06:00:00.000Z'],
    ['America/Havana', '2026-03-08', 30, '2026-03-08T05:00:00.000Z'],
  ])('in %s, %s, minute %s is %s', (zone, date, minute, instant) => {
    expect(atMinute(civilDate(date), minute, zone).toISOString()).toBe(instant);
  });

  it('is what the clock shows', () => {
    expect(minuteOfDay(new Date('2026-06-29T15:59:59.999Z'))).toBe(23 * 60 + 59);
    expect(minuteOfDay(new Date('2026-06-29T16:00:00.000Z'))).toBe(0);
    expect(minuteOfDay(new Date('2026-10-25T01:30:00.000Z'), 'Europe/Berlin')).toBe(150);
  });
});
