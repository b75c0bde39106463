import { daysTo, instantOf, typedOf } from './congress-time.js';

describe('a time of the congress', () => {
  it('is that of China, wherever it is typed', () => {
    expect(instantOf('2026-12-03T09:00')).toBe('2026-12-03T01:00:00.000Z');
    expect(typedOf('2026-12-03T01:00:00.000Z')).toBe('2026-12-03T09:00');
    expect([instantOf(''), instantOf(null), instantOf('soon')]).toEqual([null, null, null]);
  });

  it('is so many days away by the calendar, not by hours', () => {
    const evening = new Date('2026-12-02T15:30:00.000Z'); // 23:30 in China.
    expect([
      daysTo('2026-12-02T15:59:00.000Z', evening),
      daysTo('2026-12-02T16:01:00.000Z', evening),
      daysTo('2026-12-05T01:00:00.000Z', evening),
    ]).toEqual([0, 1, 3]);
  });
});
