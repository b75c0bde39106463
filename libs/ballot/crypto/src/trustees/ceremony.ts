import { MESSAGE_BYTES_MAX } from '../form/limits.js';
import { StrictReader } from '../form/strict-reader.js';
import { demand, type Verdict, verdict, within } from '../form/verdict.js';
import { type Arithmetic, modQ, multiplyModP } from '../group/arithmetic.js';
import { G } from '../group/belenios-2048.js';
import { type Randomness, randomExponent, systemRandomness } from '../group/randomness.js';
import { type Proof, readProof, writeProof } from '../proofs/proof.js';
import { type Certificate, readCertificate } from './certificate.js';
import { type CeremonyKeys, readSealed, decryptThenVerify, signThenEncrypt } from './channel.js';
import {
  certificatesStatement,
  type Commitments,
  evaluate,
  evaluateInExponent,
  readCommitments,
  readPolynomialMessage,
} from './polynomial.js';
import { isSignedBy, signText, writeSigned } from './signed-message.js';
import { publicKeyOf, readTrusteeKey, type TrusteeKey, writeTrusteeKey } from './trustee-key.js';

/** What all trustees of a ceremony share: the certificates in order of seats, and how many decrypt later. */
export interface CeremonyTrustees {
  readonly certificates: readonly string[];
  readonly threshold: number;
}

/**
 * Round 2, on the trustee's device: checks all certificates and the own seat, draws a polynomial, seals its value for
 * each trustee, commits to it and signs the list of certificates. The certificates come from a server: a refusal means
 * that the scrutineers have to talk to each other.
 */
export function makePolynomial(
  arithmetic: Arithmetic,
  keys: CeremonyKeys,
  thresholdTrustees: CeremonyTrustees,
  random: Randomness = systemRandomness,
): Verdict<{ readonly polynomial: string }> {
  return verdict(() => {
    const certificates = readCeremonyTrustees(arithmetic, thresholdTrustees);
    seatOf(certificates, keys);
    return { polynomial: writePolynomial(arithmetic, keys, thresholdTrustees, certificates, random) };
  });
}

function writePolynomial(
  arithmetic: Arithmetic,
  keys: CeremonyKeys,
  thresholdTrustees: CeremonyTrustees,
  certificates: readonly Certificate[],
  random: Randomness,
): string {
  const coefficients = Array.from({ length: thresholdTrustees.threshold }, () => randomExponent(random));
  const commitments = coefficients.map((coefficient) => arithmetic.fixedBase(G).power(coefficient));
  const message = JSON.stringify({ coefexps: commitments.map(String) });
  const own = JSON.stringify({ polynomial: coefficients.map(String) });
  return JSON.stringify({
    polynomial: signThenEncrypt(arithmetic, keys.signing, keys.encryption, own, random),
    secrets: certificates.map(({ encryption }, index) => {
      const secret = JSON.stringify({ secret: evaluate(coefficients, index + 1).toString() });
      return signThenEncrypt(arithmetic, keys.signing, encryption, secret, random);
    }),
    coefexps: writeSigned({ message, signature: signText(arithmetic, keys.signing, message, random) }),
    signature: writeProof(signText(arithmetic, keys.signing, certificatesStatement(thresholdTrustees.certificates, commitments), random)),
  });
}

/** What the service can check of a polynomial message without opening it; `index` is the sender's seat. */
export function verifyPolynomial(
  arithmetic: Arithmetic,
  thresholdTrustees: CeremonyTrustees,
  index: number,
  text: string,
): Verdict<{ readonly commitments: Commitments; readonly isSigned: boolean }> {
  return verdict(() => {
    const at = `seat ${index}`;
    const sender = readCeremonyTrustees(arithmetic, thresholdTrustees)[index - 1];
    demand(sender !== undefined, 'ceremony-message', at, 'no such seat');
    const { polynomial, secrets, coefexps, signature } = readPolynomialMessage(text, thresholdTrustees.certificates.length, at);
    const commitments = readCommitments(coefexps, arithmetic, sender.verification, thresholdTrustees.threshold);
    if (signature) demandSignedCertificates(arithmetic, sender, thresholdTrustees, commitments, readProof(signature), signature.at);
    for (const sealed of [polynomial, ...secrets]) readSealed(arithmetic, sealed, at);
    return { commitments, isSigned: signature !== undefined };
  });
}

