import { TRUSTEES_MAX } from '../form/limits.js';
import type { StrictReader } from '../form/strict-reader.js';
import { demand, within } from '../form/verdict.js';
import { type Arithmetic, multiplyModP } from '../group/arithmetic.js';
import { type Proof, readProof } from '../proofs/proof.js';
import { readCertificate } from './certificate.js';
import { checkVerificationKey, demandDistinct, demandSignedCertificates } from './ceremony.js';
import { type Commitments, readCommitments, readPolynomialMessage } from './polynomial.js';
import { readTrusteeKey, type TrusteeKey } from './trustee-key.js';

/** A threshold group of trustees of whom any `threshold` decrypt, as verified from the archive. */
export interface Threshold {
  readonly threshold: number;
  readonly keys: readonly TrusteeKey[];
  /** The threshold group's part of the election key: the product of the first commitments. */
  readonly publicKey: bigint;
  /** Whether every trustee signed the list of certificates and its key: certificates of older software are not bound. */
  readonly isBound: boolean;
}

/**
 * The threshold group's item of trustees.json from the messages of its ceremony, in the form that old and new versions of
 * Belenios accept: the added fields are written when every trustee sent them. @throws Refused on a malformed message;
 * verify each message when it arrives.
 */
export function writeThreshold(
  threshold: number,
  certificates: readonly string[],
  polynomials: readonly string[],
  voutputs: readonly string[],
): readonly ['Pedersen', object] {
  const messages = polynomials.map((text, index) => readPolynomialMessage(text, polynomials.length, `seat ${index + 1}`));
  const isSigned = messages.every(({ signature }) => signature !== undefined);
  return [
    'Pedersen',
    {
      threshold,
      certs: certificates.map((text) => JSON.parse(text) as unknown),
      coefexps: messages.map(({ coefexps }) => coefexps.value),
      ...(isSigned && { signatures: messages.map(({ signature }) => signature!.value) }),
      verification_keys: voutputs.map((text) => (JSON.parse(text) as { public_key: unknown }).public_key),
    },
  ];
}

/** Reads and verifies a threshold group completely: certificates, commitments, keys, signatures. Throws `RefusalError`. */
export function readThreshold(place: StrictReader, arithmetic: Arithmetic): Threshold {
  const fields = place.object('threshold', 'certs', 'coefexps', 'signatures?', 'verification_keys');
  const entries = fields.certs.list({ max: TRUSTEES_MAX });
  const size = entries.length;
  const threshold = fields.threshold.count(size);
  demand(threshold >= 1, 'trustees-form', place.at, 'a threshold of 0');
  const certificates = entries.map((entry, n) => readCertificate(entry, arithmetic, { size, threshold, index: n + 1 }));
  demandDistinct(certificates);
  const commitments = fields.coefexps
    .list(size)
    .map((entry, n) => readCommitments(entry, arithmetic, certificates[n]!.verification, threshold));
  const thresholdTrustees = { threshold, certificates: entries.map(({ value }) => JSON.stringify(value)) };
  const signatures: readonly [Proof, StrictReader][] = fields.signatures?.list(size).map((entry) => [readProof(entry), entry]) ?? [];
  signatures.forEach(([signature, { at }], n) =>
    demandSignedCertificates(arithmetic, certificates[n]!, thresholdTrustees, commitments[n]!, signature, at),
  );
  const keys = fields.verification_keys.list(size).map((entry, n) => {
    const key = readTrusteeKey(entry, arithmetic);
    within(entry.at, () => checkVerificationKey(arithmetic, certificates[n]!, commitments, n + 1, key, ''));
    return key;
  });
  const areSeated = certificates.every(({ seat }) => seat !== undefined);
  const isBound = areSeated && signatures.length === size && keys.every(({ signature }) => signature !== undefined);
  return { threshold, keys, publicKey: firstOf(commitments), isBound };
}

const firstOf = (commitments: readonly Commitments[]): bigint =>
  commitments.reduce((product, [first]) => multiplyModP(product, first!), 1n);
