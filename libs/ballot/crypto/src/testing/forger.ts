import type { Question } from '../election/election.js';
import { modQ, multiplyModP } from '../group/arithmetic.js';
import { G, P, Q } from '../group/belenios-2048.js';
import { shortHash } from '../group/hashing.js';
import { randomExponent } from '../group/randomness.js';
import { blankStatement, MARKS, marksOf, markStatement, type Statement, sumStatement } from '../paper/answer-statements.js';
import { ciphertextText } from '../paper/ciphertext.js';
import { type Answer, writeAnswer } from '../paper/paper.js';
import { type BranchWitness, proveDisjunction } from '../proofs/disjunction.js';
import { proveKnowledge } from '../proofs/knowledge.js';
import { type Proof, writeProof } from '../proofs/proof.js';
import type { TestBallot } from './a-ballot.js';

/** A factor of small order that a forger multiplies into a cell; the proofs are ground until they hold nevertheless. */
export interface SmallOrderFactor {
  readonly cell: number;
  readonly part: 'alpha' | 'beta';
  readonly by: bigint;
  readonly order: number;
}

/** What a dishonest voter's device seals: any whole numbers, in every cell (blank in front where it is allowed). */
export interface ForgedMarks {
  readonly insides: readonly number[];
  readonly twist?: SmallOrderFactor;
  /** Nonce of every cell, where it matters. */
  readonly nonce?: bigint;
}

/** An element of order 2, 3 or 6 modulo p: outside the group. */
export function elementOfOrder(ballot: TestBallot, order: 2 | 3 | 6): bigint {
  for (let base = 2n; ; base++) {
    const element = ballot.arithmetic.power(base, (P - 1n) / BigInt(order));
    const isExact = [1, 2, 3].every((smaller) => smaller >= order || ballot.arithmetic.power(element, BigInt(smaller)) !== 1n);
    if (isExact) return element;
  }
}

/**
 * A paper of one question by a voter who lies: proves what is true, and for what is not gives the proof of somebody who
 * pretends. Hash and signature are right, so that only the named check can catch it.
 */
export function forgePaper(ballot: TestBallot, voter: number, forged: ForgedMarks): string {
  const question = ballot.election.questions[0]!;
  const start = `${ballot.election.fingerprint}|${ballot.bases.g.power(ballot.secrets[voter]!)}`;
  return resealed(ballot, voter, { answers: [writeAnswer(forgeAnswer(ballot, start, question, forged))] });
}

/** A paper whose unsigned fields are replaced, hashed and signed again by its voter. */
export function resealed(ballot: TestBallot, voter: number, fields: object): string {
  const unsigned = {
    election_uuid: ballot.election.uuid,
    election_hash: ballot.election.fingerprint,
    credential: ballot.bases.g.power(ballot.secrets[voter]!).toString(),
    ...fields,
  };
  return signedSpelling(ballot, voter, JSON.stringify(unsigned));
}

/** Signs an unsigned paper's text exactly as it is spelled. */
export function signedSpelling(ballot: TestBallot, voter: number, unsigned: string): string {
  const hash = shortHash(unsigned);
  const proof = proveKnowledge(ballot.arithmetic, ballot.secrets[voter]!, `sig|${hash}|`, ballot.random);
  return `${unsigned.slice(0, -1)},"signature":${JSON.stringify({ hash, proof: writeProof(proof) })}}`;
}

/** The text without its signature. */
export const unsignedText = (paper: string): string => `${paper.slice(0, paper.lastIndexOf(',"signature":'))}}`;

function forgeAnswer(ballot: TestBallot, start: string, question: Question, { insides, twist, nonce }: ForgedMarks): Answer {
  const { bases, random } = ballot;
  const openings = insides.map((inside) => ({ inside, nonce: nonce ?? randomExponent(random) }));
  const choices = openings.map((open, cell) => {
    const pair = {
      alpha: bases.g.power(open.nonce),
      beta: multiplyModP(bases.y.power(open.nonce), ballot.arithmetic.power(G, modQ(BigInt(open.inside)))),
    };
    return twist?.cell === cell ? { ...pair, [twist.part]: multiplyModP(pair[twist.part], twist.by) } : pair;
  });
  const pairs = choices.map(ciphertextText);
  const inMarks = openings.slice(question.blank ? 1 : 0);
  const marks = {
    inside: inMarks.reduce((sum, { inside }) => sum + inside, 0),
    nonce: modQ(inMarks.reduce((sum, open) => sum + open.nonce, 0n)),
  };
  const prove = ({ prefix, parts }: Statement): Proof[] => {
    const branches = parts.map(({ cell, value }): BranchWitness => ({ ...(cell === MARKS ? marks : openings[cell]!), value }));
    const isTrue = branches.some(({ inside, value }) => inside === value);
    const claimed = isTrue ? branches : branches.map((branch, n) => (n === 0 ? { ...branch, inside: branch.value } : branch));
    const touches = twist !== undefined && parts.some(({ cell }) => cell === MARKS || cell === twist.cell);
    for (;;) {
      const proofs = proveDisjunction(bases, prefix, claimed, random);
      if (!touches || proofs.every(({ challenge }) => challenge % BigInt(twist.order) === 0n)) return proofs;
    }
  };
  return {
    choices,
    markProofs: pairs.map((pair, cell) => prove(markStatement(start, cell, pair))),
    sumProof: prove(sumStatement(start, question, pairs, marksOf(question, choices))),
    ...(question.blank && { blankProof: prove(blankStatement(start, pairs)) }),
  };
}

/** Other decimal spellings of a number that a loose reader takes for the same one. */
export const otherSpellings = (decimal: string): string[] => [
  ...['0', '+', ' '].map((prefix) => `${prefix}${decimal}`),
  ...[' ', '.0'].map((suffix) => `${decimal}${suffix}`),
  `0x${BigInt(decimal).toString(16)}`,
  `-${P - BigInt(decimal)}`,
  `${BigInt(decimal) + Q}`,
];
