import { modQ, multiplyModP } from '../group/arithmetic.js';
import { G, P, Q } from '../group/belenios-2048.js';
import { BigIntArithmetic } from '../group/bigint-arithmetic.js';
import { combine, lagrange } from '../tally/combination.js';
import { someTrustees, unwrapVerdict, seededRandomness } from '../testing/index.js';
import { acceptShares, makePolynomial, openPrivateKey, routePolynomials, verifyOutput, verifyPolynomial } from './ceremony.js';
import { certificatesFingerprint, makeCertificate, verifyCertificate } from './certificate.js';
import { type CeremonyKeys, ceremonyKeys, makeSeed, encryptFor, signThenEncrypt, decryptFor } from './channel.js';
import { writeThreshold } from './threshold.js';
import { verifyTrustees, writeTrustees } from './trustees.js';
import { readPrivateKey, trusteeKeyId, verifyTrusteeKey, makeTrusteeKey } from './trustee-key.js';

const arithmetic = new BigIntArithmetic({ bits: 8 });
const random = seededRandomness('ceremony');
const ceremony = someTrustees(arithmetic, 3, 2, random);
const thresholdTrustees = { certificates: ceremony.certificates, threshold: 2 };
const seat = (index: number) => ({ size: 3, threshold: 2, index });
const commitments = ceremony.polynomials.map(
  (text, n) => unwrapVerdict(verifyPolynomial(arithmetic, thresholdTrustees, n + 1, text)).commitments,
);

const privateKeyOf = (n: number): string => (JSON.parse(ceremony.voutputs[n]!) as { private_key: string }).private_key;

interface VinputJson {
  polynomial: string;
  secrets: string[];
  coefexps: unknown[];
}
interface PolynomialJson {
  polynomial: string;
  secrets: string[];
  coefexps: { message: string };
  signature?: unknown;
}
interface ParametersJson {
  threshold: number;
  certs: unknown[];
  coefexps: unknown[];
  signatures?: unknown[];
  verification_keys: { signature?: unknown }[];
}

const polynomialOf = (trustee: number, of = thresholdTrustees): string =>
  unwrapVerdict(makePolynomial(arithmetic, ceremony.keys[trustee]!, of, random)).polynomial;

function edited<T>(text: string, edit: (copy: T) => void): string {
  const copy = JSON.parse(text) as T;
  edit(copy);
  return JSON.stringify(copy);
}

describe('a ceremony of two of three', () => {
  it('gives each trustee a share of one secret that nobody has', () => {
    const pairs = [
      [1, 2],
      [1, 3],
      [2, 3],
      [3, 1],
    ];
    const wholes = pairs.map((seats) => modQ(seats.reduce((sum, j) => sum + ceremony.secrets[j - 1]! * lagrange(j, seats), 0n)));
    expect(new Set(wholes).size).toBe(1);
    const { trustees } = unwrapVerdict(verifyTrustees(arithmetic, writeTrustees([ceremony.item])));
    expect(trustees.electionKey).toBe(arithmetic.power(G, wholes[0]!));
    expect(trustees).toMatchObject({ isBound: true, groups: [{ owners: [1, 2, 3], needed: 2, isThreshold: true }] });
  });

  it('has a fingerprint of its certificates, in their order', () => {
    const [a, b, c] = ceremony.certificates as [string, string, string];
    expect(certificatesFingerprint([a, b, c])).not.toBe(certificatesFingerprint([b, a, c]));
  });

  it('needs nothing of a trustee but the seed and what it sealed for itself', () => {
    const seed = makeSeed(random);
    expect(ceremonyKeys(arithmetic, seed)).toEqual(ceremonyKeys(arithmetic, seed));
    expect(() => ceremonyKeys(arithmetic, `${seed}1`)).toThrow(TypeError);
    expect(() => ceremonyKeys(arithmetic, `0${seed.slice(1)}`)).toThrow(TypeError);
    expect(openPrivateKey(arithmetic, ceremony.keys[0]!, privateKeyOf(1))).toMatchObject({ ok: false, check: 'ceremony-message' });
    expect(openPrivateKey(arithmetic, ceremony.keys[0]!, privateKeyOf(0))).toMatchObject({ ok: true, secret: ceremony.secrets[0] });
  });

  it('takes a private key unreduced, as Belenios writes it', () => {
    const own = ceremony.keys[0]!;
    const unreduced = (ceremony.secrets[0]! + 3n * Q).toString();
    const sealed = signThenEncrypt(arithmetic, own.signing, own.encryption, JSON.stringify({ decryption_key: unreduced }), random);
    expect(unwrapVerdict(openPrivateKey(arithmetic, own, sealed)).secret).toBe(ceremony.secrets[0]);
  });
});

