import { G, P, Q } from './belenios-2048.js';
import type { HexHash } from './hashing.js';

/** Powers of one base, from a table: the base is used again and again. */
export interface FixedBase {
  readonly base: bigint;
  /** base^exponent mod p, for 0 <= exponent < 2^256. */
  power(exponent: bigint): bigint;
}

/**
 * What costs time: modular exponentiation, and hashing. Two rooms implement it (BigInt here, OpenSSL in
 * ballot/verification) and give the same numbers; everything above is the same code on device, server and verifier.
 */
export interface Arithmetic {
  readonly name: 'bigint' | 'openssl';
  /** base^exponent mod p, for 0 <= base < p and 0 <= exponent < 2^2048. */
  power(base: bigint, exponent: bigint): bigint;
  /** A table for a base in [0, p); the tables of a few bases are kept. */
  fixedBase(base: bigint): FixedBase;
  /** SHA-256, in lower-case hexadecimal. */
  readonly hexHash: HexHash;
}

/** The challenge of every proof: SHA-256 of an ASCII text, as an exponent. */
export const challengeOf = ({ hexHash }: Pick<Arithmetic, 'hexHash'>, text: string): bigint => BigInt(`0x${hexHash(text)}`) % Q;

/** The two bases of every proof: the generator and the election's key. */
export interface ProofBases {
  readonly arithmetic: Arithmetic;
  readonly g: FixedBase;
  readonly y: FixedBase;
  /** g^-value: what turns "encrypts value" into "encrypts nothing". */
  unshift(value: number): bigint;
}

/** Tables for an election's public key. */
export function proofBasesOf(arithmetic: Arithmetic, publicKey: bigint): ProofBases {
  const g = arithmetic.fixedBase(G);
  const shifts: (bigint | undefined)[] = [1n];
  return {
    arithmetic,
    g,
    y: arithmetic.fixedBase(publicKey),
    unshift: (value) => (shifts[value] ??= g.power(Q - BigInt(value))),
  };
}

/** a * b mod p. */
export const multiplyModP = (a: bigint, b: bigint): bigint => (a * b) % P;

/** The remainder modulo q in [0, q), also of a negative number. */
export function modQ(exponent: bigint): bigint {
  const rest = exponent % Q;
  return rest < 0n ? rest + Q : rest;
}

/**
 * Whether x is of the group: 1 <= x < p and x^q = 1. Written x^(q+1) = x so that no back-end is asked for the result 1
 * (BALLOT_PROTOCOL 4). The identity is a member: whoever takes a key or a credential refuses it besides.
 */
export function isMember(arithmetic: Arithmetic, x: bigint): boolean {
  return x >= 1n && x < P && arithmetic.power(x, Q + 1n) === x;
}

/** The inverse of a modulo q; a is not a multiple of q (else TypeError). */
export function inverseModQ(a: bigint): bigint {
  let [r0, r1, s0, s1] = [Q, modQ(a), 0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1, s0, s1] = [r1, r0 - quotient * r1, s1, s0 - quotient * s1];
  }
  if (r0 !== 1n) throw new TypeError('a: has no inverse modulo q');
  return modQ(s0);
}
