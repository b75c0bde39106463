import type { ElectionCase, Threshold } from './case.js';
import { bestContenders, cutAtSeats, idsOfContenders } from './election.filling.js';
import type { SeatAllocation, CandidateVotes } from './election.filling.js';
import { settleTie } from './election.tie.js';
import { checkThreshold, fractionParameters } from './fractions.js';
import type { GateFindings } from './gates.js';
import type { ElectionOutcome, Explanation, NextRound } from './outcome.js';

/** Fills the seats by rank among those that reach the threshold; ties matter only at the last seat. */
export function decideElection(given: ElectionCase, findings: GateFindings): ElectionOutcome {
  const ranked = rank(given);
  const { qualified, elect, explained } = qualify(given, ranked);
  const allocation = fill(given, ranked, qualified);
  const elected = new Set(allocation.elected.map(({ id }) => id));
  const tied = new Set(allocation.tied.map(({ id }) => id));
  return {
    kind: 'election',
    status: allocation.status,
    needed: { ...findings.needed, ...(elect === null ? {} : { elect }) },
    explanation: [...findings.explanation, explained, ...allocation.explanation],
    ranking: ranked.map(({ id, yes }) => ({ id, yes, outcome: elected.has(id) ? 'elected' : tied.has(id) ? 'tied' : 'not-elected' })),
    elected: idsOfContenders(ranked).filter((id) => elected.has(id)),
    tied: idsOfContenders(ranked).filter((id) => tied.has(id)),
    tiedSeats: allocation.tiedSeats,
    vacant: allocation.vacant,
    shortage: allocation.shortage,
    nextRound: allocation.nextRound,
    ...(given.papers ? { papers: given.papers } : {}),
  };
}

/** Listed candidates and eligible names written in, most yes first; equal yes by id, for display only. */
function rank({ candidates, writeIns }: ElectionCase): CandidateVotes[] {
  const standing: CandidateVotes[] = [
    ...candidates.map(({ id, yes, no }) => ({ id, yes, no: no ?? 0 })),
    ...writeIns.filter(({ eligible }) => eligible).map(({ id, yes }) => ({ id, yes, no: 0 })),
  ];
  return standing.sort((one, other) => other.yes - one.yes || (one.id < other.id ? -1 : 1));
}

/** The threshold of this round: a run-off has none unless the rules give it one. */
function thresholdOf({ rules, round }: ElectionCase): Threshold | null {
  if (round === 'runoff') return rules.runoff?.elect ?? null;
  return (round === 'supplementary' ? rules.supplementary?.elect : null) ?? rules.elect;
}

function qualify(
  given: ElectionCase,
  ranked: readonly CandidateVotes[],
): { qualified: readonly CandidateVotes[]; elect: number | null; explained: Explanation } {
  const {
    rules: { seats },
    counts,
  } = given;
  const threshold = thresholdOf(given);
  if (threshold === null)
    return { qualified: ranked, elect: null, explained: { code: 'most-votes-win', params: { seats, standing: ranked.length } } };
  const bar = checkThreshold(threshold, counts);
  const qualified = ranked.filter(({ yes }) => bar.reachedBy(yes));
  const params = {
    needed: bar.needed,
    base: threshold.base,
    of: bar.size,
    ...fractionParameters(threshold),
    qualified: qualified.length,
    seats,
  };
  return { qualified, elect: bar.needed, explained: { code: 'elect-threshold', params } };
}

function fill(given: ElectionCase, ranked: readonly CandidateVotes[], qualified: readonly CandidateVotes[]): SeatAllocation {
  const { seats, tie } = given.rules;
  const { inside, level } = cutAtSeats(qualified, seats, ({ yes }) => yes);
  const settled = { elected: inside, tied: [], tiedSeats: 0, vacant: 0, status: 'decided', shortage: null, nextRound: null } as const;
  if (level.length > 0) return settleTie(tie, inside, level, seats - inside.length);
  if (qualified.length >= seats) {
    const code = qualified.length === seats ? 'all-qualified-elected' : 'best-elected';
    return { ...settled, explanation: [{ code, params: { qualified: qualified.length, seats } }] };
  }
  const vacant = seats - inside.length;
  const filled: Explanation = { code: 'all-qualified-elected', params: { qualified: qualified.length, seats } };
  return { ...settled, vacant, ...settleShortage(given, ranked, inside, vacant, filled) };
}

function settleShortage(
  { rules }: ElectionCase,
  ranked: readonly CandidateVotes[],
  elected: readonly CandidateVotes[],
  vacant: number,
  filled: Explanation,
) {
  const { shortage, supplementary } = rules;
  const explanation: Explanation[] = [filled, { code: `shortage-${shortage}`, params: { vacant } }];
  if (shortage !== 'supplementary') return { status: 'decided', shortage, nextRound: null, explanation } as const;
  const left = ranked.filter((candidate) => !elected.includes(candidate));
  const wanted = vacant + (supplementary?.extra ?? 0);
  const nextRound: NextRound = {
    kind: 'supplementary',
    seats: vacant,
    candidates: idsOfContenders(bestContenders(left, wanted)),
    needsNominations: left.length < wanted,
  };
  return { status: 'next-round', shortage: null, nextRound, explanation } as const;
}
