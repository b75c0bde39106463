import { MESSAGE_BYTES_MAX } from '../form/limits.js';
import { StrictReader } from '../form/strict-reader.js';
import { demand } from '../form/verdict.js';
import { type Arithmetic, isMember, modQ, multiplyModP } from '../group/arithmetic.js';
import { isSignedBy, readSigned } from './signed-message.js';

/** A trustee's commitments A_0..A_t to the coefficients of the own polynomial; A_0 is its part of the election key. */
export type Commitments = readonly bigint[];

/** f(at), coefficients from the lowest power. */
export const evaluate = (coefficients: readonly bigint[], at: number): bigint =>
  coefficients.reduceRight((sum, coefficient) => modQ(sum * BigInt(at) + coefficient), 0n);

/** g^f(at), known from the commitments alone: the product of A_k^(at^k), by Horner's rule. */
export function evaluateInExponent(arithmetic: Arithmetic, commitments: Commitments, at: number): bigint {
  return commitments.reduceRight((product, commitment) => multiplyModP(arithmetic.power(product, BigInt(at)), commitment), 1n);
}

/**
 * Reads a trustee's signed commitments: as many as the threshold, all of the group, A_0 not the identity (that trustee
 * would add no secret). Throws `RefusalError`.
 */
export function readCommitments(place: StrictReader, arithmetic: Arithmetic, verificationKey: bigint, threshold: number): Commitments {
  const { message, signature } = readSigned(place);
  demand(isSignedBy(arithmetic, verificationKey, message, signature), 'threshold-coefficients', place.at, 'not signed by its trustee');
  const { coefexps } = StrictReader.canonical(message, 'threshold-coefficients', place.at).object('coefexps');
  const commitments = coefexps.list(threshold).map((entry) => entry.decimal());
  commitments.forEach((commitment, power) => {
    const isFine = isMember(arithmetic, commitment) && (power > 0 || commitment !== 1n);
    demand(isFine, 'threshold-coefficients', place.at, `commitment ${power} is not of the group`);
  });
  return commitments;
}

/** What each trustee signs in later versions: all certificates with the own commitments. */
export function certificatesStatement(certificates: readonly string[], commitments: Commitments): string {
  return `certs_sig|{"certs":[${certificates.join()}],"coefexps":${JSON.stringify(commitments.map(String))}}`;
}

/** Reads a polynomial message of round 2 without opening what is sealed in it. */
export function readPolynomialMessage(
  text: string,
  size: number,
  at: string,
): {
  readonly polynomial: string;
  readonly secrets: readonly string[];
  readonly coefexps: StrictReader;
  readonly signature: StrictReader | undefined;
} {
  const fields = StrictReader.canonical(text, 'ceremony-message', at).object('polynomial', 'secrets', 'coefexps', 'signature?');
  return {
    polynomial: fields.polynomial.text(MESSAGE_BYTES_MAX),
    secrets: fields.secrets.list(size).map((secret) => secret.text(MESSAGE_BYTES_MAX)),
    coefexps: fields.coefexps,
    signature: fields.signature,
  };
}
