import type { Election } from '../election/election.js';
import { type ProofBases, modQ } from '../group/arithmetic.js';
import type { Randomness } from '../group/randomness.js';
import { sumOfCiphertexts, ciphertextText } from '../paper/ciphertext.js';
import type { CellOpening } from '../paper/seal-paper.js';
import { type Ciphertext, verifyDisjunction, proveDisjunction } from '../proofs/disjunction.js';
import type { Proof } from '../proofs/proof.js';

/**
 * Two questions over the same persons, by position: who is approved, who is voted against; no mark is an abstention
 * (BALLOT_PROTOCOL 5, layout B). Belenios proves each question; that nobody is marked twice is the outside proof.
 */
export interface MarkPair {
  readonly approve: number;
  readonly against: number;
}

/** What an outside proof is bound to: the election and the exact paper. */
export interface PaperName {
  readonly fingerprint: string;
  readonly tracker: string;
}

/** The values that the sum of the two marks on one person may have. */
const NOT_BOTH = [0, 1] as const;

/** Whether the election has the two questions, over the same answers and without blank (the pair says "abstain"). */
export function isPair({ questions }: Election, { approve, against }: MarkPair): boolean {
  const [yes, no] = [questions[approve], questions[against]];
  if (!yes || !no || yes === no || yes.blank || no.blank) return false;
  return yes.answers.length === no.answers.length && yes.answers.every((answer, index) => answer === no.answers[index]);
}

/** Proves for each person that approve and against are not both marked. */
export function proveExclusivity(
  bases: ProofBases,
  paper: PaperName,
  approve: readonly CellOpening[],
  against: readonly CellOpening[],
  pairs: readonly Ciphertext[],
  random: Randomness,
): Proof[][] {
  return pairs.map((pair, person) => {
    const [yes, no] = [approve[person]!, against[person]!];
    const open = { nonce: modQ(yes.nonce + no.nonce), inside: yes.inside + no.inside };
    return proveDisjunction(
      bases,
      prefixOf(paper, pair),
      NOT_BOTH.map((value) => ({ ...open, value })),
      random,
    );
  });
}

/** The first person whose proof does not hold, or -1. */
export function firstInvalidProof(
  bases: ProofBases,
  paper: PaperName,
  pairs: readonly Ciphertext[],
  proofs: readonly (readonly Proof[])[],
): number {
  return pairs.findIndex(
    (pair, person) =>
      !verifyDisjunction(
        bases,
        prefixOf(paper, pair),
        NOT_BOTH.map((value) => ({ pair, value })),
        proofs[person]!,
      ),
  );
}

/** Per person, the pair that encrypts approve + against. */
export const sumsOfMarks = (approve: readonly Ciphertext[], against: readonly Ciphertext[]): Ciphertext[] =>
  approve.map((pair, person) => sumOfCiphertexts([pair, against[person]!]));

const prefixOf = ({ fingerprint, tracker }: PaperName, pair: Ciphertext): string =>
  `ext1-notboth|${fingerprint}|${tracker}|${ciphertextText(pair)}|`;
