import type { TiePolicy } from './case.js';
import { cutAtSeats, idsOfContenders } from './election.filling.js';
import type { SeatAllocation, CandidateVotes } from './election.filling.js';
import type { Explanation, NextRound } from './outcome.js';

/** Applies the tie policy (R47) to those level at the last seat; `elected` are the seats that are not in doubt. */
export function settleTie(
  policy: TiePolicy,
  elected: readonly CandidateVotes[],
  level: readonly CandidateVotes[],
  tiedSeats: number,
): SeatAllocation {
  const tie = { code: 'tie-at-the-cut', params: { yes: level[0]?.yes ?? 0, tied: idsOfContenders(level), tiedSeats, policy } } as const;
  const tied = { elected, tied: level, tiedSeats, vacant: 0, shortage: null, nextRound: null } as const;
  switch (policy) {
    case 'runoff':
      return { ...tied, status: 'next-round', nextRound: runoff(level, tiedSeats), explanation: [tie, toRunoff(level, tiedSeats)] };
    case 'vacant':
      return {
        ...tied,
        status: 'decided',
        vacant: tiedSeats,
        explanation: [tie, { code: 'tie-left-vacant', params: { vacant: tiedSeats } }],
      };
    case 'lots':
      return {
        ...tied,
        status: 'lots',
        explanation: [tie, { code: 'tie-by-lots', params: { tied: idsOfContenders(level), seats: tiedSeats } }],
      };
    case 'fewer-against':
      return fewerAgainst(elected, level, tiedSeats, tie);
  }
}

function fewerAgainst(
  elected: readonly CandidateVotes[],
  level: readonly CandidateVotes[],
  tiedSeats: number,
  tie: Explanation,
): SeatAllocation {
  const ordered = [...level].sort((one, other) => one.no - other.no);
  const { inside, level: equal } = cutAtSeats(ordered, tiedSeats, ({ no }) => -no);
  const seatsLeft = equal.length > 0 ? tiedSeats - inside.length : 0;
  const settled = { elected: [...elected, ...inside], tied: equal, tiedSeats: seatsLeft, vacant: 0, shortage: null } as const;
  const explanation: Explanation[] = [
    tie,
    { code: 'tie-by-fewer-against', params: { elected: idsOfContenders(inside), equal: idsOfContenders(equal) } },
  ];
  if (equal.length === 0) return { ...settled, status: 'decided', nextRound: null, explanation };
  return {
    ...settled,
    status: 'next-round',
    nextRound: runoff(equal, seatsLeft),
    explanation: [...explanation, toRunoff(equal, seatsLeft)],
  };
}

/** Those level stand again, by id: the order of the paper says nothing about who is ahead. */
const runoff = (equal: readonly CandidateVotes[], seats: number): NextRound => ({
  kind: 'runoff',
  seats,
  candidates: idsOfContenders(equal).sort(),
  needsNominations: false,
});

const toRunoff = (equal: readonly CandidateVotes[], seats: number): Explanation => ({
  code: 'tie-to-runoff',
  params: { candidates: idsOfContenders(equal), seats },
});
