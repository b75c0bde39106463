import type {
  Base,
  CandidateOrder,
  ElectedOfficeName,
  LateArrivals,
  OfficeScope,
  Relatives,
  ReturnedLimit,
  SealedMarks,
  ShortagePolicy,
  TiePolicy,
  Timing,
  WriteInRule,
} from '@plenum/ballot-domain';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';

/** A share of something: "at least" when inclusive, else "more than". */
export class FractionAnswer {
  num!: number;
  den!: number;
  inclusive!: boolean;
}

/** A share of a base. */
export class ThresholdAnswer extends FractionAnswer {
  base!: Base;
}

/** A rate of the seats. */
export class RateAnswer {
  num!: number;
  den!: number;
}

/** How many more candidates than seats are listed: by a rate of the seats, at least by `min`. */
export class SurplusAnswer {
  rate!: RateAnswer;
  min!: number;
}

/** How a supplementary round is held. */
export class SupplementaryAnswer {
  extra!: number;
  /** That of the first round when null or left out. */
  elect?: ThresholdAnswer | null;
}

/** How a run-off is held. */
export class RunoffAnswer {
  /** The most votes win when null or left out. */
  elect?: ThresholdAnswer | null;
}

/** A day that is fixed. */
export class DateRuleAnswer {
  kind!: 'date';
  date!: string;
}

/** A period of working days. */
export class WorkingDaysRuleAnswer {
  kind!: 'working-days';
  n!: number;
}

/** A period of calendar days. */
export class DaysRuleAnswer {
  kind!: 'days';
  n!: number;
  lastDay?: 'after-holiday' | 'next-working-day' | 'as-it-falls';
}

/** A period of months. */
export class MonthsRuleAnswer {
  kind!: 'months';
  n!: number;
  lastDay?: 'after-holiday' | 'next-working-day' | 'as-it-falls';
}

type DueRuleAnswer = DateRuleAnswer | WorkingDaysRuleAnswer | DaysRuleAnswer | MonthsRuleAnswer;

const DUE_RULES = {
  date: DateRuleAnswer,
  'working-days': WorkingDaysRuleAnswer,
  days: DaysRuleAnswer,
  months: MonthsRuleAnswer,
} as const;

/** One of several shapes, told apart by a field. */
export const oneOfBy = (propertyName: string, shapes: Readonly<Record<string, new () => object>>) => ({
  oneOf: Object.values(shapes).map((shape) => ({ $ref: getSchemaPath(shape) })),
  discriminator: {
    propertyName,
    mapping: Object.fromEntries(Object.entries(shapes).map(([word, shape]) => [word, getSchemaPath(shape)])),
  },
});

/** The finding of candidates. */
@ApiExtraModels(...Object.values(DUE_RULES))
export class NominationRuleAnswer {
  /** How long the list of candidates is posted, from its posting. */
  @ApiProperty(oneOfBy('kind', DUE_RULES))
  notice!: DueRuleAnswer;
  /** With more candidates than this a primary shortens the list; no primary when null or left out. */
  primaryAbove?: number | null;
  /** By strokes when left out. */
  order?: CandidateOrder;
}

/** An office that an election fills. */
export class ElectedOfficeAnswer {
  name!: ElectedOfficeName;
  /** For the session when left out. */
  scope?: OfficeScope;
}

/** How a vote is run. */
@ApiExtraModels(...Object.values(DUE_RULES))
export class ProcedureAnswer {
  lateArrivals?: LateArrivals;
  relatives?: Relatives;
  /** Null where the organiser puts candidates on the paper. */
  nomination?: NominationRuleAnswer | null;
  /** By when the higher body answers; null where nobody is asked. */
  @ApiProperty({ ...oneOfBy('kind', DUE_RULES), nullable: true })
  approval?: DueRuleAnswer | null;
  /** How long the result is posted; null for no period. */
  @ApiProperty({ ...oneOfBy('kind', DUE_RULES), nullable: true })
  publication?: DueRuleAnswer | null;
  post?: string | null;
  office?: ElectedOfficeAnswer | null;
  sharesNeeded?: number | null;
  sealedMarks?: SealedMarks;
  timing?: Timing;
  turnoutGroup?: number;
}

/** Gates that a vote of any kind may have; one that is null or left out does not exist. */
export class GatesAnswer {
  quorum?: FractionAnswer | null;
  participation?: FractionAnswer | null;
  /** `issued` when left out. */
  returnedLimit?: ReturnedLimit;
}

/** The rules of a resolution in the words of the counting contract. */
export class ResolutionCountRulesAnswer {
  quorum!: FractionAnswer;
  participation?: FractionAnswer | null;
  /** `issued` when left out. */
  returnedLimit?: ReturnedLimit;
  pass!: ThresholdAnswer;
  /** `each` when left out. */
  bundle?: 'each' | 'all';
  /** `none` when left out. */
  writeIns?: WriteInRule;
}

/** The rules of an election in the words of the counting contract, but for its seats. */
export class ElectionCountRulesAnswer {
  quorum!: FractionAnswer;
  participation?: FractionAnswer | null;
  /** `issued` when left out. */
  returnedLimit?: ReturnedLimit;
  /** Null for a single slate. */
  surplus?: SurplusAnswer | null;
  elect!: ThresholdAnswer;
  tie!: TiePolicy;
  shortage!: ShortagePolicy;
  supplementary?: SupplementaryAnswer | null;
  runoff?: RunoffAnswer | null;
  /** An over-vote always spoils the paper. */
  @ApiProperty({
    required: false,
    oneOf: [
      { type: 'string', enum: ['spoil'] },
      { type: 'boolean', enum: [true] },
    ],
  })
  overVote?: 'spoil' | true;
  /** `free` when left out. */
  writeIns?: WriteInRule;
}

/** The same with the seats. */
export class SeatedElectionCountRulesAnswer extends ElectionCountRulesAnswer {
  seats!: number;
}

/** The rules of a resolution, with how it is run. */
export class ResolutionRulesAnswer extends ResolutionCountRulesAnswer {
  revote?: boolean;
  procedure?: ProcedureAnswer;
}

/** The rules of an election to start from: its seats are still to be said. */
export class UnseatedElectionRulesAnswer extends ElectionCountRulesAnswer {
  revote?: boolean;
  procedure?: ProcedureAnswer;
}

/** The rules of an election, with how it is run. */
export class ElectionRulesAnswer extends UnseatedElectionRulesAnswer {
  seats!: number;
}

/** The rules of an appraisal or a poll. */
export class AdvisoryRulesAnswer extends GatesAnswer {
  revote?: boolean;
  procedure?: ProcedureAnswer;
}

export type RulesAnswer = ElectionRulesAnswer | ResolutionRulesAnswer | AdvisoryRulesAnswer;

/** The rules that a kind of vote has. */
export const RULES_BY_KIND = [ElectionRulesAnswer, ResolutionRulesAnswer, AdvisoryRulesAnswer] as const;
export const ANY_RULES = { anyOf: RULES_BY_KIND.map((shape) => ({ $ref: getSchemaPath(shape) })) };
