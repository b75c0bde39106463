import fc from 'fast-check';
import { type Arithmetic, proofBasesOf, BigIntArithmetic, G, isMember, P, Q, sealPaper, verifyPaper } from '@plenum/ballot-crypto';
import { aBallot, seededRandomness } from '@plenum/ballot-crypto/testing';
import { OpenSslArithmetic, serverArithmetic } from './openssl-arithmetic.js';

const openssl = new OpenSslArithmetic({ bits: 6 });
const bigint = new BigIntArithmetic({ bits: 5 });
const third = bigint.power(5n, (P - 1n) / 3n);
const edges = [0n, 1n, 2n, 3n, G, third, (third * third) % P, P - third, P - G, P - 2n, P - 1n, P, P + 2n];

describe("OpenSSL's arithmetic", () => {
  it('agrees with BigInt at every edge: bases of small order, exponents of every length', () => {
    const exponents = [
      0n,
      1n,
      2n,
      3n,
      6n,
      255n,
      256n,
      Q - 1n,
      Q,
      Q + 1n,
      2n ** 256n - 1n,
      (P - 1n) / 2n,
      P - 2n,
      P - 1n,
      P,
      2n ** 2048n - 1n,
    ];
    const differing = edges.flatMap((base) =>
      exponents.filter((exponent) => openssl.power(base, exponent) !== bigint.power(base, exponent)).map((exponent) => [base, exponent]),
    );
    expect(differing).toEqual([]);
  });

  it('agrees with BigInt on numbers of any size', () => {
    const bases = fc.oneof(fc.bigInt({ min: 0n, max: P - 1n }), fc.bigInt({ min: 0n, max: 2n ** 64n }));
    const exponents = fc.oneof(fc.bigInt({ min: 0n, max: Q }), fc.bigInt({ min: 0n, max: 2n ** 64n }));
    fc.assert(
      fc.property(bases, exponents, (base, exponent) => {
        expect(openssl.power(base, exponent)).toBe(bigint.power(base, exponent));
        expect(openssl.fixedBase(G).power(exponent)).toBe(bigint.power(G, exponent));
      }),
      { numRuns: 40 },
    );
    fc.assert(fc.property(fc.string(), (text) => expect(openssl.hexHash(text)).toBe(bigint.hexHash(text))));
  });

  it('says the same of who is of the group', () => {
    const members = [...edges, P, P + 1n].map((x) => isMember(openssl, x));
    expect(members).toEqual([...edges, P, P + 1n].map((x) => isMember(bigint, x)));
    expect(members.filter(Boolean)).toHaveLength(2);
  });

  it('seals the same bytes from the same chance, and verifies what the other sealed', () => {
    const ballot = aBallot(bigint, { questions: [{ answers: ['yes', 'no'], min: 1, max: 1, blank: true }] });
    const [ours, theirs] = [openssl, bigint].map((arithmetic) => proofBasesOf(arithmetic, ballot.election.publicKey)) as [
      typeof ballot.bases,
      typeof ballot.bases,
    ];
    const [first, second] = [ours, theirs].map(
      (bases) => sealPaper(ballot.election, bases, ballot.secrets[0]!, ['blank'], seededRandomness('same')).text,
    );
    expect(first).toBe(second);
    expect(verifyPaper(ballot.election, ours, first!)).toEqual(verifyPaper(ballot.election, theirs, second!));
  });
});

describe('serverArithmetic', () => {
  const wrong = (change: Partial<Arithmetic>): Arithmetic => ({
    name: 'openssl',
    power: (base, exponent) => openssl.power(base, exponent),
    fixedBase: (base) => openssl.fixedBase(base),
    hexHash: (content) => openssl.hexHash(content),
    ...change,
  });

  it("is OpenSSL's on this machine", () => {
    expect(serverArithmetic({ bits: 4 }).name).toBe('openssl');
    expect(serverArithmetic({ bits: 4 }, () => wrong({})).name).toBe('openssl');
  });

  it.each<[string, () => Arithmetic]>([
    [
      'is not there',
      () => {
        throw new Error('no OpenSSL');
      },
    ],
    ['computes one edge wrong', () => wrong({ power: (base, exponent) => (base === P - 1n ? 1n : openssl.power(base, exponent)) })],
    ['gives nothing for the result 1', () => wrong({ power: (base, exponent) => openssl.power(base, exponent) % (P - 1n) || 0n })],
    [
      'throws on long exponents',
      () =>
        wrong({
          power: (base, exponent) => {
            if (exponent > Q + 1n) throw new RangeError('too long');
            return openssl.power(base, exponent);
          },
        }),
    ],
    ['hashes otherwise', () => wrong({ hexHash: () => '0'.repeat(64) })],
    ['has wrong tables', () => wrong({ fixedBase: () => ({ base: G, power: () => 1n }) })],
  ])('falls back to BigInt where OpenSSL %s', (_, make) => {
    expect(serverArithmetic({ bits: 4 }, make).name).toBe('bigint');
  });
});
