import type {
  Base,
  CandidateOrder,
  ElectedOfficeName,
  KindRules,
  LateArrivals,
  OfficeScope,
  PresetId,
  Relatives,
  ReturnedLimit,
  Round,
  SealedMarks,
  ShortagePolicy,
  TiePolicy,
  Timing,
  VotedKind,
  WriteInRule,
} from '@plenum/ballot-domain';
import { readRules, rulesFrom } from '@plenum/ballot-domain';
import { MalformedError } from '@plenum/kernel';
import { ApiProperty } from '@nestjs/swagger';

/** A share: "at least" when inclusive, else "more than". */
export class FractionRequest {
  num!: number;
  den!: number;
  inclusive!: boolean;
}

/** A share of a base; `cast` is of resolutions alone. */
export class ThresholdRequest extends FractionRequest {
  base!: Base;
}

/** A rate of the seats. */
export class RateRequest {
  num!: number;
  den!: number;
}

/** How many more candidates than seats are listed: by a rate of the seats, at least by `min`. */
export class SurplusRequest {
  rate!: RateRequest;
  min!: number;
}

/** How a supplementary round is held. */
export class SupplementaryRequest {
  extra!: number;
  elect?: ThresholdRequest | null;
}

/** How a run-off is held. */
export class RunoffRequest {
  elect?: ThresholdRequest | null;
}

/** A fixed `date`, or `n` days, working days or months. */
export class DueRuleRequest {
  kind!: 'date' | 'working-days' | 'days' | 'months';
  date?: string;
  n?: number;
  /** Where a period of days or months ends on a day off. */
  lastDay?: 'after-holiday' | 'next-working-day' | 'as-it-falls';
}

/** The finding of candidates; of elections alone. */
export class NominationRuleRequest {
  notice!: DueRuleRequest;
  primaryAbove?: number | null;
  order?: CandidateOrder;
}

/** An office that an election fills. */
export class ElectedOfficeRequest {
  name!: ElectedOfficeName;
  scope?: OfficeScope;
}

/** How a vote is run; what is left out is as it is usual. */
export class ProcedureRequest {
  lateArrivals?: LateArrivals;
  relatives?: Relatives;
  nomination?: NominationRuleRequest | null;
  approval?: DueRuleRequest | null;
  publication?: DueRuleRequest | null;
  post?: string | null;
  office?: ElectedOfficeRequest | null;
  sharesNeeded?: number | null;
  sealedMarks?: SealedMarks;
  timing?: Timing;
  turnoutGroup?: number;
}

/**
 * Rules in the words of the counting contract, as far as they are stated: with a preset, only what is changed. Which of them a vote has,
 * and must have, depends on its kind; they are read by the rules of the ballot, which name the first faulty field.
 */
export class RulesRequest {
  quorum?: FractionRequest | null;
  participation?: FractionRequest | null;
  returnedLimit?: ReturnedLimit;
  /** Of a resolution. */
  pass?: ThresholdRequest;
  /** Of a resolution: whether each matter is decided by itself, or all only together. */
  bundle?: 'each' | 'all';
  /** From here on of an election, but for the names written in. */
  seats?: number;
  /** Null for a single slate. */
  surplus?: SurplusRequest | null;
  elect?: ThresholdRequest;
  tie?: TiePolicy;
  shortage?: ShortagePolicy;
  supplementary?: SupplementaryRequest | null;
  runoff?: RunoffRequest | null;
  /** An over-vote always spoils the paper. */
  @ApiProperty({
    required: false,
    oneOf: [
      { type: 'string', enum: ['spoil'] },
      { type: 'boolean', enum: [true] },
    ],
  })
  overVote?: 'spoil' | true;
  writeIns?: WriteInRule;
  /** Of sealed papers: whether a voter may cast again until the closing. */
  revote?: boolean;
  procedure?: ProcedureRequest;
}

/** What a request says of the rules of a new ballot. */
interface SentRules {
  readonly rules?: RulesRequest;
  readonly preset?: PresetId;
}

/** The rules of a new ballot: only where nothing is decided, or with a preset, may they be left out. @throws MalformedError */
export function rulesOf(
  request: SentRules & { readonly kind: 'election'; readonly round?: Round },
): Extract<KindRules, { readonly kind: 'election' }>;
export function rulesOf(request: SentRules & { readonly kind: VotedKind; readonly round?: Round }): KindRules;
export function rulesOf({
  kind,
  round = 'first',
  rules,
  preset,
}: SentRules & { readonly kind: VotedKind; readonly round?: Round }): KindRules {
  if (preset) return rulesFrom(preset, { kind, round }, rules);
  if (!rules && kind !== 'appraisal' && kind !== 'poll') throw new MalformedError([{ field: 'rules', reason: 'missing' }]);
  return readRules({ kind, round }, rules ?? {});
}
