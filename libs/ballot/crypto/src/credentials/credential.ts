import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Arithmetic } from '../group/arithmetic.js';
import { G, Q } from '../group/belenios-2048.js';
import { type Randomness, randomExponent, systemRandomness } from '../group/randomness.js';
import { isVotingCode } from './voting-code.js';

const ITERATIONS = 1000;

/**
 * The secret that a voting code stands for in one election: the election's id is the salt, so one code gives unlinkable
 * credentials in different elections (specification 4.8).
 * @throws TypeError unless the code is in its dashed form with a right checksum.
 */
export function deriveSecret(code: string, uuid: string): bigint {
  if (!isVotingCode(code)) throw new TypeError('code: not in the dashed form');
  return BigInt(`0x${bytesToHex(pbkdf2(sha256, code, uuid, { c: ITERATIONS, dkLen: 32 }))}`) % Q;
}

/** A secret without a code: the voter's device draws it and registers the public half. Never 0. */
export function drawSecret(random: Randomness = systemRandomness): bigint {
  const secret = randomExponent(random);
  return secret === 0n ? drawSecret(random) : secret;
}

/** The public half, g^secret in decimal: what stands on the roll and on the paper. */
export function publicCredential(arithmetic: Arithmetic, secret: bigint): string {
  return arithmetic.fixedBase(G).power(secret).toString();
}
