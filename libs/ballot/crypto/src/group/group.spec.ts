import fc from 'fast-check';
import { G, P, Q } from './belenios-2048.js';
import { challengeOf, inverseModQ, isMember, modQ, multiplyModP } from './arithmetic.js';
import { BigIntArithmetic } from './bigint-arithmetic.js';
import { FixedBaseTable, FixedBaseTableCache } from './fixed-base-table.js';
import { hexHash, shortened, shortHash } from './hashing.js';
import { randomBase58, randomExponent, systemRandomness } from './randomness.js';

const arithmetic = new BigIntArithmetic();
const exponents = fc.bigInt({ min: 0n, max: Q - 1n });

describe('the group', () => {
  it('has the parameters of specification 5.1', () => {
    const digests = [P, G, Q].map((number) => hexHash(number.toString()).slice(0, 16));
    expect(digests).toEqual(['ef7979cebad81edd', '96649bff87fad6b5', '77b9ebaada44d865']);
    expect([(P - 1n) % (6n * Q), P % 4n]).toEqual([0n, 3n]);
  });

  it('has its generator and its powers as members, and the identity', () => {
    fc.assert(
      fc.property(exponents, (exponent) => expect(isMember(arithmetic, arithmetic.power(G, exponent))).toBe(true)),
      { numRuns: 5 },
    );
    expect(isMember(arithmetic, 1n)).toBe(true);
  });

  it('has not 0, p, what is above p, nor anything of another order', () => {
    const ofOrder = (order: bigint): bigint => arithmetic.power(5n, (P - 1n) / order);
    const strangers = [
      0n,
      P,
      P + 1n,
      G + P,
      P - 1n,
      ofOrder(3n),
      ofOrder(6n),
      multiplyModP(G, P - 1n),
      multiplyModP(G, ofOrder(3n)),
      2n,
      5n,
    ];
    expect(strangers.filter((x) => isMember(arithmetic, x))).toEqual([]);
  });
});

describe('arithmetic', () => {
  it('gives the same power by window, by table of any size, and by the definition', () => {
    const tables = [1, 2, 5, 6, 8].map((bits) => new FixedBaseTable(G, bits));
    fc.assert(
      fc.property(
        fc.oneof(exponents, fc.bigInt({ min: 0n, max: 70n }), fc.constantFrom(0n, 1n, Q - 1n, Q, 2n ** 256n - 1n)),
        (exponent) => {
          const expected = arithmetic.power(G, exponent);
          expect(tables.map((table) => table.power(exponent))).toEqual(tables.map(() => expected));
        },
      ),
      { numRuns: 20 },
    );
    expect([0n, 1n, 2n, 3n, 31n, 32n, 33n].map((small) => arithmetic.power(3n, small))).toEqual([
      1n,
      3n,
      9n,
      27n,
      3n ** 31n,
      3n ** 32n,
      3n ** 33n,
    ]);
  });

  it('refuses an exponent that a table does not hold', () => {
    expect(() => new FixedBaseTable(G, 2).power(2n ** 256n)).toThrow(TypeError);
  });

  it('adds exponents by multiplying powers', () => {
    const g = arithmetic.fixedBase(G);
    fc.assert(
      fc.property(exponents, exponents, (a, b) => expect(multiplyModP(g.power(a), g.power(b))).toBe(g.power(modQ(a + b)))),
      { numRuns: 10 },
    );
  });

  it('keeps the tables used last', () => {
    const shelf = new FixedBaseTableCache(1, 2);
    const [first, second] = [shelf.get(2n), shelf.get(3n)];
    expect(shelf.get(2n)).toBe(first);
    shelf.get(5n);
    expect(shelf.get(2n)).toBe(first);
    expect(shelf.get(3n)).not.toBe(second);
  });

  it('inverts modulo q', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -Q + 1n, max: Q * 3n }), (a) => {
        fc.pre(modQ(a) !== 0n);
        expect(modQ(a * inverseModQ(a))).toBe(1n);
      }),
    );
    expect(() => inverseModQ(Q)).toThrow(TypeError);
  });
});

describe('hashing', () => {
  it('gives a number below q from a text, as the specification does for every challenge', () => {
    expect(hexHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(challengeOf(arithmetic, '')).toBe(BigInt(`0x${hexHash('')}`) % Q);
  });

  it('gives 43 characters of base64, from the text or from its hash', () => {
    expect(shortHash('')).toBe('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(shortHash(text)).toBe(Buffer.from(hexHash(text), 'hex').toString('base64').replace(/=+$/, ''));
        expect(shortened(hexHash(text))).toBe(shortHash(text));
      }),
    );
  });
});

describe('chance', () => {
  it('draws exponents from 49 bytes and below q', () => {
    const asked: number[] = [];
    randomExponent((length) => (asked.push(length), new Uint8Array(length).fill(255)));
    expect(asked).toEqual([49]);
    const drawn = Array.from({ length: 20 }, () => randomExponent(systemRandomness));
    expect(drawn.every((exponent) => exponent >= 0n && exponent < Q)).toBe(true);
    expect(new Set(drawn).size).toBe(20);
  });

  it('draws base58 digits evenly: bytes that would favour some are drawn again', () => {
    let byte = 0;
    const digits = randomBase58(58 * 4, (length) => Uint8Array.from({ length }, () => byte++ % 256));
    const counts = new Map<string, number>();
    for (const digit of digits) counts.set(digit, (counts.get(digit) ?? 0) + 1);
    expect([counts.size, new Set(counts.values())]).toEqual([58, new Set([4])]);
  });
});
