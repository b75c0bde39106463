import fc from 'fast-check';
import { BigIntArithmetic } from '../group/bigint-arithmetic.js';
import { hexHash } from '../group/hashing.js';
import { unwrapVerdict, seededRandomness } from '../testing/index.js';
import { deriveSecret, drawSecret, publicCredential } from './credential.js';
import { verifyRoll, writeRoll } from './roll.js';
import { makeSlips } from './slips.js';
import { makeVotingCode, normaliseVotingCode } from './voting-code.js';

const arithmetic = new BigIntArithmetic();
// BALLOT_PROTOCOL 2.1, made with belenios-tool.
const VECTOR = {
  uuid: 'tp3Tj4HTQAFBpy',
  code: 'kDF-vJS-FSG-Lut-LWd',
  secret: 55096052170241773037641556014040149499372217249705565289544444091495610573917n,
  hashOfCredential: '472650830a2ebc3da5e0ee867fed2c0562aae361ad2dd3502c08fe4a9e2ef45b',
};

describe('a voting code', () => {
  it('gives the secret and the credential of the vector', () => {
    expect(deriveSecret(VECTOR.code, VECTOR.uuid)).toBe(VECTOR.secret);
    expect(hexHash(publicCredential(arithmetic, VECTOR.secret))).toBe(VECTOR.hashOfCredential);
  });

  it.each([
    VECTOR.code,
    'kDFvJSFSGLutLWd',
    ' kDF vJS FSG Lut LWd\n',
    'kDF–vJS—FSG－Lut‐LWd',
    'ｋＤＦ-vJS-FSG-Lut-LWd',
    'kDF　vJS　FSG　Lut　LWd',
  ])('is brought to its dashed form from "%s"', (typed) => {
    expect(normaliseVotingCode(typed)).toEqual({ ok: true, code: VECTOR.code });
  });

  it.each([
    ['', 'length'],
    ['kDF-vJS-FSG-Lut-LW', 'length'],
    ['kDF-vJS-FSG-Lut-LWdd', 'length'],
    ['kDF-vJS-FSG-Lut-LW0', 'character'],
    ['kDF-vJS-FSG-Lut-LWO', 'character'],
    ['lDF-vJS-FSG-Lut-LWd', 'checksum'],
    ['kDF-vJS-FSG-Lut-LWe', 'checksum'],
    ['DkF-vJS-FSG-Lut-LWd', 'checksum'],
  ] as const)('typed as "%s" has the fault %s', (typed, fault) => {
    expect(normaliseVotingCode(typed)).toEqual({ ok: false, fault });
  });

  it('is derived from in no other spelling: each would give another secret', () => {
    expect(() => deriveSecret('kDFvJSFSGLutLWd', VECTOR.uuid)).toThrow(TypeError);
    expect(() => deriveSecret('kDF-vJS-FSG-Lut-LWe', VECTOR.uuid)).toThrow(TypeError);
  });

  it('once made is right as it stands and in whatever case somebody types it', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.boolean(), { minLength: 19, maxLength: 19 }), (seed, small) => {
        const code = makeVotingCode(seededRandomness(seed));
        expect(code).toMatch(/^[1-9A-HJ-NP-Z]{3}(-[1-9A-HJ-NP-Z]{3}){4}$/);
        const typed = [...code.replaceAll('1', 'i')].map((digit, at) => (small[at] ? digit.toLowerCase() : digit)).join('');
        for (const spelling of [code, code.toLowerCase(), typed]) expect(normaliseVotingCode(spelling)).toEqual({ ok: true, code });
      }),
    );
  });

  it('is told at once when one digit of it is another, wherever that is', () => {
    const alphabet = [...'123456789ABCDEFGHJKLMNPQRSTUVWXYZ'];
    fc.assert(
      fc.property(fc.string(), fc.nat(14), fc.integer({ min: 1, max: alphabet.length - 1 }), (seed, at, step) => {
        const digits = [...makeVotingCode(seededRandomness(seed)).replaceAll('-', '')];
        digits[at] = alphabet[(alphabet.indexOf(digits[at]!) + step) % alphabet.length]!;
        expect(normaliseVotingCode(digits.join(''))).toEqual({ ok: false, fault: 'checksum' });
      }),
    );
  });

  it('gives unlinkable credentials in two elections', () => {
    const code = makeVotingCode();
    expect(deriveSecret(code, 'aaaaaaaaaaaaaa')).not.toBe(deriveSecret(code, 'aaaaaaaaaaaaab'));
  });
});

it('slips are printed with a code each, whose public half the service is told', () => {
  const slips = makeSlips(arithmetic, VECTOR.uuid, [7, 8, 9], seededRandomness('slips'));
  expect(slips.map(({ serial }) => serial)).toEqual([7, 8, 9]);
  expect(new Set(slips.map(({ code }) => code)).size).toBe(3);
  for (const { code, publicCredential: credential } of slips)
    expect(credential).toBe(publicCredential(arithmetic, deriveSecret(code, VECTOR.uuid)));
  expect(verifyRoll(writeRoll(slips.map(({ publicCredential: credential }) => ({ credential }))), arithmetic).ok).toBe(true);
});

it('a drawn secret is never 0, for which anybody could sign', () => {
  const bytes = [new Uint8Array(49), new Uint8Array(49).fill(1)];
  expect(drawSecret(() => bytes.shift()!)).not.toBe(0n);
});

describe('a roll', () => {
  const credentials = [3n, 4n, 5n].map((secret) => publicCredential(arithmetic, secret));

  it('is written sorted, and with weights only if somebody has one', () => {
    const plain = unwrapVerdict(verifyRoll(writeRoll(credentials.map((credential) => ({ credential }))), arithmetic)).roll;
    expect({ isSorted: plain.isSorted, weights: [...plain.weights.values()] }).toEqual({ isSorted: true, weights: [1, 1, 1] });
    const text = writeRoll([{ credential: credentials[0]! }, { credential: credentials[1]!, weight: 30 }]);
    expect(text.match(/,(1|30)"/g)).toHaveLength(2);
    expect(unwrapVerdict(verifyRoll(text, arithmetic)).roll.weights.get(credentials[1]!)).toBe(30);
    expect(unwrapVerdict(verifyRoll('[]', arithmetic)).roll.weights.size).toBe(0);
  });

  it('may have weights that JavaScript counts exactly, also in sum', () => {
    const roll = (...weights: string[]): string =>
      JSON.stringify(credentials.slice(0, weights.length).map((credential, n) => `${credential},${weights[n]}`));
    expect(verifyRoll(roll('9007199254740990', '1'), arithmetic).ok).toBe(true);
    for (const weights of [['9007199254740992'], ['9007199254740990', '2'], ['01'], ['-1'], ['1.5'], ['']]) {
      expect(verifyRoll(roll(...weights), arithmetic)).toMatchObject({ ok: false, check: 'roll-form' });
    }
  });
});
