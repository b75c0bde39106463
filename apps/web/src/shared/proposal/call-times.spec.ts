import { endOfDay, lastDayOf, startOfDay } from './call-times.js';

describe('the window of a call', () => {
  it('begins and ends with days where the congress sits', () => {
    expect(startOfDay('2026-12-01').toISOString()).toBe('2026-11-30T16:00:00.000Z');
    expect(endOfDay('2026-12-31').toISOString()).toBe('2026-12-31T16:00:00.000Z');
  });

  it('is told by its last day, counted with it', () => {
    expect(lastDayOf('2026-12-31T16:00:00.000Z', new Date('2026-12-19T04:00:00Z'))).toEqual({
      date: '2026-12-31',
      isWhole: true,
      daysLeft: 12,
    });
    expect(lastDayOf('2026-12-31T16:00:00.000Z', new Date('2026-12-31T15:59:00Z'))).toEqual({
      date: '2026-12-31',
      isWhole: true,
      daysLeft: 0,
    });
    expect(lastDayOf('2026-12-20T02:30:00.000Z', new Date('2026-12-19T04:00:00Z'))).toEqual({
      date: '2026-12-20',
      isWhole: false,
      daysLeft: 1,
    });
  });
});
