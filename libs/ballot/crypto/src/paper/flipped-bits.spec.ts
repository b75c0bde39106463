import fc from 'fast-check';
import { PAPER_BYTES_MAX } from '../form/limits.js';
import { BigIntArithmetic } from '../group/bigint-arithmetic.js';
import { utf8 } from '../group/hashing.js';
import { aBallot } from '../testing/index.js';
import { verifyPaper } from './verify-paper.js';

const arithmetic = new BigIntArithmetic({ bits: 8 });
const ballot = aBallot(arithmetic, { questions: [{ answers: ['yes', 'no'], min: 1, max: 1, blank: true }] });
const paper = utf8(ballot.seal(0, [[0, 1]]));
const verify = (bytes: Uint8Array) => verifyPaper(ballot.election, ballot.bases, bytes);

describe('a paper with one flipped bit', () => {
  it('is refused, whichever bit it is', () => {
    fc.assert(
      fc.property(fc.nat(paper.length - 1), fc.nat(7), (at, bit) => {
        const flipped = paper.slice();
        flipped[at]! ^= 1 << bit;
        expect(verify(flipped).ok).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});

describe('anything instead of a paper', () => {
  it('is refused and never throws', () => {
    const mutations = fc.array(fc.tuple(fc.nat(paper.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(mutations, fc.nat(paper.length), (changes, length) => {
        const mutated = paper.slice(0, length);
        for (const [at, byte] of changes) if (at < length) mutated[at] = byte;
        expect(verify(mutated)).toMatchObject({ ok: expect.any(Boolean) });
      }),
      { numRuns: 150 },
    );
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(verify(utf8(JSON.stringify(value))).ok).toBe(false)));
  });

  it('is not even parsed above the stated size', () => {
    expect(verify(new Uint8Array(PAPER_BYTES_MAX + 1))).toMatchObject({ check: 'paper-size' });
    expect(verify(new Uint8Array(PAPER_BYTES_MAX))).toMatchObject({ check: 'paper-form' });
  });
});
