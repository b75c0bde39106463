import fc from 'fast-check';
import { verifyArchive } from '../archive/verify-archive.js';
import type { Question } from '../election/election.js';
import { multiplyModP } from '../group/arithmetic.js';
import { G, P, Q } from '../group/belenios-2048.js';
import { BigIntArithmetic } from '../group/bigint-arithmetic.js';
import type { Choices, Marks } from '../paper/seal-paper.js';
import { aBallot, unwrapVerdict } from '../testing/index.js';
import { combine, groupsLackingShares, lagrange } from './combination.js';
import { lastPositions } from './encrypted-tally.js';
import { openTally, readWeight, writeResult, writeWeight } from './result.js';
import { makeShare, readShare, verifyShare } from './share.js';
import { StrictReader } from '../form/strict-reader.js';
import { RefusalError } from '../form/verdict.js';

const arithmetic = new BigIntArithmetic({ bits: 8 });

const questions: fc.Arbitrary<Question> = fc
  .record({ answers: fc.integer({ min: 1, max: 3 }), low: fc.nat(2), high: fc.nat(2), blank: fc.boolean() })
  .map(({ answers, low, high, blank }) => ({
    question: 'q',
    answers: Array.from({ length: answers }, (_, n) => `a${n}`),
    min: Math.min(low, high, answers),
    max: Math.min(Math.max(low, high), answers),
    blank,
  }));

function marksFor({ answers, min, max, blank }: Question): fc.Arbitrary<Marks> {
  const some = fc
    .subarray(
      answers.map((_, n) => n),
      { minLength: min, maxLength: max },
    )
    .map((marked) => answers.map((_, n) => (marked.includes(n) ? 1 : 0)));
  return blank ? fc.oneof(some, fc.constant('blank' as const)) : some;
}

/** Elections of one or two questions with up to three papers, some by the same voter, and weights. */
const ballots = fc.array(questions, { minLength: 1, maxLength: 2 }).chain((asked) =>
  fc.record({
    asked: fc.constant(asked),
    weights: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 1000 })),
    papers: fc.array(fc.record({ voter: fc.nat(1), choices: fc.tuple(...asked.map(marksFor)) }), { maxLength: 3 }),
    scrutineers: fc.constantFrom({ singles: 1 }, { singles: 2 }),
  }),
);

/** What a count of the same choices in clear gives. */
function countInClear(
  asked: readonly Question[],
  weights: readonly number[],
  papers: readonly { voter: number; choices: Choices }[],
): number[][] {
  const last = new Map(papers.map(({ voter, choices }) => [voter, choices]));
  return asked.map((question, index) => {
    const counts = Array.from({ length: question.answers.length + (question.blank ? 1 : 0) }, () => 0);
    for (const [voter, choices] of last) {
      const marks = choices[index]!;
      const cells = question.blank
        ? [marks === 'blank' ? 1 : 0, ...(marks === 'blank' ? question.answers.map(() => 0) : marks)]
        : (marks as number[]);
      cells.forEach((mark, cell) => (counts[cell]! += mark * weights[voter]!));
    }
    return counts;
  });
}

describe('sealing, verifying, adding up and opening', () => {
  it('gives the sum of the choices, whatever is asked and however often somebody votes', () => {
    fc.assert(
      fc.property(ballots, ({ asked, weights, papers, scrutineers }) => {
        const ballot = aBallot(arithmetic, { questions: asked, weights, ...scrutineers });
        const box = ballot.box().cast(...papers.map(({ voter, choices }) => ballot.seal(voter, choices)));
        const owners = ballot.trustees.keys.map((_, n) => n + 1);
        const { result, counted } = unwrapVerdict(verifyArchive(box.finish(...owners).bytes, { arithmetic }));
        expect(result).toEqual(countInClear(asked, weights, papers));
        expect(counted).toBe(new Set(papers.map(({ voter }) => voter)).size);
      }),
      { numRuns: 12 },
    );
  });
});

