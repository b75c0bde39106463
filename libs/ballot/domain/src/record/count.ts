import type { Counts, Round, SortedPapers, WriteInFigures } from '../counting/case.js';
import type { CountedOutcome } from '../counting/outcome.js';
import type { StatedElectionRules, StatedGates, StatedResolutionRules } from '../counting/stated-rules.js';
import { type BlankFields, withDate } from '../fields.js';
import type { OfficerRole, PerChannel } from './conduct.js';

/** Why a teller does not decide how a sheet reads, and for what scrutineers find it invalid (R48, R49, R53). */
export const DOUBT_REASONS = ['illegible', 'markOutside', 'noSeal', 'twoPosts', 'otherFault'] as const;
export type DoubtReason = (typeof DOUBT_REASONS)[number];

/** What becomes of a doubtful sheet: it counts as read, it counts without what cannot be read (R49), or it is spoiled. */
export const VERDICTS = ['valid', 'partly', 'invalid'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How doubtful sheets were decided, by verdict and reason: how many, and nothing of which. */
export type DoubtCounts = Readonly<Partial<Record<Verdict, Readonly<Partial<Record<DoubtReason, number>>>>>>;

/** The raised hands for one matter or candidate. */
export interface HandCount {
  readonly id: string;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** The grades given to one subject of an appraisal. */
export interface GradeCount {
  readonly id: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly abstain: number;
}

/** The votes for one option of a poll. */
export interface OptionCount {
  readonly id: string;
  readonly votes: number;
}

/** What was counted in the hall for one choice, as its kind is counted. */
export type Figures = HandCount | GradeCount | OptionCount;

/** What was found when the voting was closed (清点); null where it is not known apart from the count. */
export interface ClosingCount {
  readonly voters: number | null;
  readonly returned: number | null;
}

/** What was found in all, and on a mixed ballot on each channel: the board tells the sealed papers, the tellers those in the box. */
export interface Reconciliation extends ClosingCount {
  /** How many of the roll were still there when the voting was closed; left out where nobody signs in. */
  readonly presentAtClose?: number;
  readonly perChannel?: PerChannel<ClosingCount>;
  /** Where a figure was mistyped: what the chiefs put right together. */
  readonly corrections?: readonly Correction[];
}

/** A figure of the paper in the box that was put right, or that one chief says has to be. */
export interface Correction {
  readonly before: ClosingCount;
  readonly found: ClosingCount;
  readonly reason: string;
  readonly by: string;
  /** The other chief; null until the same was said by both. */
  readonly confirmedBy: string | null;
}

/** What sorting the papers gave, and how scrutineers decided the doubtful ones among them. */
export interface TalliedPapers extends SortedPapers {
  readonly doubtful?: DoubtCounts;
}

/** Somebody who was written in, by the id in the counting case; null where no member of the organisation is meant. */
export interface WrittenIn {
  readonly id: string;
  readonly memberId: string | null;
}

/** A case of COUNTING.md as it is written down: the rules as they are stated, and figures, never single papers. */
export type TallyCase =
  | { readonly kind: 'resolution'; readonly rules: StatedResolutionRules; readonly counts: Counts; readonly items: readonly HandCount[] }
  | ElectionTallyCase
  | AppraisalTallyCase
  | { readonly kind: 'poll'; readonly rules: StatedGates; readonly counts: Counts; readonly options: readonly OptionCount[] };

export interface ElectionTallyCase {
  readonly kind: 'election';
  readonly rules: StatedElectionRules;
  readonly round: Round;
  readonly counts: Counts;
  readonly candidates: readonly HandCount[];
  readonly writeIns?: readonly WriteInFigures[];
}

export interface AppraisalTallyCase {
  readonly kind: 'appraisal';
  readonly rules: StatedGates;
  readonly grades?: readonly string[];
  readonly rates?: Readonly<Record<string, readonly string[]>>;
  readonly counts: Counts;
  readonly subjects: readonly GradeCount[];
}

/** What one channel of a mixed ballot adds to a case: the figures of the meeting, and of each choice. */
export type ChannelFigures = { readonly counts: Counts } & (
  | { readonly items: readonly HandCount[] }
  | { readonly candidates: readonly HandCount[] }
  | { readonly subjects: readonly GradeCount[] }
  | { readonly options: readonly OptionCount[] }
);

/** The count: what the engine was given and what it answered. */
export interface Tally {
  /** A case of COUNTING.md with figures, never single papers: whoever has it can count again. Null where a gate stopped the count. */
  readonly countingCase: TallyCase | null;
  readonly outcome: CountedOutcome;
  /** How many papers were spoiled and why, and how doubtful ones were decided; null for hands. */
  readonly papers: TalliedPapers | null;
  /** On a mixed ballot, the figures that add up to those of the case. */
  readonly perChannel?: PerChannel<ChannelFigures>;
  /** Who was written in, where anybody was. */
  readonly writtenIn?: readonly WrittenIn[];
  /** Fingerprint of the above, which the officers sign. */
  readonly digest: string;
}

export interface Signature {
  readonly memberId: string;
  readonly role: OfficerRole;
  readonly chief: boolean;
  readonly at: Date;
}

/** What was found, counted and signed. */
export interface Count {
  readonly reconciliation: Reconciliation | null;
  readonly hands: readonly Figures[] | null;
  readonly tally: Tally | null;
  readonly signatures: readonly Signature[];
}

/** Secrecy: hands and tally are not audited; in figures so small even the fingerprint of a tally would give it away. */
export const COUNT_FIELDS: BlankFields<Count> = {
  reconciliation: { blank: null, audited: true },
  hands: { blank: null, audited: false },
  tally: { blank: null, audited: false },
  signatures: { blank: [], audited: true, read: (kept) => kept.map(withDate) },
};
