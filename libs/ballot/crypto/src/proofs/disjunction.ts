import { type ProofBases, challengeOf, modQ, multiplyModP } from '../group/arithmetic.js';
import { type Randomness, randomExponent } from '../group/randomness.js';
import type { Proof } from './proof.js';

/** A pair (g^r, y^r g^m): m, sealed. */
export interface Ciphertext {
  readonly alpha: bigint;
  readonly beta: bigint;
}

/** "This pair encrypts this value": one part of a statement of which at least one part is true. */
export interface DisjunctionBranch {
  readonly pair: Ciphertext;
  readonly value: number;
}

/** What the prover knows of a branch's pair: its randomness and what is inside. */
export interface BranchWitness {
  readonly nonce: bigint;
  readonly inside: number;
  readonly value: number;
}

/**
 * Proves that one of the branches is true without telling which (specification 4.12, 4.13). The false branches are
 * simulated with the known nonce, so that every exponentiation is one of g or y: all of them come from tables.
 */
export function proveDisjunction(bases: ProofBases, prefix: string, branches: readonly BranchWitness[], random: Randomness): Proof[] {
  const truth = branches.findIndex(({ inside, value }) => inside === value);
  if (truth === -1) throw new TypeError('branches: none is true');
  const nonce = randomExponent(random);
  const simulated = branches.map(() => ({ challenge: randomExponent(random), response: randomExponent(random) }));
  const commitments = branches.map((branch, index) => {
    if (index === truth) return [bases.g.power(nonce), bases.y.power(nonce)];
    const { challenge, response } = simulated[index]!;
    const exponent = modQ(response + branch.nonce * challenge);
    const offset = modQ(BigInt(branch.inside - branch.value) * challenge);
    return [bases.g.power(exponent), multiplyModP(bases.y.power(exponent), bases.g.power(offset))];
  });
  const others = simulated.reduce((sum, { challenge }, index) => (index === truth ? sum : sum + challenge), 0n);
  const challenge = modQ(challengeOf(bases.arithmetic, prefix + commitments.flat().join()) - others);
  const response = modQ(nonce - branches[truth]!.nonce * challenge);
  return simulated.map((proof, index) => (index === truth ? { challenge, response } : proof));
}

/** Whether the proof holds: recomputes every commitment; their hash must be the sum of the challenges. */
export function verifyDisjunction(
  bases: ProofBases,
  prefix: string,
  branches: readonly DisjunctionBranch[],
  proofs: readonly Proof[],
): boolean {
  const { arithmetic, g, y } = bases;
  let sum = 0n;
  const commitments = branches.map(({ pair, value }, index) => {
    const { challenge, response } = proofs[index]!;
    sum += challenge;
    const a = multiplyModP(g.power(response), arithmetic.power(pair.alpha, challenge));
    const b = multiplyModP(y.power(response), arithmetic.power(multiplyModP(pair.beta, bases.unshift(value)), challenge));
    return `${a},${b}`;
  });
  return challengeOf(arithmetic, prefix + commitments.join()) === modQ(sum);
}
