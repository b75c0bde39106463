import type { Fraction } from '@plenum/kernel';
import { BASES, RETURNED_LIMITS, SHORTAGE_POLICIES, TIE_POLICIES, WRITE_IN_RULES } from './case.js';
import type { ElectionRules, GateRules, ResolutionRules, Round, Threshold } from './case.js';
import { Input } from './input.js';

const SEATS_MAX = 1_000_000; // No body is larger; keeps seats times a rate exact.
const GATES = ['quorum', 'participation', 'returnedLimit'] as const;
const ELECTION_BASES = BASES.filter((base) => base !== 'cast');

/** Reads the rules of a resolution. @throws MalformedError with the first faulty field. */
export function readResolutionRules(input: Input): ResolutionRules {
  const { pass, bundle, writeIns, ...gates } = input.fields([...GATES, 'pass', 'bundle', 'writeIns']);
  return {
    ...readGates(gates),
    quorum: readFraction(gates.quorum),
    pass: readThreshold(pass, BASES),
    bundle: bundle.maybe((given) => given.word(['each', 'all'])) ?? 'each',
    // Nobody stands in a resolution: a name on its paper is a foreign mark unless the rules say otherwise.
    writeIns: writeIns.maybe((given) => given.word(WRITE_IN_RULES)) ?? 'none',
  };
}

/** Reads the rules of an election; the surplus rule must be stated for a first round. @throws MalformedError. */
export function readElectionRules(input: Input, round: Round = 'first'): ElectionRules {
  const { seats, surplus, elect, tie, shortage, supplementary, runoff, overVote, writeIns, ...gates } = input.fields([
    ...GATES,
    'seats',
    'surplus',
    'elect',
    'tie',
    'shortage',
    'supplementary',
    'runoff',
    'overVote',
    'writeIns',
  ]);
  if (round === 'first' && !surplus.isGiven()) surplus.refuse('missing');
  // An over-vote always spoils the paper; rules may say so, but cannot say otherwise.
  overVote.maybe((given) => given.word(['spoil', true]));
  const rules: ElectionRules = {
    ...readGates(gates),
    quorum: readFraction(gates.quorum),
    seats: seats.whole(1, SEATS_MAX),
    surplus: surplus.orNull(readSurplus),
    elect: readThreshold(elect, ELECTION_BASES),
    tie: tie.word(TIE_POLICIES),
    shortage: shortage.word(SHORTAGE_POLICIES),
    supplementary: supplementary.orNull(readSupplementary),
    runoff: runoff.orNull((given) => ({ elect: given.fields(['elect']).elect.orNull(readElect) })),
    writeIns: writeIns.maybe((given) => given.word(WRITE_IN_RULES)) ?? 'free',
  };
  if (rules.shortage === 'supplementary' && rules.supplementary === null) supplementary.refuse('missing');
  return rules;
}

/** Reads what an appraisal or a poll may leave out altogether; then only the returned papers are compared with the issued. */
export function readAdvisoryRules(input: Input): GateRules {
  return input.maybe((given) => readGates(given.fields(GATES))) ?? { quorum: null, participation: null, returnedLimit: 'issued' };
}

function readGates(gates: Record<(typeof GATES)[number], Input>): GateRules {
  return {
    quorum: gates.quorum.orNull(readFraction),
    participation: gates.participation.orNull(readFraction),
    returnedLimit: gates.returnedLimit.maybe((given) => given.word(RETURNED_LIMITS)) ?? 'issued',
  };
}

function readSurplus(input: Input): NonNullable<ElectionRules['surplus']> {
  const { rate, min } = input.fields(['rate', 'min']);
  const { num, den } = rate.fields(['num', 'den']);
  return { rate: { num: num.whole(0, SEATS_MAX), den: den.whole(1, Number.MAX_SAFE_INTEGER) }, min: min.whole(0, SEATS_MAX) };
}

function readSupplementary(input: Input): NonNullable<ElectionRules['supplementary']> {
  const { extra, elect } = input.fields(['extra', 'elect']);
  return { extra: extra.whole(0, SEATS_MAX), elect: elect.orNull(readElect) };
}

const readElect = (input: Input): Threshold => readThreshold(input, ELECTION_BASES);

function readThreshold(input: Input, bases: readonly Threshold['base'][]): Threshold {
  const { base, ...share } = input.fields(['num', 'den', 'inclusive', 'base']);
  return { ...readShare(share), base: base.word(bases) };
}

function readFraction(input: Input): Fraction {
  return readShare(input.fields(['num', 'den', 'inclusive']));
}

function readShare({ num, den, inclusive }: Record<'num' | 'den' | 'inclusive', Input>): Fraction {
  const share = { num: num.whole(0, Number.MAX_SAFE_INTEGER), den: den.whole(1, Number.MAX_SAFE_INTEGER), inclusive: inclusive.flag() };
  return share.num <= share.den ? share : num.refuse('more-than-the-whole');
}
