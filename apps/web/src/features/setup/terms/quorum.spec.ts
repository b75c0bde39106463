import { quorumCountOf, QUORUMS, quorumName } from './quorum.js';

describe('a quorum', () => {
  it('is the smallest whole number of people, "or more" and "more than" apart', () => {
    expect([57, 58, 60].map((entitled) => quorumCountOf(QUORUMS.twoThirds, entitled))).toEqual([38, 39, 40]);
    expect([57, 58].map((entitled) => quorumCountOf(QUORUMS.moreThanHalf, entitled))).toEqual([29, 30]);
    expect([57, 58].map((entitled) => quorumCountOf(QUORUMS.half, entitled))).toEqual([29, 29]);
  });

  it('is known by its share, however it is written', () => {
    expect(quorumName({ num: 4, den: 6, inclusive: true })).toBe('twoThirds');
    expect(quorumName({ num: 2, den: 3, inclusive: false })).toBeNull();
  });
});