describe('shares', () => {
  const ballot = aBallot(arithmetic);
  const box = ballot
    .box()
    .cast(ballot.seal(0, [[1, 0, 0]]))
    .close()
    .tally();
  const { tally } = box.honestSum;
  const key = ballot.trustees.keys[0]!.publicKey;
  const share = box.shareText(1);
  const verify = (text: string, of = tally, fingerprint = ballot.election.fingerprint) =>
    verifyShare(arithmetic, fingerprint, of, key, text);

  it('are refused for another tally, another election, or made with another key', () => {
    unwrapVerdict(verify(share));
    expect(verify(share, [[tally[0]![1]!, tally[0]![0]!, tally[0]![2]!]])).toMatchObject({ check: 'share-proof', at: '[0][0]' });
    expect(verify(share, tally, 'elsewhere')).toMatchObject({ check: 'share-proof' });
    expect(verify(makeShare(arithmetic, ballot.election.fingerprint, tally, 99n))).toMatchObject({ check: 'share-proof' });
  });

  it('are refused with a factor outside the group, or the factors of other cells', () => {
    const edited = (edit: (rows: string[][]) => void): string => {
      const copy = JSON.parse(share) as { decryption_factors: string[][] };
      edit(copy.decryption_factors);
      return JSON.stringify(copy);
    };
    for (const factor of [0n, P, P - 1n, 2n])
      expect(verify(edited(([row]) => (row![1] = factor.toString())))).toMatchObject({ check: 'share-group', at: '[0][1]' });
    expect(verify(edited(([row]) => row!.reverse()))).toMatchObject({ check: 'share-proof' });
    expect(verify(edited((rows) => rows.push([])))).toMatchObject({ check: 'share-form' });
    expect(verify('null')).toMatchObject({ check: 'share-form' });
  });

  it('are enough when every group has its number', () => {
    const withThreshold = aBallot(arithmetic, { singles: 1, thresholdTrustees: { size: 3, threshold: 2 }, seed: 'circled' });
    const lacking = (...owners: number[]) => groupsLackingShares(withThreshold.trustees, new Set(owners)).length;
    expect([lacking(), lacking(1), lacking(2, 3), lacking(1, 4), lacking(1, 2, 4), lacking(1, 2, 3, 4)]).toEqual([2, 1, 1, 1, 0, 0]);
    const counted = withThreshold
      .box()
      .cast(withThreshold.seal(0, [[1, 0, 0]]))
      .close()
      .tally();
    const factors = (owner: number) =>
      readShare(
        arithmetic,
        withThreshold.election.fingerprint,
        counted.honestSum.tally,
        withThreshold.trustees.keys[owner - 1]!.publicKey,
        counted.shareText(owner),
      );
    const shares = new Map([1, 2, 3, 4].map((owner) => [owner, factors(owner)]));
    const only = (...owners: number[]) =>
      combine(arithmetic, withThreshold.trustees, new Map(owners.map((owner) => [owner, shares.get(owner)!])));
    const opened = only(1, 2, 3);
    for (const owners of [
      [4, 2, 1],
      [3, 1, 4],
      [1, 2, 3, 4],
    ])
      expect(only(...owners)).toEqual(opened);
    expect(() => only(2, 3)).toThrow(TypeError);
  });
});

describe('combination', () => {
  it('has coefficients that turn the values of a polynomial into its value at 0', () => {
    const [a, b, c] = [11n, 22n, 33n];
    const at = (x: number): bigint => a + b * BigInt(x) + c * BigInt(x * x);
    for (const seats of [
      [1, 2, 3],
      [2, 5, 4],
      [7, 1, 9],
    ]) {
      expect(seats.reduce((sum, seat) => (sum + lagrange(seat, seats) * at(seat)) % Q, 0n)).toBe(a);
    }
    expect(lagrange(4, [4])).toBe(1n);
  });
});

describe('the result', () => {
  const cell = (count: number) => ({ alpha: 1n, beta: arithmetic.power(G, BigInt(count)) });

  it('is found up to the total weight, and nothing else is', () => {
    const open = (count: number, totalWeight: number) => openTally(arithmetic, { counted: 1, totalWeight, tally: [[cell(count)]] }, [[1n]]);
    for (const [count, total] of [
      [0, 0],
      [1, 1],
      [99, 100],
      [100, 100],
      [4_999_999, 5_000_000],
    ] as const)
      expect(open(count, total)).toEqual([[count]]);
    expect(() => open(200, 100)).toThrow(TypeError);
    expect(() => open(1, 2 ** 40)).toThrow(RangeError);
    expect(() =>
      openTally(arithmetic, { counted: 1, totalWeight: 5, tally: [[{ alpha: 1n, beta: multiplyModP(G, 4n) }]] }, [[1n]]),
    ).toThrow(TypeError);
  });

  it('is a number up to 2^30 - 1 and a string above, as are weights', () => {
    const read = (text: string): number => readWeight(StrictReader.canonical(text, 'result-form'));
    expect([writeWeight(2 ** 30 - 1), writeWeight(2 ** 30)]).toEqual([1073741823, '1073741824']);
    expect(writeResult([[0, 2 ** 30]])).toBe('{"result":[[0,"1073741824"]]}');
    expect([read('1073741823'), read('"1073741824"'), read('"9007199254740991"')]).toEqual([2 ** 30 - 1, 2 ** 30, 2 ** 53 - 1]);
    for (const text of ['1073741824', '"1073741823"', '"9007199254740992"', '-1', '1.5', '"01073741824"'])
      expect(() => read(text)).toThrow(RefusalError);
  });

  it('counts for each credential the last paper', () => {
    expect([...lastPositions(['a', 'b', 'a', 'c', 'b', 'a'])]).toEqual([
      ['a', 5],
      ['b', 4],
      ['c', 3],
    ]);
  });
});
