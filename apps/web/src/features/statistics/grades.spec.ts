import { gradesOf, type SatisfactionView } from './grades.js';

const RATED: SatisfactionView = {
  given: 7,
  silent: 3,
  deemedSatisfied: 0,
  notAsked: { attitude: 2, result: 0 },
  attitude: { VERY_SATISFIED: 0, SATISFIED: 4, BASICALLY: 1, DISSATISFIED: 0 },
  result: null,
};

describe('grades', () => {
  it('are told of those who gave one, without silence and without whoever was not asked', () => {
    expect(gradesOf(RATED, 'attitude')).toEqual([
      { grade: 'SATISFIED', rate: { part: 4, whole: 5 } },
      { grade: 'BASICALLY', rate: { part: 1, whole: 5 } },
      { grade: 'DISSATISFIED', rate: { part: 0, whole: 5 } },
    ]);
  });

  it('begin with the best one where a call has it', () => {
    const attitude = { VERY_SATISFIED: 2, SATISFIED: 3, BASICALLY: 0, DISSATISFIED: 0 };
    expect(gradesOf({ ...RATED, attitude }, 'attitude')?.[0]).toEqual({ grade: 'VERY_SATISFIED', rate: { part: 2, whole: 5 } });
  });

  it('are not told where so few gave them that the service keeps them back', () => {
    expect(gradesOf(RATED, 'result')).toBeNull();
  });
});