/** Between rounds 2 and 3, on the service: to each trustee what is sealed for it, and everybody's commitments. */
export function routePolynomials(polynomials: readonly string[]): string[] {
  const read = polynomials.map((text, index) => readPolynomialMessage(text, polynomials.length, `seat ${index + 1}`));
  return read.map(({ polynomial }, index) =>
    JSON.stringify({
      polynomial,
      secrets: read.map(({ secrets }) => secrets[index]!),
      coefexps: read.map(({ coefexps }) => coefexps.value),
    }),
  );
}

/**
 * Round 3, on the trustee's device: opens what was sealed for it, checks each part against its sender's commitments, and
 * answers with its public key and the private one sealed for itself. A refusal names the seat at fault.
 */
export function acceptShares(
  arithmetic: Arithmetic,
  keys: CeremonyKeys,
  thresholdTrustees: CeremonyTrustees,
  vinput: string,
  random: Randomness = systemRandomness,
): Verdict<{ readonly voutput: string }> {
  return verdict(() => {
    const certificates = readCeremonyTrustees(arithmetic, thresholdTrustees);
    const own = seatOf(certificates, keys);
    const fields = StrictReader.canonical(vinput, 'ceremony-message', 'vinput').object('polynomial', 'secrets', 'coefexps');
    const commitments = fields.coefexps
      .list(certificates.length)
      .map((place, index) =>
        within(`seat ${index + 1}`, () =>
          readCommitments(place, arithmetic, certificates[index]!.verification, thresholdTrustees.threshold),
        ),
      );
    checkOwnPolynomial(arithmetic, keys, fields.polynomial.text(MESSAGE_BYTES_MAX), commitments[own - 1]!);
    const parts = fields.secrets.list(certificates.length).map((place, index) => {
      const at = `seat ${index + 1}`;
      const text = decryptThenVerify(arithmetic, certificates[index]!.verification, keys, place.text(MESSAGE_BYTES_MAX), at);
      // Belenios writes the value of the polynomial unreduced: the exponent is the same.
      const part = modQ(StrictReader.canonical(text, 'ceremony-secret', at).object('secret').secret.decimal());
      const isOfPolynomial = arithmetic.fixedBase(G).power(part) === evaluateInExponent(arithmetic, commitments[index]!, own);
      demand(isOfPolynomial, 'ceremony-secret', at, 'is not what its sender committed to');
      return part;
    });
    const secret = modQ(parts.reduce((sum, part) => sum + part, 0n));
    const key = publicKeyOf(arithmetic, secret, random);
    const signature = signText(arithmetic, keys.signing, key.publicKey.toString(), random);
    const privateKey = signThenEncrypt(
      arithmetic,
      keys.signing,
      keys.encryption,
      JSON.stringify({ decryption_key: secret.toString() }),
      random,
    );
    return { voutput: JSON.stringify({ private_key: privateKey, public_key: writeTrusteeKey({ ...key, signature }) }) };
  });
}

/** What the service checks of a round-3 answer: the key is the one the commitments give this seat. */
export function verifyOutput(
  arithmetic: Arithmetic,
  thresholdTrustees: CeremonyTrustees,
  commitments: readonly Commitments[],
  index: number,
  voutput: string,
): Verdict<{ readonly key: TrusteeKey; readonly privateKey: string }> {
  return verdict(() => {
    const at = `seat ${index}`;
    const certificate = readCeremonyTrustees(arithmetic, thresholdTrustees)[index - 1];
    demand(certificate !== undefined, 'ceremony-message', at, 'no such seat');
    const fields = StrictReader.canonical(voutput, 'ceremony-message', at).object('private_key', 'public_key');
    const key = readTrusteeKey(fields.public_key, arithmetic);
    checkVerificationKey(arithmetic, certificate, commitments, index, key, at);
    const privateKey = fields.private_key.text(MESSAGE_BYTES_MAX);
    readSealed(arithmetic, privateKey, at);
    return { key, privateKey };
  });
}

