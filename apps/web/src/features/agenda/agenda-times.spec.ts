import { moved, plannedStarts } from './agenda-times.js';

describe('the plan of a day', () => {
  it('has each item begin where the one before ends', () => {
    const starts = plannedStarts('2026-03-20T00:30:00.000Z', [{ minutes: 40 }, { minutes: 0 }, { minutes: 25 }]);
    expect(starts).toEqual(['2026-03-20T00:30:00.000Z', '2026-03-20T01:10:00.000Z', '2026-03-20T01:10:00.000Z']);
  });

  it('is moved by one place, and not beyond its ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});