describe('a certificate is refused', () => {
  const [certificate] = ceremony.certificates as [string];

  it('for another seat, number of trustees or threshold', () => {
    unwrapVerdict(verifyCertificate(arithmetic, certificate, seat(1)));
    for (const other of [seat(2), { ...seat(1), size: 4 }, { ...seat(1), threshold: 3 }]) {
      expect(verifyCertificate(arithmetic, certificate, other)).toMatchObject({
        check: 'threshold-certificate',
        reason: 'made for another seat',
      });
    }
  });

  it('with a key outside the group, or the identity', () => {
    const keys = ceremonyKeys(arithmetic, makeSeed(random));
    for (const encryption of [1n, P - 1n, 0n, P, multiplyModP(keys.encryption, P - 1n)]) {
      const forged = makeCertificate(arithmetic, { ...keys, encryption }, seat(1), random);
      expect(verifyCertificate(arithmetic, forged, seat(1))).toMatchObject({
        check: 'threshold-certificate',
        reason: 'not a key of the group',
      });
    }
  });

  it('signed by another, or with a changed word', () => {
    const keys = ceremonyKeys(arithmetic, makeSeed(random));
    const forged = makeCertificate(arithmetic, { ...ceremony.keys[0]!, signing: keys.signing }, seat(1), random);
    expect(verifyCertificate(arithmetic, forged, seat(1))).toMatchObject({ reason: 'not signed with its own key' });
    expect(verifyCertificate(arithmetic, certificate.replace('\\"index\\":1', '\\"index\\":2'), seat(2))).toMatchObject({
      reason: 'not signed with its own key',
    });
  });

  it('when two trustees come with one key', () => {
    const twice = [1, 2].map((index) => makeCertificate(arithmetic, ceremony.keys[0]!, { size: 2, threshold: 2, index }, random));
    expect(makePolynomial(arithmetic, ceremony.keys[0]!, { certificates: twice, threshold: 2 }, random)).toMatchObject({
      check: 'trustee-repeated',
    });
  });
});

describe('a polynomial message is refused', () => {
  const [message] = ceremony.polynomials as [string];

  it('from another seat, with too few secrets, or with commitments that its trustee did not sign', () => {
    const verify = (text: string, index = 1) => verifyPolynomial(arithmetic, thresholdTrustees, index, text);
    expect(verify(message, 2)).toMatchObject({ check: 'threshold-coefficients' });
    expect(verify(message, 4)).toMatchObject({ check: 'ceremony-message' });
    expect(verify(edited<PolynomialJson>(message, ({ secrets }) => secrets.pop()))).toMatchObject({ check: 'ceremony-message' });
    expect(
      verify(edited<PolynomialJson>(message, (copy) => (copy.coefexps.message = copy.coefexps.message.replace('1', '2')))),
    ).toMatchObject({ check: 'threshold-coefficients' });
  });

  it('when it signs another list of certificates: a server that shows each trustee another one is found out', () => {
    const other = someTrustees(arithmetic, 3, 2, seededRandomness('other'));
    const shown = { certificates: [ceremony.certificates[0]!, ceremony.certificates[1]!, other.certificates[2]!], threshold: 2 };
    const deceived = polynomialOf(0, shown);
    expect(verifyPolynomial(arithmetic, thresholdTrustees, 1, deceived)).toMatchObject({ check: 'threshold-signature' });
  });

  it('with an element of small order in what is sealed in it, before it reaches the device that would open it', () => {
    const probing = (sealed: string) => edited<{ alpha: string }>(sealed, (copy) => (copy.alpha = (P - BigInt(copy.alpha)).toString()));
    const expected = { check: 'ceremony-message', at: 'seat 1', reason: 'not of the group' };
    const verify = (edit: (copy: PolynomialJson) => void) => verifyPolynomial(arithmetic, thresholdTrustees, 1, edited(message, edit));
    expect(verify(({ secrets }) => (secrets[2] = probing(secrets[2]!)))).toMatchObject(expected);
    expect(verify((copy) => (copy.polynomial = probing(copy.polynomial)))).toMatchObject(expected);
    const output = edited<{ private_key: string }>(ceremony.voutputs[0]!, (copy) => (copy.private_key = probing(copy.private_key)));
    expect(verifyOutput(arithmetic, thresholdTrustees, commitments, 1, output)).toMatchObject(expected);
    expect(verifyPolynomial(arithmetic, thresholdTrustees, 1, message)).toMatchObject({ ok: true, isSigned: true });
    expect(verify((copy) => delete copy.signature)).toMatchObject({ ok: true, isSigned: false });
  });

  it('and not made by a device whose certificate is missing', () => {
    const stranger = ceremonyKeys(arithmetic, makeSeed(random));
    const reason = 'the own certificate is not among them';
    expect(makePolynomial(arithmetic, stranger, thresholdTrustees, random)).toMatchObject({ check: 'threshold-certificate', reason });
    expect(acceptShares(arithmetic, stranger, thresholdTrustees, ceremony.vinputs[0]!, random)).toMatchObject({
      check: 'threshold-certificate',
      reason,
    });
    expect(makePolynomial(arithmetic, ceremony.keys[0]!, { ...thresholdTrustees, threshold: 4 }, random)).toMatchObject({
      check: 'threshold-certificate',
      at: 'threshold',
    });
  });
});

