import { LADDER_HEARERS, LADDER_LIMITS, type LadderHearer } from '@plenum/calendar';
import { DAY_OFF_MOVES, type DayOffMove, DUTY_LIMITS, DUTY_OFFICES, DUTY_PRESETS_KNOWN, RECURRENCE_LIMITS } from '@plenum/congress-domain';
import type { DutyOffice, DutyPreset, Recurrence } from '@plenum/congress-domain';
import { IsCivilDate, MaxLength, OnVersionRequest } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;
const RECURRENCES = ['YEARLY', 'SCHOOL_TERMS', 'MONTHS'] as const;
const LADDER = LADDER_LIMITS;

/** A day of every year; of a month that has no such day, its last one. */
export class MonthDayRequest {
  @IsInt()
  @Min(1)
  @Max(12)
  month!: number;

  @IsInt()
  @Min(1)
  @Max(31)
  day!: number;
}

/** On days of every year, on a day of each school term, or every so many months. */
export class RecurrenceRequest {
  @IsIn(RECURRENCES)
  kind!: Recurrence['kind'];

  @ValidateIf(({ kind }: RecurrenceRequest) => kind === 'YEARLY')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(RECURRENCE_LIMITS.days)
  @ValidateNested({ each: true })
  @Type(() => MonthDayRequest)
  days?: MonthDayRequest[];

  /** From September to January. */
  @ValidateIf(({ kind }: RecurrenceRequest) => kind === 'SCHOOL_TERMS')
  @IsNotEmpty()
  @ValidateNested()
  @Type(() => MonthDayRequest)
  autumn?: MonthDayRequest;

  /** From February to August. */
  @ValidateIf(({ kind }: RecurrenceRequest) => kind === 'SCHOOL_TERMS')
  @IsNotEmpty()
  @ValidateNested()
  @Type(() => MonthDayRequest)
  spring?: MonthDayRequest;

  @ValidateIf(({ kind }: RecurrenceRequest) => kind === 'MONTHS')
  @IsInt()
  @Min(RECURRENCE_LIMITS.months.min)
  @Max(RECURRENCE_LIMITS.months.max)
  every?: number;

  /** The first day. */
  @ValidateIf(({ kind }: RecurrenceRequest) => kind === 'MONTHS')
  @IsCivilDate()
  from?: string;
}

/** Who owes it; somebody must. */
export class DutyResponsibleRequest {
  @IsArray()
  @ArrayMaxSize(DUTY_LIMITS.members)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  memberIds: string[] = [];

  @IsOptional()
  @IsUUID()
  unitId?: string | null;

  @IsArray()
  @ArrayUnique()
  @IsIn(DUTY_OFFICES, { each: true })
  offices: DutyOffice[] = [];
}

/** So many working days after the day, or before it where it is less than nothing. */
export class DutyRungRequest {
  @IsInt()
  @Min(LADDER.workingDays.min)
  @Max(LADDER.workingDays.max)
  workingDays!: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(LADDER_HEARERS, { each: true })
  hears!: LadderHearer[];
}

/** What goes on after the last step. */
export class DutyRepeatRequest {
  @IsInt()
  @Min(LADDER.everyWorkingDays.min)
  @Max(LADDER.everyWorkingDays.max)
  everyWorkingDays!: number;

  @IsInt()
  @Min(LADDER.times.min)
  @Max(LADDER.times.max)
  times!: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(LADDER_HEARERS, { each: true })
  hears!: LadderHearer[];
}

/** When who is reminded. */
export class DutyLadderRequest {
  @IsArray()
  @ArrayMinSize(LADDER.rungs.min)
  @ArrayMaxSize(LADDER.rungs.max)
  @ValidateNested({ each: true })
  @Type(() => DutyRungRequest)
  rungs!: DutyRungRequest[];

  /** Null where nobody is reminded after the last step. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DutyRepeatRequest)
  then?: DutyRepeatRequest | null;
}

export class DefineDutyRuleRequest {
  @IsOptional()
  @IsIn(DUTY_PRESETS_KNOWN)
  preset?: DutyPreset | null;

  @IsString()
  @IsNotEmpty()
  @Matches(ONE_LINE)
  @MaxLength(DUTY_LIMITS.titleLength)
  titleZh!: string;

  @IsString()
  @Matches(ONE_LINE)
  @MaxLength(DUTY_LIMITS.titleLength)
  titleEn: string = '';

  @IsNotEmpty()
  @ValidateNested()
  @Type(() => RecurrenceRequest)
  recurrence!: RecurrenceRequest;

  /** No period before this day makes a duty; up to a year ago. */
  @IsCivilDate()
  startsOn!: string;

  @IsIn(DAY_OFF_MOVES)
  onDayOff: DayOffMove = 'BEFORE';

  /** So many days before its day it appears. */
  @IsInt()
  @Min(0)
  @Max(DUTY_LIMITS.aheadDays)
  aheadDays!: number;

  @IsNotEmpty()
  @ValidateNested()
  @Type(() => DutyResponsibleRequest)
  responsible!: DutyResponsibleRequest;

  /** Left out, the usual one. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DutyLadderRequest)
  ladder?: DutyLadderRequest;
}

export class AmendDutyRuleRequest extends DefineDutyRuleRequest {
  /** The version that was read. Where somebody has changed the rule since, the request is refused. */
  @IsInt()
  @Min(1)
  version!: number;
}

/** Why a rule is stopped, or a duty waived. */
export class DutyReasonRequest extends OnVersionRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(DUTY_LIMITS.reasonLength)
  reason!: string;
}

export class SettleDutyRequest extends OnVersionRequest {
  /** What was done. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(DUTY_LIMITS.evidenceLength)
  text!: string;

  /** On which day, `YYYY-MM-DD`; after the duty's day it is late. */
  @IsCivilDate()
  on!: string;

  @IsOptional()
  @IsUUID()
  sessionId?: string | null;

  /** A resolution of the congress that is effective. */
  @IsOptional()
  @IsUUID()
  ballotId?: string | null;
}

export class DutiesRequest {
  /** The year in which the school year begins; left out, the one that runs. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2099)
  schoolYear?: number;
}
