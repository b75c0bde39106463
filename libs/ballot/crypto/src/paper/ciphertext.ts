import type { StrictReader } from '../form/strict-reader.js';
import { type ProofBases, multiplyModP } from '../group/arithmetic.js';
import { G } from '../group/belenios-2048.js';
import type { Ciphertext } from '../proofs/disjunction.js';

/** Seals 0 or 1 under the election's key with the given nonce (specification 4.11.1). */
export function encrypt({ g, y }: ProofBases, inside: number, nonce: bigint): Ciphertext {
  const blind = y.power(nonce);
  return { alpha: g.power(nonce), beta: inside === 0 ? blind : multiplyModP(blind, G) };
}

/** The pair that encrypts the sum of what the pairs encrypt; of none: (1, 1), which encrypts 0. */
export function sumOfCiphertexts(pairs: Iterable<Ciphertext>): Ciphertext {
  let [alpha, beta] = [1n, 1n];
  for (const pair of pairs) [alpha, beta] = [multiplyModP(alpha, pair.alpha), multiplyModP(beta, pair.beta)];
  return { alpha, beta };
}

/** As it stands in hashed texts: "alpha,beta". */
export const ciphertextText = ({ alpha, beta }: Ciphertext): string => `${alpha},${beta}`;

/** {"alpha","beta"} in canonical form. */
export const writeCiphertext = ({ alpha, beta }: Ciphertext): { alpha: string; beta: string } => ({
  alpha: alpha.toString(),
  beta: beta.toString(),
});

/** Reads {"alpha","beta"}; membership is the reader's business. */
export function readCiphertext(place: StrictReader): Ciphertext {
  const { alpha, beta } = place.object('alpha', 'beta');
  return { alpha: alpha.decimal(), beta: beta.decimal() };
}