describe('in the last round', () => {
  it("a device refuses other people's secrets, replaced commitments and a foreign polynomial, and names the seat", () => {
    const accept = (edit: (copy: VinputJson) => void) =>
      acceptShares(arithmetic, ceremony.keys[0]!, thresholdTrustees, edited(ceremony.vinputs[0]!, edit), random);
    const other = JSON.parse(ceremony.vinputs[1]!) as VinputJson;
    expect(accept(({ secrets }) => (secrets[2] = other.secrets[2]!))).toMatchObject({
      check: 'ceremony-message',
      at: 'seat 3.data',
      reason: 'cannot be decrypted',
    });
    expect(accept(({ coefexps }) => (coefexps[2] = coefexps[1]))).toMatchObject({ check: 'threshold-coefficients' });
    expect(accept((copy) => (copy.polynomial = other.polynomial))).toMatchObject({ check: 'ceremony-message' });
    // Signed by the right trustee, but for a second polynomial.
    const second = JSON.parse(polynomialOf(2)) as PolynomialJson;
    expect(accept(({ secrets }) => (secrets[2] = second.secrets[0]!))).toMatchObject({ check: 'ceremony-secret', at: 'seat 3' });
    expect(accept(({ coefexps }) => (coefexps[2] = second.coefexps))).toMatchObject({ check: 'ceremony-secret', at: 'seat 3' });
    const own = JSON.parse(polynomialOf(0)) as PolynomialJson;
    expect(accept((copy) => (copy.polynomial = own.polynomial))).toMatchObject({
      check: 'ceremony-secret',
      reason: 'the commitments shown are not the own ones',
    });
  });

  it('a secret is not taken from a trustee who passes on what was sealed for it, nor with an element of small order', () => {
    const [, second, third] = ceremony.keys as [CeremonyKeys, CeremonyKeys, CeremonyKeys];
    const sealed = (JSON.parse(ceremony.vinputs[1]!) as VinputJson).secrets[0]!;
    const accept = (secret: string) =>
      acceptShares(
        arithmetic,
        third,
        thresholdTrustees,
        edited<VinputJson>(ceremony.vinputs[2]!, ({ secrets }) => (secrets[0] = secret)),
        random,
      );
    const passedOn = encryptFor(arithmetic, third.encryption, decryptFor(arithmetic, second.decryption, sealed, ''), random);
    expect(accept(passedOn)).toMatchObject({ check: 'ceremony-message', reason: 'meant for somebody else' });
    const probing = edited<{ alpha: string }>(sealed, (copy) => (copy.alpha = (P - BigInt(copy.alpha)).toString()));
    expect(accept(probing)).toMatchObject({ check: 'ceremony-message', reason: 'not of the group' });
    expect(accept(signThenEncrypt(arithmetic, second.signing, third.encryption, '{"secret":"1"}', random))).toMatchObject({
      reason: 'not signed by its sender',
    });
  });

  it('the service refuses a key that the commitments do not give, and a foreign signature over the right one', () => {
    const verify = (text: string) => verifyOutput(arithmetic, thresholdTrustees, commitments, 1, text);
    expect(verify(ceremony.voutputs[1]!)).toMatchObject({ check: 'threshold-key' });
    const signature = (JSON.parse(ceremony.voutputs[1]!) as { public_key: { signature: unknown } }).public_key.signature;
    expect(
      verify(edited<{ public_key: { signature: unknown } }>(ceremony.voutputs[0]!, (copy) => (copy.public_key.signature = signature))),
    ).toMatchObject({ check: 'threshold-signature' });
    expect(verify('{}')).toMatchObject({ check: 'ceremony-message' });
  });

  it('routing gives everybody the same commitments', () => {
    const seen = ceremony.vinputs.map((text) => JSON.stringify((JSON.parse(text) as { coefexps: unknown }).coefexps));
    expect(new Set(seen).size).toBe(1);
    expect(routePolynomials(ceremony.polynomials)).toEqual(ceremony.vinputs);
  });
});

