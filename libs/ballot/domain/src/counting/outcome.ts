import type { Base, ReturnedLimit, ShortagePolicy, SortedPapers, TiePolicy } from './case.js';
import type { Share } from './fractions.js';

/** What an explanation may say, in gate order; the web words each. */
export const EXPLANATIONS = [
  'figures-consistent',
  'figures-inconsistent',
  'surplus-met',
  'surplus-missed',
  'single-slate',
  'quorum-reached',
  'quorum-missed',
  'returned-within-limit',
  'returned-above-limit',
  'participation-reached',
  'participation-missed',
  'item-passed',
  'item-not-passed',
  'all-items-passed',
  'some-items-passed',
  'no-item-passed',
  'bundle-failed',
  'elect-threshold',
  'most-votes-win',
  'all-qualified-elected',
  'best-elected',
  'tie-at-the-cut',
  'tie-to-runoff',
  'tie-by-fewer-against',
  'tie-left-vacant',
  'tie-by-lots',
  'shortage-supplementary',
  'shortage-vacant',
  'shortage-presidium',
  'shortage-reduce',
  'grades-counted',
  'votes-counted',
] as const;
export type ExplanationCode = (typeof EXPLANATIONS)[number];

/** The facts of a step, each where the step tells it. */
export interface ExplanationParams {
  /** The broken rule of consistency, and the entry or figure that breaks it. */
  readonly breach?: string;
  readonly about?: string;
  readonly roll?: number;
  readonly present?: number;
  readonly returned?: number;
  readonly valid?: number;
  readonly limit?: number;
  readonly rule?: ReturnedLimit;
  /** Of a mixed ballot, the channel that the step is about. */
  readonly channel?: 'sealed' | 'paper';
  readonly num?: number;
  readonly den?: number;
  readonly inclusive?: boolean;
  readonly base?: Base;
  /** The size of the base. */
  readonly of?: number;
  readonly needed?: number;
  readonly min?: number;
  /** The matter that the step is about. */
  readonly id?: string;
  readonly yes?: number;
  readonly items?: number;
  readonly passed?: number;
  readonly seats?: number;
  readonly listed?: number;
  readonly standing?: number;
  readonly qualified?: number;
  readonly vacant?: number;
  readonly policy?: TiePolicy;
  readonly tied?: readonly string[];
  readonly tiedSeats?: number;
  readonly elected?: readonly string[];
  readonly equal?: readonly string[];
  readonly candidates?: readonly string[];
  readonly subjects?: number;
  readonly leading?: readonly string[];
}

/** One step of the reasoning: a code to be worded in any language, and its facts. */
export interface Explanation {
  readonly code: ExplanationCode;
  readonly params: ExplanationParams;
}

/** The smallest counts that were enough, as far as the count got. */
export interface Needed {
  readonly quorum?: number;
  readonly pass?: number;
  readonly elect?: number;
}

/** The input is not a case of the contract: the first faulty field and a stable reason. */
export interface MalformedOutcome {
  readonly status: 'malformed';
  readonly field: string;
  readonly reason: string;
}

interface Answered<K extends string, S extends string> {
  readonly kind: K;
  readonly status: S;
  readonly needed: Needed;
  readonly explanation: readonly Explanation[];
}

/** A gate stayed shut: nothing is decided and no figures of votes are told. */
export interface StoppedOutcome extends Answered<'resolution' | 'election' | 'appraisal' | 'poll', StopStatus> {
  /** The broken rule of consistency. */
  readonly breach?: string;
  readonly neededCandidates?: number;
}
export type StopStatus = 'inconsistent' | 'too-few-candidates' | 'no-quorum' | 'void' | 'too-few-votes';

export interface ItemOutcome {
  readonly id: string;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly needed: number;
  readonly passed: boolean;
}

export interface ResolutionOutcome extends Answered<'resolution', 'passed' | 'partly-passed' | 'not-passed'> {
  readonly items: readonly ItemOutcome[];
  readonly papers?: SortedPapers;
}

/** The ballot that must follow: its seats and who stands. */
export interface NextRound {
  readonly kind: 'runoff' | 'supplementary';
  readonly seats: number;
  readonly candidates: readonly string[];
  /** Fewer are left than the round should have: somebody must be nominated. */
  readonly needsNominations: boolean;
}

export interface CandidateOutcome {
  readonly id: string;
  readonly yes: number;
  readonly outcome: 'elected' | 'tied' | 'not-elected';
}

export interface ElectionOutcome extends Answered<'election', 'decided' | 'next-round' | 'lots'> {
  readonly ranking: readonly CandidateOutcome[];
  readonly elected: readonly string[];
  readonly tied: readonly string[];
  readonly tiedSeats: number;
  readonly vacant: number;
  readonly shortage: Exclude<ShortagePolicy, 'supplementary'> | null;
  readonly nextRound: NextRound | null;
  readonly papers?: SortedPapers;
}

/** A count with its share of the valid papers, and of those that did not abstain. */
export interface GradeShare {
  readonly count: number;
  readonly ofValid: Share;
  readonly ofMarked: Share;
}

export interface AppraisalOutcome extends Answered<'appraisal', 'counted'> {
  readonly subjects: readonly {
    readonly id: string;
    readonly abstain: number;
    readonly grades: Readonly<Record<string, GradeShare>>;
    readonly rates: Readonly<Record<string, GradeShare>>;
  }[];
}

export interface PollOutcome extends Answered<'poll', 'counted'> {
  readonly options: readonly { readonly id: string; readonly votes: number; readonly ofValid: Share }[];
  readonly leading: readonly string[];
}

/** The answer to a well-formed case. */
export type CountedOutcome = StoppedOutcome | ResolutionOutcome | ElectionOutcome | AppraisalOutcome | PollOutcome;
export type Outcome = MalformedOutcome | CountedOutcome;
