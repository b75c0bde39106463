import { canonicalJson } from '../json.js';

/** Takes the fingerprint of a text: SHA-256 in hex. */
export type DigestOf = (text: string) => string;

/** What the lots are drawn for, and what the officers put in. */
export interface LotsCase {
  readonly ballotId: string;
  /** Those level at the last seat. */
  readonly tied: readonly string[];
  readonly seats: number;
  /** What the officers revealed, each 64 hexadecimal digits. */
  readonly contributions: readonly string[];
}

/** Whose commitment to what, in which drawing. */
export interface LotsCommitment {
  readonly ballotId: string;
  readonly no: number;
  readonly memberId: string;
  readonly contribution: string;
}

/** 13 hexadecimal digits are 52 bits: the largest whole digits that a number holds exactly. */
const DIGITS = 13;
const RANGE = 2 ** 52;

/**
 * The commitment to a contribution. Ballot, drawing and officer are in it, so nobody can pass off another's commitment, or one of an
 * earlier drawing, as the own.
 */
export function commitmentOf({ ballotId, no, memberId, contribution }: LotsCommitment, digestOf: DigestOf): string {
  return digestOf(`plenum-lots-commitment|${ballotId}|${no}|${memberId}|${contribution}`);
}

/**
 * Draws lots. The seed is the SHA-256 of the canonical JSON of ballot id, sorted tied ids and sorted contributions; the n-th number is the
 * first 52 bits of the SHA-256 of `seed|n`, n from 0. Each number picks one of those still in the urn, who stand there sorted; a number so
 * high that it would favour the first ones is passed over. So nobody's chance is larger, and whoever has the case draws the same.
 * @returns as many of the tied as there are seats, in the order in which they were drawn
 * @throws RangeError for a draw of nobody, or of all
 */
export function draw({ ballotId, tied, seats, contributions }: LotsCase, digestOf: DigestOf): readonly string[] {
  if (!Number.isSafeInteger(seats) || seats < 1 || seats >= tied.length)
    throw new RangeError('lots: seats must be fewer than those who are level');
  const urn = [...tied].sort();
  const seed = digestOf(`plenum-lots-draw|${canonicalJson({ ballotId, tied: urn, contributions: [...contributions].sort() })}`);
  const drawn: string[] = [];
  for (let n = 0; drawn.length < seats; n += 1) {
    const number = Number.parseInt(digestOf(`${seed}|${n}`).slice(0, DIGITS), 16);
    const fair = RANGE - (RANGE % urn.length);
    if (number < fair) drawn.push(...urn.splice(number % urn.length, 1));
  }
  return drawn;
}
