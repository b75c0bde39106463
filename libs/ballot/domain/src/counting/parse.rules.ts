import type { Fraction } from '@plenum/kernel';
import { BASES, RETURNED_LIMITS, SHORTAGE_POLICIES, TIE_POLICIES, WRITE_IN_RULES } from './case.js';
import type { Round, Surplus, Threshold } from './case.js';
import { Input, stated } from './input.js';
import type { StatedElectionRules, StatedGates, StatedResolutionRules, StatedRunoff, StatedSupplementary } from './stated-rules.js';

const SEATS_MAX = 1_000_000; // No body is larger; keeps seats times a rate exact.
const GATES = ['quorum', 'participation', 'returnedLimit'] as const;
const ELECTION_BASES = BASES.filter((base) => base !== 'cast');

/** Reads the rules of a resolution. @throws MalformedError with the first faulty field. */
export function readResolutionRules(input: Input): StatedResolutionRules {
  const { pass, bundle, writeIns, ...gates } = input.fields([...GATES, 'pass', 'bundle', 'writeIns']);
  return stated({
    ...readGates(gates),
    quorum: readFraction(gates.quorum),
    pass: readThreshold(pass, BASES),
    bundle: bundle.maybe((given) => given.word(['each', 'all'])),
    writeIns: writeIns.maybe((given) => given.word(WRITE_IN_RULES)),
  });
}

/** Reads the rules of an election; the surplus rule must be stated for a first round. @throws MalformedError. */
export function readElectionRules(input: Input, round: Round = 'first'): StatedElectionRules {
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
  const spoils = overVote.maybe((given) => given.word(['spoil', true]));
  const rules: StatedElectionRules = stated({
    ...readGates(gates),
    quorum: readFraction(gates.quorum),
    seats: seats.whole(1, SEATS_MAX),
    surplus: surplus.nullable(readSurplus),
    elect: readThreshold(elect, ELECTION_BASES),
    tie: tie.word(TIE_POLICIES),
    shortage: shortage.word(SHORTAGE_POLICIES),
    supplementary: supplementary.nullable(readSupplementary),
    runoff: runoff.nullable(readRunoff),
    overVote: spoils,
    writeIns: writeIns.maybe((given) => given.word(WRITE_IN_RULES)),
  });
  if (rules.shortage === 'supplementary' && !rules.supplementary) supplementary.refuse('missing');
  return rules;
}

/** Reads what an appraisal or a poll may leave out altogether; then only the returned papers are compared with the issued. */
export function readAdvisoryRules(input: Input): StatedGates {
  return input.maybe((given) => readGates(given.fields(GATES))) ?? {};
}

function readGates(gates: Record<(typeof GATES)[number], Input>): StatedGates {
  return stated({
    quorum: gates.quorum.nullable(readFraction),
    participation: gates.participation.nullable(readFraction),
    returnedLimit: gates.returnedLimit.maybe((given) => given.word(RETURNED_LIMITS)),
  });
}

function readSurplus(input: Input): Surplus {
  const { rate, min } = input.fields(['rate', 'min']);
  const { num, den } = rate.fields(['num', 'den']);
  return { rate: { num: num.whole(0, SEATS_MAX), den: den.whole(1, Number.MAX_SAFE_INTEGER) }, min: min.whole(0, SEATS_MAX) };
}

function readSupplementary(input: Input): StatedSupplementary {
  const { extra, elect } = input.fields(['extra', 'elect']);
  return stated({ extra: extra.whole(0, SEATS_MAX), elect: elect.nullable(readElect) });
}

function readRunoff(input: Input): StatedRunoff {
  return stated({ elect: input.fields(['elect']).elect.nullable(readElect) });
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
