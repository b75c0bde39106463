import fc from 'fast-check';
import { isReached, leastOf } from './share.js';

const MORE_THAN_HALF = { num: 1, den: 2, inclusive: false };
const TWO_THIRDS = { num: 2, den: 3, inclusive: true };

describe('a share', () => {
  it.each([
    // 半数 and 过半数 differ where half is a whole number; two thirds of 10 are 7 heads.
    [MORE_THAN_HALF, 10, 6],
    [{ ...MORE_THAN_HALF, inclusive: true }, 10, 5],
    [MORE_THAN_HALF, 11, 6],
    [TWO_THIRDS, 9, 6],
    [{ ...TWO_THIRDS, inclusive: false }, 9, 7],
    [TWO_THIRDS, 10, 7],
    [TWO_THIRDS, 0, 0],
  ])('%j of %d is reached by %d', (share, all, least) => {
    expect(leastOf(share, all)).toBe(least);
  });

  it('is reached by the least of it and by no fewer', () => {
    const share = fc.record({ num: fc.integer({ min: 1, max: 50 }), den: fc.integer({ min: 50, max: 100 }), inclusive: fc.boolean() });
    fc.assert(
      fc.property(share, fc.nat(5000), (one, all) => {
        const least = leastOf(one, all);
        expect([isReached(one, least, all), isReached(one, least - 1, all)]).toEqual([true, false]);
      }),
    );
  });
});
