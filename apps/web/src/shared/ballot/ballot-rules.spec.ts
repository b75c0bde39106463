import fc from 'fast-check';
import type { BallotView } from '../../api/shapes.js';
import { neededOf, thresholdIn, writesNames } from './ballot-rules.js';

describe('a threshold among stated facts', () => {
  it('is read with its base, the roll when none is named', () => {
    const facts = { num: 1, den: 2, inclusive: false, base: 'valid', yes: 48 } as const;
    expect(thresholdIn(facts)).toEqual({
      num: 1,
      den: 2,
      inclusive: false,
      base: 'valid',
    });
    expect(thresholdIn({ num: 2, den: 3, inclusive: true })).toEqual({ num: 2, den: 3, inclusive: true, base: 'roll' });
  });

  it('is none where it is not stated whole', () => {
    for (const stated of [null, undefined, {}, { num: 1, den: 2 }, { den: 2, inclusive: true }, { base: 'roll' } as const])
      expect(thresholdIn(stated)).toBeNull();
  });
});

describe('what is needed of a base', () => {
  it.each([
    [57, 1, 2, false, 29],
    [58, 1, 2, false, 30],
    [58, 1, 2, true, 29],
    [57, 2, 3, true, 38],
    [58, 2, 3, true, 39],
    [0, 1, 2, false, 1],
  ])('of %s, %s/%s, inclusive %s: %s', (base, num, den, inclusive, expected) => {
    expect(neededOf({ num, den, inclusive }, base)).toBe(expected);
  });

  it('is the smallest count that reaches it', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 99 }),
        fc.boolean(),
        (base, num, den, inclusive) => {
          const least = neededOf({ num, den, inclusive }, base);
          const reaches = (count: number) => (inclusive ? count * den >= base * num : count * den > base * num);
          expect(reaches(least)).toBe(true);
          expect(least === 0 || !reaches(least - 1)).toBe(true);
        },
      ),
    );
  });
});

describe('names written on the paper', () => {
  it('are taken in an election unless its rules say that they are not', () => {
    const cases = [
      ['election', {}],
      ['election', { writeIns: 'free' }],
      ['election', { writeIns: 'none' }],
      ['resolution', { writeIns: 'free' }],
    ] as const;
    expect(cases.map(([kind, rules]) => writesNames({ kind, rules: rules as NonNullable<BallotView['rules']> }))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
