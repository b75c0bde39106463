import type { Fraction } from '@plenum/kernel';

/** What a threshold is a share of; `cast` is yes + no of the item, for resolutions only. */
export const BASES = ['roll', 'present', 'issued', 'returned', 'valid', 'cast'] as const;
export type Base = (typeof BASES)[number];

/** A fraction with its base: "more than half of should-attend". */
export interface Threshold extends Fraction {
  readonly base: Base;
}

/** With what the returned papers are compared; more than that voids the vote. */
export const RETURNED_LIMITS = ['issued', 'voters', 'both'] as const;
export type ReturnedLimit = (typeof RETURNED_LIMITS)[number];

/** 应到, 实到, 发出, persons marked as having voted, 收回, 废票. */
export interface Counts {
  readonly roll: number;
  readonly present: number;
  readonly issued: number;
  readonly voters: number;
  readonly returned: number;
  readonly invalid: number;
}

/** The gates that every kind may have. A gate that is null does not exist. */
export interface GateRules {
  readonly quorum: Fraction | null;
  readonly participation: Fraction | null;
  readonly returnedLimit: ReturnedLimit;
}

/** How names written in on a paper are taken (COUNTING, rules for papers). */
export const WRITE_IN_RULES = ['none', 'free', 'replace-no'] as const;
export type WriteInRule = (typeof WRITE_IN_RULES)[number];

export interface ResolutionRules extends GateRules {
  readonly pass: Threshold;
  readonly bundle: 'each' | 'all';
  readonly writeIns: WriteInRule;
}

export const TIE_POLICIES = ['runoff', 'fewer-against', 'vacant', 'lots'] as const;
export type TiePolicy = (typeof TIE_POLICIES)[number];
export const SHORTAGE_POLICIES = ['supplementary', 'vacant', 'presidium', 'reduce'] as const;
export type ShortagePolicy = (typeof SHORTAGE_POLICIES)[number];
export const ROUNDS = ['first', 'runoff', 'supplementary'] as const;
export type Round = (typeof ROUNDS)[number];

/** How many more candidates than seats are listed: by a rate of the seats, at least by `min`. */
export interface Surplus {
  readonly rate: { readonly num: number; readonly den: number };
  readonly min: number;
}

export interface ElectionRules extends GateRules {
  readonly seats: number;
  /** Null for a single slate (等额). */
  readonly surplus: Surplus | null;
  readonly elect: Threshold;
  readonly tie: TiePolicy;
  readonly shortage: ShortagePolicy;
  readonly supplementary: { readonly extra: number; readonly elect: Threshold | null } | null;
  readonly runoff: { readonly elect: Threshold | null } | null;
  readonly writeIns: WriteInRule;
}

/** One matter of a resolution with its figures. */
export interface ItemFigures {
  readonly id: string;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** One candidate with the figures that were announced; `no` and `abstain` may be left out. */
export interface CandidateFigures {
  readonly id: string;
  readonly yes: number;
  readonly no?: number;
  readonly abstain?: number;
}

/** One name written in, merged beforehand; only the eligible rank. */
export interface WriteInFigures {
  readonly id: string;
  readonly yes: number;
  readonly eligible: boolean;
}

export const MARKS = ['yes', 'no', 'abstain'] as const;
export type Mark = (typeof MARKS)[number];

/** A single paper as a teller reads it: a matter or a candidate without a mark is an abstention. */
export interface Paper {
  readonly marks: ReadonlyMap<string, Mark>;
  readonly writeIns: readonly string[];
}

/** What sorting the papers gave. */
export interface SortedPapers {
  readonly returned: number;
  readonly valid: number;
  readonly invalid: number;
  /** Why papers were spoiled, each paper under one reason. */
  readonly reasons: Readonly<Record<string, number>>;
}

interface Counted {
  readonly counts: Counts;
  /** Present where single papers were given. */
  readonly papers?: SortedPapers;
}

export interface ResolutionCase extends Counted {
  readonly kind: 'resolution';
  readonly rules: ResolutionRules;
  readonly items: readonly ItemFigures[];
}

export interface ElectionCase extends Counted {
  readonly kind: 'election';
  readonly rules: ElectionRules;
  readonly round: Round;
  readonly candidates: readonly CandidateFigures[];
  readonly writeIns: readonly WriteInFigures[];
}

export interface AppraisalSubject {
  readonly id: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly abstain: number;
}

export interface AppraisalCase extends Counted {
  readonly kind: 'appraisal';
  readonly rules: GateRules;
  readonly grades: readonly string[];
  readonly rates: ReadonlyMap<string, readonly string[]>;
  readonly subjects: readonly AppraisalSubject[];
}

export interface PollCase extends Counted {
  readonly kind: 'poll';
  readonly rules: GateRules;
  readonly options: readonly { readonly id: string; readonly votes: number }[];
}

/** A well-formed counting case; its figures may still contradict each other (gate 1). */
export type CountingCase = ResolutionCase | ElectionCase | AppraisalCase | PollCase;
