import fc from 'fast-check';
import { needed, reaches } from './fraction.js';

const TWO_THIRDS_OR_MORE = { num: 2, den: 3, inclusive: true };
const MORE_THAN_TWO_THIRDS = { num: 2, den: 3, inclusive: false };
const HALF_OR_MORE = { num: 1, den: 2, inclusive: true };
const MORE_THAN_HALF = { num: 1, den: 2, inclusive: false };

describe('needed', () => {
  // DOMAIN 6.3, examples 1, 2 and 6.
  it.each([
    [TWO_THIRDS_OR_MORE, 48, 32],
    [MORE_THAN_TWO_THIRDS, 48, 33],
    [TWO_THIRDS_OR_MORE, 202, 135],
    [MORE_THAN_TWO_THIRDS, 202, 135],
    [TWO_THIRDS_OR_MORE, 57, 38],
    [MORE_THAN_HALF, 57, 29],
    [MORE_THAN_HALF, 95, 48],
    [HALF_OR_MORE, 96, 48],
    [MORE_THAN_HALF, 96, 49],
  ])('of %j over %i is %i', (fraction, base, count) => {
    expect(needed(fraction, base)).toBe(count);
    expect(reaches(count, fraction, base)).toBe(true);
    expect(reaches(count - 1, fraction, base)).toBe(false);
  });

  it('is the smallest count that satisfies the inequality, whatever the figures', () => {
    const share = fc
      .integer({ min: 1, max: 1000 })
      .chain((den) => fc.record({ num: fc.integer({ min: 0, max: den }), den: fc.constant(den), inclusive: fc.boolean() }));
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 1_000_000 }), (fraction, base) => {
        const satisfies = (k: number) => {
          const [left, right] = [BigInt(k) * BigInt(fraction.den), BigInt(fraction.num) * BigInt(base)];
          return fraction.inclusive ? left >= right : left > right;
        };
        const k = needed(fraction, base);
        expect(satisfies(k)).toBe(true);
        if (k > 0) expect(satisfies(k - 1)).toBe(false);
      }),
    );
  });

  it('reaches nothing of an empty base', () => {
    expect(reaches(0, HALF_OR_MORE, 0)).toBe(false);
  });

  it.each([
    [{ num: 3, den: 2, inclusive: true }, 5],
    [{ num: 1, den: 0, inclusive: true }, 5],
    [{ num: 0.5, den: 1, inclusive: true }, 5],
    [HALF_OR_MORE, -1],
    [HALF_OR_MORE, 1.5],
  ])('refuses %j over %d', (fraction, base) => {
    expect(() => needed(fraction, base)).toThrow(RangeError);
  });
});
