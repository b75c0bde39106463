import type { Drawing } from '../../api/shapes.js';
import { candidateOutcomeOf, isElected, statusOf } from './election-outcome.js';

const drawing = (parts: Partial<Drawing>): Drawing => ({
  no: 1,
  tied: ['a', 'b'],
  seats: 1,
  begunAt: '',
  contributions: [],
  elected: null,
  drawnAt: null,
  voidedBecause: null,
  voidedAt: null,
  ...parts,
});
const seats = {
  elected: [
    { id: 'x', byLot: false },
    { id: 'b', byLot: true },
  ],
  vacant: 0,
  decided: 0,
  open: 0,
  decidable: [],
};
const outcome = { status: 'lots' as const, needed: {}, explanation: [] };

describe('what became of a candidate', () => {
  it('is what the count said where no lots were drawn', () => {
    for (const said of ['elected', 'tied', 'not-elected'] as const)
      expect(
        candidateOutcomeOf({ seats: { ...seats, elected: [] }, drawings: [drawing({ voidedAt: 'then' })] }, { id: 'a', outcome: said }),
      ).toBe(said);
  });

  it('is decided by lot for those who were level, and for nobody else', () => {
    const drawn = { seats, drawings: [drawing({ voidedAt: 'then' }), drawing({ no: 2, elected: ['b'] })] };
    expect(candidateOutcomeOf(drawn, { id: 'b', outcome: 'tied' })).toBe('elected-by-lot');
    expect(candidateOutcomeOf(drawn, { id: 'a', outcome: 'tied' })).toBe('not-drawn');
    expect(candidateOutcomeOf(drawn, { id: 'x', outcome: 'elected' })).toBe('elected');
    expect(candidateOutcomeOf(drawn, { id: 'c', outcome: 'not-elected' })).toBe('not-elected');
    expect([isElected('elected-by-lot'), isElected('not-drawn'), isElected('tied')]).toEqual([true, false, false]);
  });
});

describe('how a vote ended', () => {
  it('says whether the lots that it asked for are drawn', () => {
    expect(statusOf({ outcome, drawings: [drawing({})] })).toBe('lots');
    expect(statusOf({ outcome, drawings: [drawing({ elected: ['b'] })] })).toBe('lots-drawn');
    expect(statusOf({ outcome: { ...outcome, status: 'decided' }, drawings: [] })).toBe('decided');
  });
});
