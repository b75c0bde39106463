import fc from 'fast-check';
import type { Preset } from './ballot-acts.js';
import { draftOf, linesOf, neededOf, type Wish } from './drafting.js';

const MORE_THAN_HALF = { num: 1, den: 2, inclusive: false, base: 'roll' };
const PRESET: Preset = { id: 'union-election', kind: 'election', source: 'A regulation', mark: 'E', asks: [], rules: { quorum: { num: 2, den: 3, inclusive: true }, elect: MORE_THAN_HALF, writeIns: 'replace-no' } };
const WISH: Wish = {
  sessionId: 's', kind: 'election', preset: 'union-election', title: ' The committee ', channel: 'paper', grades: [], seats: 2, threshold: MORE_THAN_HALF, surplus: null, revote: false, sharesNeeded: null, threeWay: false,
  entries: [{ label: 'A ', memberId: 'm1' }, { label: 'B', memberId: null }],
};

describe('the draft of a ballot', () => {
  it('says only what differs from the preset', () => {
    expect(draftOf(WISH, PRESET)).toEqual({
      sessionId: 's', kind: 'election', channel: 'paper', title: 'The committee', preset: 'union-election', rules: { seats: 2 },
      candidates: [{ id: 'c1', label: 'A', memberId: 'm1' }, { id: 'c2', label: 'B' }],
    });
  });

  it('names another threshold whole, with its base', () => {
    const threshold = { num: 2, den: 3, inclusive: true, base: 'present' };
    expect(draftOf({ ...WISH, threshold, surplus: 1 }, PRESET).rules).toEqual({ seats: 2, elect: threshold, surplus: { rate: { num: 0, den: 1 }, min: 1 } });
    expect(draftOf({ ...WISH, threshold: { ...MORE_THAN_HALF, inclusive: true } }, PRESET).rules).toMatchObject({ elect: { inclusive: true } });
  });

  it('has on sealed papers no names written in, and what only they have', () => {
    expect(draftOf({ ...WISH, channel: 'sealed' }, PRESET).rules).toEqual({ seats: 2, writeIns: 'none' });
    expect(draftOf({ ...WISH, channel: 'mixed', revote: true, sharesNeeded: 2, threeWay: true }, PRESET).rules).toEqual({
      seats: 2, writeIns: 'none', revote: true, procedure: { sharesNeeded: 2, sealedMarks: 'three-way' },
    });
    expect(draftOf({ ...WISH, revote: true, sharesNeeded: 2 }, PRESET).rules).toEqual({ seats: 2 });
  });

  it('says that candidates named here are not found by the nomination of the preset', () => {
    const preset = { ...PRESET, rules: { ...PRESET.rules, procedure: { nomination: { notice: { kind: 'working-days', n: 5 } } } } };
    expect(draftOf(WISH, preset).rules).toEqual({ seats: 2, procedure: { nomination: null } });
    expect(draftOf({ ...WISH, channel: 'sealed', sharesNeeded: 2 }, preset).rules).toEqual({ seats: 2, writeIns: 'none', procedure: { nomination: null, sharesNeeded: 2 } });
    expect(draftOf({ ...WISH, entries: [] }, preset).rules).toEqual({ seats: 2 });
  });

  it('leaves the rules of a poll to the service, and grades an appraisal', () => {
    const poll = draftOf({ ...WISH, kind: 'poll', preset: null }, null);
    expect(poll).not.toHaveProperty('rules');
    expect(poll).toMatchObject({ options: [{ id: 'o1' }, { id: 'o2' }] });
    expect(draftOf({ ...WISH, kind: 'appraisal', preset: null, grades: ['good', 'bad'] }, null)).toMatchObject({ grades: ['good', 'bad'], subjects: [{ id: 's1' }, { id: 's2' }] });
  });
});

describe('what is needed of a base', () => {
  it.each([[57, 1, 2, false, 29], [58, 1, 2, false, 30], [58, 1, 2, true, 29], [57, 2, 3, true, 38], [58, 2, 3, true, 39], [0, 1, 2, false, 1]])('of %s, %s/%s, inclusive %s: %s', (base, num, den, inclusive, expected) => {
    expect(neededOf({ num, den, inclusive }, base)).toBe(expected);
  });

  it('is the smallest count that reaches it', () => {
    fc.assert(fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), fc.boolean(), (base, num, den, inclusive) => {
      const least = neededOf({ num, den, inclusive }, base);
      const reaches = (count: number) => (inclusive ? count * den >= base * num : count * den > base * num);
      expect(reaches(least)).toBe(true);
      expect(least === 0 || !reaches(least - 1)).toBe(true);
    }));
  });
});

it('reads one entry a line', () => {
  expect(linesOf(' plan \n\n budget\r\n')).toEqual(['plan', 'budget']);
});
