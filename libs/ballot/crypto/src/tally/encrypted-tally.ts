import { cellsOf, type Election } from '../election/election.js';
import { StrictReader } from '../form/strict-reader.js';
import { demand } from '../form/verdict.js';
import { type Arithmetic, multiplyModP } from '../group/arithmetic.js';
import { readCiphertext, writeCiphertext } from '../paper/ciphertext.js';
import type { Ciphertext } from '../proofs/disjunction.js';

/** The sum of all papers, still sealed: a pair for each cell of each question. */
export type EncryptedTally = readonly (readonly Ciphertext[])[];

/** The tally with its two figures. */
export interface SizedTally {
  /** Papers that count: one a credential, the last. */
  readonly counted: number;
  readonly totalWeight: number;
  readonly tally: EncryptedTally;
}

/** The pairs of a paper that was verified before: reads without checking. */
export function choicesOf(verifiedPaper: string): EncryptedTally {
  const { answers } = JSON.parse(verifiedPaper) as { answers: { choices: { alpha: string; beta: string }[] }[] };
  return answers.map(({ choices }) => choices.map(({ alpha, beta }) => ({ alpha: BigInt(alpha), beta: BigInt(beta) })));
}

/** Position of the paper that counts for each credential: the last one cast (specification 4.15). */
export function lastPositions(credentials: readonly string[]): ReadonlyMap<string, number> {
  return new Map(credentials.map((credential, index) => [credential, index]));
}

/**
 * Adds papers up without opening them: the product of the pairs, each to the power of its voter's weight. Papers come in
 * the order cast; `open` gives the pairs of the one at a position.
 */
export function sumEncryptedPapers(
  election: Election,
  arithmetic: Arithmetic,
  credentials: readonly string[],
  weights: ReadonlyMap<string, number>,
  open: (index: number) => EncryptedTally,
): SizedTally {
  const tally = election.questions.map((question) =>
    Array.from({ length: cellsOf(question) }, (): Ciphertext => ({ alpha: 1n, beta: 1n })),
  );
  const counting = lastPositions(credentials);
  let totalWeight = 0;
  for (const [credential, index] of counting) {
    const weight = weights.get(credential);
    if (weight === undefined) throw new TypeError('credentials: one is not on the roll');
    totalWeight += weight;
    open(index).forEach((cells, question) => {
      const sums = tally[question]!;
      cells.forEach((pair, cell) => {
        const { alpha, beta } = weighted(arithmetic, pair, weight);
        sums[cell] = { alpha: multiplyModP(sums[cell]!.alpha, alpha), beta: multiplyModP(sums[cell]!.beta, beta) };
      });
    });
  }
  return { counted: counting.size, totalWeight, tally };
}

/** An encrypted tally in canonical form. */
export const writeTally = (tally: EncryptedTally): string => JSON.stringify(tally.map((cells) => cells.map(writeCiphertext)));

/** Reads an encrypted tally in the form of the election; compare it with the sum of the papers. Throws `RefusalError`. */
export function readTally(election: Election, text: string): EncryptedTally {
  const questions = StrictReader.canonical(text, 'tally-form').list(election.questions.length);
  return questions.map((cells, index) => cells.list(cellsOf(election.questions[index]!)).map(readCiphertext));
}

/** The sum as it should be against the sum as it is stored. */
export function demandSameTally(stored: EncryptedTally, expected: EncryptedTally): void {
  stored.forEach((cells, question) =>
    cells.forEach(({ alpha, beta }, cell) => {
      const right = expected[question]![cell]!;
      demand(alpha === right.alpha && beta === right.beta, 'tally-product', `[${question}][${cell}]`, 'is not the sum of the papers');
    }),
  );
}

function weighted(arithmetic: Arithmetic, pair: Ciphertext, weight: number): Ciphertext {
  if (weight === 1) return pair;
  return { alpha: arithmetic.power(pair.alpha, BigInt(weight)), beta: arithmetic.power(pair.beta, BigInt(weight)) };
}
