import { type Question, cellsOf } from '../election/election.js';
import { sumProofParts } from './paper.js';

// Characters, at most: a number modulo p has 617 digits, one modulo q has 78; names and punctuation stand around them.
const CIPHERTEXT = 2 * 617 + 24;
const PROOF = 2 * 78 + 34;
/** Election, credential and signature. */
const AROUND = 1_500;
const AROUND_A_QUESTION = 120;
const AROUND_A_CELL = 4;

/** How long a paper of these questions is at most: whatever is longer is none of theirs, and need not be read. */
export function paperLengthMax(questions: readonly Question[]): number {
  const lengths = questions.map((question) => {
    const cells = cellsOf(question) * (CIPHERTEXT + 2 * PROOF + AROUND_A_CELL);
    return cells + (sumProofParts(question) + (question.blank ? 2 : 0)) * PROOF + AROUND_A_QUESTION;
  });
  return lengths.reduce((sum, length) => sum + length, AROUND);
}

/** How long the proofs are at most that a three-way paper brings along: two parts for each person of each pair. */
export function marksLengthMax(questions: readonly Question[], pairs: readonly { readonly approve: number }[]): number {
  return pairs.reduce(
    (sum, { approve }) => sum + (questions[approve]?.answers.length ?? 0) * (2 * PROOF + AROUND_A_CELL) + AROUND_A_CELL,
    AROUND_A_CELL,
  );
}
