import { type Ladder, LADDER_HEARERS, LADDER_LIMITS, type LadderHearer } from '@plenum/calendar';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';

const LIMIT = LADDER_LIMITS;

/** A step of a ladder: so many working days after the last day, or before it where it is less than nothing. */
export class LadderRungRequest {
  @IsInt()
  @Min(LIMIT.workingDays.min)
  @Max(LIMIT.workingDays.max)
  workingDays!: number;

  /** Who owes it, the head of their unit, the leader in charge of it, and the committee. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(LADDER_HEARERS, { each: true })
  hears!: LadderHearer[];
}

/** What goes on after the last step. */
export class LadderRepeatRequest {
  @IsInt()
  @Min(LIMIT.everyWorkingDays.min)
  @Max(LIMIT.everyWorkingDays.max)
  everyWorkingDays!: number;

  @IsInt()
  @Min(LIMIT.times.min)
  @Max(LIMIT.times.max)
  times!: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(LADDER_HEARERS, { each: true })
  hears!: LadderHearer[];
}

/** When who is reminded of what is due. */
export class LadderRequest {
  /** The earliest first. */
  @IsArray()
  @ArrayMinSize(LIMIT.rungs.min)
  @ArrayMaxSize(LIMIT.rungs.max)
  @ValidateNested({ each: true })
  @Type(() => LadderRungRequest)
  rungs!: LadderRungRequest[];

  /** Null where nobody is reminded after the last step. */
  @IsOptional()
  @ValidateNested()
  @Type(() => LadderRepeatRequest)
  then?: LadderRepeatRequest | null;
}

/** The ladder that a request states. */
export const ladderOf = ({ rungs, then }: LadderRequest): Ladder => ({ rungs, then: then ?? null });
