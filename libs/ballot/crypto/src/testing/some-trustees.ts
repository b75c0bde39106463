import type { Arithmetic } from '../group/arithmetic.js';
import type { Randomness } from '../group/randomness.js';
import type { Verdict } from '../form/verdict.js';
import { acceptShares, makePolynomial, openPrivateKey, routePolynomials, verifyOutput, verifyPolynomial } from '../trustees/ceremony.js';
import { makeCertificate } from '../trustees/certificate.js';
import { type CeremonyKeys, ceremonyKeys, makeSeed } from '../trustees/channel.js';
import { writeThreshold } from '../trustees/threshold.js';

/** A finished key ceremony with everything that was said in it. */
export interface TestTrustees {
  readonly keys: readonly CeremonyKeys[];
  readonly certificates: readonly string[];
  readonly polynomials: readonly string[];
  readonly vinputs: readonly string[];
  readonly voutputs: readonly string[];
  readonly item: readonly ['Pedersen', object];
  readonly secrets: readonly bigint[];
}

/** Goes through all rounds of a ceremony as devices and service would. */
export function someTrustees(arithmetic: Arithmetic, size: number, threshold: number, random: Randomness): TestTrustees {
  const keys = Array.from({ length: size }, () => ceremonyKeys(arithmetic, makeSeed(random)));
  const certificates = keys.map((own, n) => makeCertificate(arithmetic, own, { size, threshold, index: n + 1 }, random));
  const thresholdTrustees = { certificates, threshold };
  const polynomials = keys.map((own) => unwrapVerdict(makePolynomial(arithmetic, own, thresholdTrustees, random)).polynomial);
  const commitments = polynomials.map((text, n) => unwrapVerdict(verifyPolynomial(arithmetic, thresholdTrustees, n + 1, text)).commitments);
  const vinputs = routePolynomials(polynomials);
  const voutputs = keys.map((own, n) => unwrapVerdict(acceptShares(arithmetic, own, thresholdTrustees, vinputs[n]!, random)).voutput);
  const outputs = voutputs.map((text, n) => unwrapVerdict(verifyOutput(arithmetic, thresholdTrustees, commitments, n + 1, text)));
  const secrets = keys.map((own, n) => unwrapVerdict(openPrivateKey(arithmetic, own, outputs[n]!.privateKey)).secret);
  return {
    keys,
    certificates,
    polynomials,
    vinputs,
    voutputs,
    item: writeThreshold(threshold, certificates, polynomials, voutputs),
    secrets,
  };
}

/** A verdict's content; a refusal fails the test with its reason. */
export function unwrapVerdict<T>(verdict: Verdict<T>): T {
  if (!verdict.ok) throw new Error(`refused: ${verdict.check} at ${verdict.at}: ${verdict.reason}`);
  return verdict;
}
