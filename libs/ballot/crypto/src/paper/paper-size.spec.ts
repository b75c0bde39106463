import { BigIntArithmetic } from '../group/bigint-arithmetic.js';
import { sealThreeWay } from '../three-way/seal-three-way.js';
import { aBallot } from '../testing/index.js';
import { marksLengthMax, paperLengthMax } from './paper-size.js';

const arithmetic = new BigIntArithmetic({ bits: 8 });

describe('how long a paper may be', () => {
  it.each([
    ['one of three', [{ answers: ['yes', 'no', 'abstain'], min: 1, max: 1 }], [[0, 1, 0]]],
    [
      'two matters',
      [
        { answers: ['yes', 'no'], min: 0, max: 1 },
        { answers: ['a', 'b', 'c', 'd'], min: 0, max: 3 },
      ],
      [
        [1, 0],
        [1, 1, 0, 1],
      ],
    ],
    ['a blank one', [{ answers: ['a', 'b'], min: 1, max: 2, blank: true }], ['blank']],
    [
      'twelve for nine seats',
      [{ answers: Array.from({ length: 12 }, (_, nth) => `c${nth}`), min: 0, max: 9 }],
      [[1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0]],
    ],
  ] as const)('%s: an honest paper fits, and not much more', (_, questions, choices) => {
    const ballot = aBallot(arithmetic, { questions });
    const limit = paperLengthMax(ballot.election.questions);
    const { length } = ballot.seal(0, choices);
    expect(length).toBeLessThanOrEqual(limit);
    expect(length).toBeGreaterThan(limit * 0.75);
  });

  it('counts the proofs beside a three-way paper, too', () => {
    const answers = ['a', 'b', 'c', 'd', 'e'];
    const ballot = aBallot(arithmetic, {
      questions: [
        { answers, min: 0, max: 2 },
        { answers, min: 0, max: 5 },
      ],
    });
    const pairs = [{ approve: 0, against: 1 }];
    const { marks } = sealThreeWay(
      ballot.election,
      ballot.bases,
      ballot.secrets[0] as bigint,
      [
        [1, 0, 0, 0, 0],
        [0, 1, 1, 0, 0],
      ],
      pairs,
      ballot.random,
    );
    const limit = marksLengthMax(ballot.election.questions, pairs);
    expect(marks.length).toBeLessThanOrEqual(limit);
    expect(marks.length).toBeGreaterThan(limit * 0.75);
  });
});