describe('the threshold group in trustees.json', () => {
  const verify = (edit: (params: ParametersJson) => void) =>
    verifyTrustees(
      arithmetic,
      edited<[[string, ParametersJson]]>(writeTrustees([ceremony.item]), ([[, params]]) => edit(params)),
    );

  it('may lack what later versions added, and says so', () => {
    expect(verify((params) => delete params.signatures)).toMatchObject({ ok: true, trustees: { isBound: false } });
    expect(verify(({ verification_keys: [first] }) => delete first!.signature)).toMatchObject({ ok: true, trustees: { isBound: false } });
    const unsigned = ceremony.polynomials.map((text) => edited<PolynomialJson>(text, (copy) => delete copy.signature));
    expect(writeThreshold(2, ceremony.certificates, unsigned, ceremony.voutputs)[1]).not.toHaveProperty('signatures');
  });

  it.each<[string, string, (params: ParametersJson) => void]>([
    ['another threshold', 'threshold-certificate', (params) => (params.threshold = 1)],
    ['no threshold', 'trustees-form', (params) => (params.threshold = 0)],
    ['a threshold above the number of trustees', 'trustees-form', (params) => (params.threshold = 4)],
    ['a missing certificate', 'threshold-certificate', ({ certs }) => certs.pop()],
    ['keys exchanged', 'threshold-key', ({ verification_keys }) => verification_keys.reverse()],
    ['a missing key', 'trustees-form', ({ verification_keys }) => verification_keys.pop()],
    ['a foreign signature over the list', 'threshold-signature', ({ signatures }) => (signatures![0] = signatures![1])],
    ['an unknown field', 'trustees-form', (params) => Object.assign(params, { extra: 1 })],
  ])('is refused with %s', (_, check, edit) => {
    expect(verify(edit)).toMatchObject({ ok: false, check });
  });
});

describe("a single trustee's key", () => {
  const pair = makeTrusteeKey(arithmetic, '监票人', random);

  it('is proven, and kept as a number', () => {
    const { key } = unwrapVerdict(verifyTrusteeKey(arithmetic, pair.publicKey));
    expect(key).toMatchObject({ name: '监票人', publicKey: arithmetic.power(G, readPrivateKey(pair.privateKey)) });
    expect(trusteeKeyId(key.publicKey)).toMatch(/^[0-9A-F]{8}$/);
    expect(readPrivateKey(' 123\n')).toBe(123n);
    expect(() => readPrivateKey('"12a"')).toThrow(TypeError);
  });

  it('is refused with the name of somebody else, being outside the group, or unproven', () => {
    const other = JSON.parse(makeTrusteeKey(arithmetic, undefined, random).publicKey) as { pok: unknown; public_key: string };
    const verify = (edit: (copy: { pok: unknown; public_key: string }) => void) =>
      verifyTrusteeKey(arithmetic, edited(pair.publicKey, edit));
    expect(verify((copy) => (copy.pok = other.pok))).toMatchObject({ check: 'trustee-proof' });
    expect(verify((copy) => (copy.public_key = other.public_key))).toMatchObject({ check: 'trustee-proof' });
    for (const key of [0n, 1n, P - 1n, P, 2n])
      expect(verify((copy) => (copy.public_key = key.toString()))).toMatchObject({ check: 'trustee-key' });
  });

  it('opens nothing alone where two are needed', () => {
    const { trustees } = unwrapVerdict(
      verifyTrustees(arithmetic, writeTrustees([pair.publicKey, makeTrusteeKey(arithmetic, undefined, random).publicKey])),
    );
    expect(() => combine(arithmetic, trustees, new Map([[1, [[1n]]]]))).toThrow(TypeError);
  });
});
