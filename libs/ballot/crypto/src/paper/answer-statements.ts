import type { Question } from '../election/election.js';
import type { Ciphertext } from '../proofs/disjunction.js';
import { sumOfCiphertexts, ciphertextText } from './ciphertext.js';

/**
 * What the three proofs of an answer state, told once for prover and verifier (specification 4.11.1, 4.13). A part names
 * the cell whose pair it speaks of and the value it says is inside; MARKS is the sum of all answers' cells. Pairs come as
 * {@link ciphertextText}: turning numbers into decimals is a tenth of a verification's time, so it is done once a cell.
 */
export interface Statement {
  readonly prefix: string;
  readonly parts: readonly { readonly cell: number | typeof MARKS; readonly value: number }[];
}

/** The sum of the answers' marks, without the blank mark. */
export const MARKS = 'marks';

/** The pair of {@link MARKS}. */
export const marksOf = (question: Question, choices: readonly Ciphertext[]): Ciphertext =>
  sumOfCiphertexts(question.blank ? choices.slice(1) : choices);

/** Each cell encrypts 0 or 1. `start` is fp|credential: it ties the proof to election and voter. */
export function markStatement(start: string, cell: number, pair: string): Statement {
  return { prefix: `prove|${start}|${pair}|`, parts: [0, 1].map((value) => ({ cell, value })) };
}

/** The marks add up to min..max, or the blank mark is set where it may be. */
export function sumStatement(start: string, question: Question, pairs: readonly string[], marks: Ciphertext): Statement {
  const range = Array.from(
    { length: question.max - question.min + 1 },
    (_, index) => ({ cell: MARKS, value: question.min + index }) as const,
  );
  const all = `${start}|${pairs.join()}|`;
  return question.blank
    ? { prefix: `bproof1|${all}`, parts: [{ cell: 0, value: 1 }, ...range] }
    : { prefix: `prove|${all}${ciphertextText(marks)}|`, parts: range };
}

/** The blank mark is not set, or no other is. */
export function blankStatement(start: string, pairs: readonly string[]): Statement {
  return {
    prefix: `bproof0|${start}|${pairs.join()}|`,
    parts: [
      { cell: 0, value: 0 },
      { cell: MARKS, value: 0 },
    ],
  };
}
