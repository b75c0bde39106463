import type { ElectionOutcome, Explanation, NextRound } from './outcome.js';

/** One who stands for a seat, with what the count gave; `no` is 0 where nobody announced it. */
export interface CandidateVotes {
  readonly id: string;
  readonly yes: number;
  readonly no: number;
}

/** Those safely inside the seats, and those who share the last place with nobody able to say who takes it. */
export interface Cut {
  readonly inside: readonly CandidateVotes[];
  readonly level: readonly CandidateVotes[];
}

/** Cuts those in order of `merit`, highest first, at the last of `seats` >= 1 seats. */
export function cutAtSeats(ordered: readonly CandidateVotes[], seats: number, merit: (one: CandidateVotes) => number): Cut {
  const last = ordered[seats - 1];
  if (last === undefined) return { inside: ordered, level: [] };
  const inside = ordered.filter((one) => merit(one) > merit(last));
  const level = ordered.filter((one) => merit(one) === merit(last));
  return inside.length + level.length === seats ? { inside: [...inside, ...level], level: [] } : { inside, level };
}

/** The best `wanted` of those ranked, with all who are equal at that cut. */
export function bestContenders(ranked: readonly CandidateVotes[], wanted: number): readonly CandidateVotes[] {
  const { inside, level } = cutAtSeats(ranked, wanted, ({ yes }) => yes);
  return [...inside, ...level];
}

/** What filling the seats gave, before it is written up. */
export interface SeatAllocation {
  readonly elected: readonly CandidateVotes[];
  readonly tied: readonly CandidateVotes[];
  readonly tiedSeats: number;
  readonly vacant: number;
  readonly status: ElectionOutcome['status'];
  readonly shortage: ElectionOutcome['shortage'];
  readonly nextRound: NextRound | null;
  readonly explanation: readonly Explanation[];
}

export const idsOfContenders = (standing: readonly CandidateVotes[]): string[] => standing.map(({ id }) => id);
