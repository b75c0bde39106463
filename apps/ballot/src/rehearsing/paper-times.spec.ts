import { PaperTimes } from './paper-times.js';

describe('what papers took', () => {
  it.each([
    [[], null],
    [[7], { median: 7, longest: 7 }],
    [[9, 1, 5], { median: 5, longest: 9 }],
    [[4, 1, 3, 2], { median: 2, longest: 4 }],
    [[2.4, 2.6, 2.4, 90], { median: 2, longest: 90 }],
  ])('of %j is summed up as %j', (times, summary) => {
    const kept = new PaperTimes();
    for (const ms of times) kept.add(ms);
    expect(kept.summary()).toEqual(summary);
    expect(kept.count).toBe(times.length);
  });
});
