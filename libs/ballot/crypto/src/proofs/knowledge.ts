import { type Arithmetic, challengeOf, modQ, multiplyModP } from '../group/arithmetic.js';
import { G } from '../group/belenios-2048.js';
import { type Randomness, randomExponent } from '../group/randomness.js';
import type { Proof } from './proof.js';

/**
 * Proves knowledge of x for X = g^x (Schnorr). The prefix says what it is said about; it serves as proof of possession
 * of a key ("pok|..", specification 4.5), signature of a paper ("sig|..", 4.14) and of a message ("sigmsg|..", 4.6.1).
 */
export function proveKnowledge(arithmetic: Arithmetic, secret: bigint, prefix: string, random: Randomness): Proof {
  const nonce = randomExponent(random);
  const challenge = challengeOf(arithmetic, prefix + arithmetic.fixedBase(G).power(nonce));
  return { challenge, response: modQ(nonce - secret * challenge) };
}

/** Whether the proof holds: A = g^response * X^challenge, challenge = H(prefix A). X is a member, checked before. */
export function verifyKnowledge(arithmetic: Arithmetic, publicKey: bigint, prefix: string, proof: Proof): boolean {
  const commitment = multiplyModP(arithmetic.fixedBase(G).power(proof.response), arithmetic.power(publicKey, proof.challenge));
  return challengeOf(arithmetic, prefix + commitment) === proof.challenge;
}
