import { relationOf } from './relations.js';

type Related = Parameters<typeof relationOf>[0];
const first: Related = { id: 'first', follows: null, descent: null, primaryOf: null, rerunOf: null };
const descended = (as: 'next-round' | 'second-stage'): Related => ({
  ...first,
  id: as,
  follows: 'first',
  descent: { as, standing: [], othersMayStand: false, eligible: null },
});

describe('ballots of one chain', () => {
  it.each([
    [descended('next-round'), 'round-before', 'next-round'],
    [descended('second-stage'), 'first-stage', 'second-stage'],
    [{ ...first, id: 'primary', primaryOf: 'first' }, 'election', 'primary'],
    [{ ...first, id: 'again', rerunOf: 'first' }, 'repeated', 'rerun'],
  ] as const)('know each other both ways: %#', (other, from, to) => {
    expect(relationOf(other, first)).toBe(from);
    expect(relationOf(first, other)).toBe(to);
  });

  it('are not those that merely came of the same', () => {
    expect(relationOf(descended('next-round'), descended('second-stage'))).toBeNull();
    expect(relationOf(first, { ...first, id: 'other' })).toBeNull();
  });
});
