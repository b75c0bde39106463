import fc from 'fast-check';
import { type TurnoutGroup, suppressSmallGroups } from './groups.js';

const groups = (...sizes: number[]): TurnoutGroup<null>[] => sizes.map((size, nth) => ({ id: `g${nth}`, size, figures: null }));
const told = (sizes: number[], least = 10) => suppressSmallGroups(groups(...sizes), least).map(({ size }) => size);

describe('the groups whose turnout is told', () => {
  it('are those that are large enough, in their own order', () => {
    expect(told([12, 30, 10])).toEqual([12, 30, 10]);
    expect(told([9, 9, 30, 12])).toEqual([30, 12]);
    expect(told([])).toEqual([]);
    expect(told([3, 4])).toEqual([]);
  });

  it('leave out another where a single small one could be computed from the total', () => {
    expect(told([3, 30, 12])).toEqual([30]);
    expect(told([9, 57])).toEqual([]);
  });

  it('leave out others until those left out are no small group together', () => {
    expect(told([2, 3, 11, 20])).toEqual([20]);
    expect(told([5, 5, 11, 20])).toEqual([11, 20]);
  });

  it('never give a small group away: what is not told is nothing, or at least two groups as large together as one that may be told', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }), fc.integer({ min: 5, max: 20 }), (sizes, least) => {
        const all = groups(...sizes);
        const shown = suppressSmallGroups(all, least);
        const hidden = all.filter((group) => !shown.includes(group));
        for (const { size } of shown) expect(size).toBeGreaterThanOrEqual(least);
        if (shown.length > 0 && hidden.length > 0) {
          expect(hidden.length).toBeGreaterThanOrEqual(2);
          expect(hidden.reduce((sum, { size }) => sum + size, 0)).toBeGreaterThanOrEqual(least);
        }
      }),
    );
  });

  it('are the same whatever the order of the groups', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([3, 5, 10, 10, 12, 30, 8], { minLength: 7 }), (sizes) => {
        expect([...told(sizes)].sort()).toEqual([...told([3, 5, 10, 10, 12, 30, 8])].sort());
      }),
    );
  });
});
