import type { Arithmetic } from '../group/arithmetic.js';
import type { Randomness } from '../group/randomness.js';
import type { Verdict } from '../form/verdict.js';
import { acceptShares, makePolynomial, openPrivateKey, routePolynomials, verifyOutput, verifyPolynomial } from '../trustees/ceremony.js';
import { makeCertificate } from '../trustees/certificate.js';
import { type CeremonyKeys, ceremonyKeys, makeSeed } from '../trustees/channel.js';
import { writeThreshold } from '../trustees/threshold.js';

/** A finished key ceremony with everything that was said in it. */
export interface TestCircle {
  readonly keys: readonly CeremonyKeys[];
  readonly certificates: readonly string[];
  readonly polynomials: readonly string[];
  readonly vinputs: readonly string[];
  readonly voutputs: readonly string[];
  readonly item: readonly ['Pedersen', object];
  readonly secrets: readonly bigint[];
}

/** Goes through all rounds of a ceremony as devices and service would. */
export function aCircle(arithmetic: Arithmetic, size: number, threshold: number, random: Randomness): TestCircle {
  const keys = Array.from({ length: size }, () => ceremonyKeys(arithmetic, makeSeed(random)));
  const certificates = keys.map((own, n) => makeCertificate(arithmetic, own, { size, threshold, index: n + 1 }, random));
  const circle = { certificates, threshold };
  const polynomials = keys.map((own) => good(makePolynomial(arithmetic, own, circle, random)).polynomial);
  const commitments = polynomials.map((text, n) => good(verifyPolynomial(arithmetic, circle, n + 1, text)).commitments);
  const vinputs = routePolynomials(polynomials);
  const voutputs = keys.map((own, n) => good(acceptShares(arithmetic, own, circle, vinputs[n]!, random)).voutput);
  const outputs = voutputs.map((text, n) => good(verifyOutput(arithmetic, circle, commitments, n + 1, text)));
  const secrets = keys.map((own, n) => good(openPrivateKey(arithmetic, own, outputs[n]!.privateKey)).secret);
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
export function good<T>(verdict: Verdict<T>): T {
  if (!verdict.ok) throw new Error(`refused: ${verdict.check} at ${verdict.at}: ${verdict.reason}`);
  return verdict;
}
