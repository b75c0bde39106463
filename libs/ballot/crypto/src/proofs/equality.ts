import { type Arithmetic, challengeOf, modQ, multiplyModP } from '../group/arithmetic.js';
import { G } from '../group/belenios-2048.js';
import { type Randomness, randomExponent } from '../group/randomness.js';
import type { Proof } from './proof.js';

/** "factor = alpha^x for the x of publicKey = g^x": what a share claims of each cell. */
export interface DiscreteLogEquality {
  readonly publicKey: bigint;
  readonly alpha: bigint;
  readonly factor: bigint;
}

/** Proves that the factor was made with the key's own secret (Chaum and Pedersen; specification 4.18). */
export function proveDiscreteLogEquality(arithmetic: Arithmetic, prefix: string, alpha: bigint, secret: bigint, random: Randomness): Proof {
  const nonce = randomExponent(random);
  const challenge = challengeOf(arithmetic, `${prefix}${arithmetic.fixedBase(G).power(nonce)},${arithmetic.power(alpha, nonce)}`);
  return { challenge, response: modQ(nonce - secret * challenge) };
}

/** Whether the proof holds. All three numbers are members, checked before. */
export function verifyDiscreteLogEquality(
  arithmetic: Arithmetic,
  prefix: string,
  claim: DiscreteLogEquality,
  { challenge, response }: Proof,
): boolean {
  const a = multiplyModP(arithmetic.fixedBase(G).power(response), arithmetic.power(claim.publicKey, challenge));
  const b = multiplyModP(arithmetic.power(claim.alpha, response), arithmetic.power(claim.factor, challenge));
  return challengeOf(arithmetic, `${prefix}${a},${b}`) === challenge;
}
