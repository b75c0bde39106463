import { pauseAfter } from './way.js';

describe('the pause between two tries', () => {
  const retries = { firstMs: 5_000, atMostMs: 900_000, triesMax: 20 };

  it.each([
    [1, undefined, 5_000],
    [2, undefined, 10_000],
    [8, undefined, 640_000],
    [9, undefined, 900_000],
    [19, undefined, 900_000],
    [20, undefined, null],
    [1, 60_000, 60_000],
    [8, 60_000, 640_000],
    [19, 3_600_000, 3_600_000],
    [20, 60_000, null],
  ])('after try %s, asked for %s ms, is %s ms', (tries, asked, pause) => {
    expect(pauseAfter(tries, retries, asked)).toBe(pause);
  });
});