/** At the tally, on the trustee's device: its private exponent, from the seed's keys and what it sealed for itself. */
export function openPrivateKey(arithmetic: Arithmetic, keys: CeremonyKeys, privateKey: string): Verdict<{ readonly secret: bigint }> {
  return verdict(() => {
    const text = decryptThenVerify(arithmetic, keys.verification, keys, privateKey, 'private key');
    // Belenios writes the sum unreduced: a factor is the same either way.
    return {
      secret: modQ(StrictReader.canonical(text, 'ceremony-message', 'private key').object('decryption_key').decryption_key.decimal()),
    };
  });
}

/** Reads and verifies all certificates of a threshold group. Throws `RefusalError`. */
export function readCeremonyTrustees(arithmetic: Arithmetic, { certificates, threshold }: CeremonyTrustees): readonly Certificate[] {
  const size = certificates.length;
  demand(threshold >= 1 && threshold <= size, 'threshold-certificate', 'threshold', 'not from 1 to the number of trustees');
  const read = certificates.map((text, n) =>
    readCertificate(StrictReader.canonical(text, 'threshold-certificate', `seat ${n + 1}`), arithmetic, { size, threshold, index: n + 1 }),
  );
  demandDistinct(read);
  return read;
}

/** Two seats with one key are one person. */
export function demandDistinct(certificates: readonly Certificate[]): void {
  const keys = new Set(certificates.flatMap(({ verification, encryption }) => [verification, encryption]));
  demand(keys.size === 2 * certificates.length, 'trustee-repeated', 'certificates', 'two certificates share a key');
}

/** Whether the trustee signed this very list of certificates with these very commitments. */
export function demandSignedCertificates(
  arithmetic: Arithmetic,
  { verification }: Certificate,
  { certificates }: CeremonyTrustees,
  commitments: Commitments,
  signature: Proof,
  at: string,
): void {
  const isSigned = isSignedBy(arithmetic, verification, certificatesStatement(certificates, commitments), signature);
  demand(isSigned, 'threshold-signature', at, 'did not sign this list of certificates');
}

/** A trustee's key is the product of what everybody committed to for its seat, and signed by it where signed. */
export function checkVerificationKey(
  arithmetic: Arithmetic,
  certificate: Certificate,
  commitments: readonly Commitments[],
  index: number,
  key: TrusteeKey,
  at: string,
): void {
  const expected = commitments.reduce((product, of) => multiplyModP(product, evaluateInExponent(arithmetic, of, index)), 1n);
  demand(key.publicKey === expected, 'threshold-key', at, 'is not what the commitments give');
  if (!key.signature) return;
  const isSigned = isSignedBy(arithmetic, certificate.verification, key.publicKey.toString(), key.signature);
  demand(isSigned, 'threshold-signature', at, 'the key is not signed by its trustee');
}

function seatOf(certificates: readonly Certificate[], keys: CeremonyKeys): number {
  const seat =
    certificates.findIndex(({ verification, encryption }) => verification === keys.verification && encryption === keys.encryption) + 1;
  demand(seat > 0, 'threshold-certificate', 'certificates', 'the own certificate is not among them');
  return seat;
}

function checkOwnPolynomial(arithmetic: Arithmetic, keys: CeremonyKeys, sealed: string, commitments: Commitments): void {
  const text = decryptThenVerify(arithmetic, keys.verification, keys, sealed, 'own polynomial');
  const coefficients = StrictReader.canonical(text, 'ceremony-secret', 'own polynomial')
    .object('polynomial')
    .polynomial.list(commitments.length);
  coefficients.forEach((place, power) => {
    const isOwn = arithmetic.fixedBase(G).power(place.exponent()) === commitments[power];
    demand(isOwn, 'ceremony-secret', place.at, 'the commitments shown are not the own ones');
  });
}
