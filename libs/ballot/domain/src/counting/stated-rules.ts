import type { Fraction } from '@plenum/kernel';
import type {
  ElectionRules,
  GateRules,
  ResolutionRules,
  ReturnedLimit,
  ShortagePolicy,
  Surplus,
  Threshold,
  TiePolicy,
  WriteInRule,
} from './case.js';

/** Gates as rules state them. One that is null or left out does not exist; papers are compared with the issued unless stated otherwise. */
export interface StatedGates {
  readonly quorum?: Fraction | null;
  readonly participation?: Fraction | null;
  readonly returnedLimit?: ReturnedLimit;
}

/** The rules of a resolution as they are stated; what is left out is as {@link completeResolutionRules} has it. */
export interface StatedResolutionRules extends StatedGates {
  readonly quorum: Fraction;
  readonly pass: Threshold;
  readonly bundle?: 'each' | 'all';
  readonly writeIns?: WriteInRule;
}

/** The rules of an election as they are stated; what is left out is as {@link completeElectionRules} has it. */
export interface StatedElectionRules extends StatedGates {
  readonly quorum: Fraction;
  readonly seats: number;
  readonly surplus?: Surplus | null;
  readonly elect: Threshold;
  readonly tie: TiePolicy;
  readonly shortage: ShortagePolicy;
  readonly supplementary?: StatedSupplementary | null;
  readonly runoff?: StatedRunoff | null;
  /** An over-vote always spoils the paper; rules may say so, but cannot say otherwise. */
  readonly overVote?: 'spoil' | true;
  readonly writeIns?: WriteInRule;
}

export interface StatedSupplementary {
  readonly extra: number;
  readonly elect?: Threshold | null;
}

export interface StatedRunoff {
  readonly elect?: Threshold | null;
}

/** The gates with what the contract has where nothing is stated. */
export const completeGates = ({ quorum = null, participation = null, returnedLimit = 'issued' }: StatedGates): GateRules => ({
  quorum,
  participation,
  returnedLimit,
});

/** Rules of a resolution with what the contract has where nothing is stated. */
export function completeResolutionRules({ pass, bundle = 'each', writeIns = 'none', ...gates }: StatedResolutionRules): ResolutionRules {
  // Nobody stands in a resolution: a name on its paper is a foreign mark unless the rules say otherwise.
  return { ...completeGates(gates), pass, bundle, writeIns };
}

/** Rules of an election with what the contract has where nothing is stated. */
export function completeElectionRules(stated: StatedElectionRules): ElectionRules {
  const { seats, surplus = null, elect, tie, shortage, supplementary, runoff, writeIns = 'free' } = stated;
  return {
    ...completeGates(stated),
    seats,
    surplus,
    elect,
    tie,
    shortage,
    supplementary: supplementary ? { extra: supplementary.extra, elect: supplementary.elect ?? null } : null,
    runoff: runoff ? { elect: runoff.elect ?? null } : null,
    writeIns,
  };
}
