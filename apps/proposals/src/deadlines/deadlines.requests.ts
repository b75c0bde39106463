import { IsCivilDate } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** As many days as a page of a month shows: six weeks. */
const DAYS_MAX = 42;

/** Which stretch of the calendar is looked at. */
export class DeadlinesRequest {
  /** What the committee looks after, or what the reader's units owe and are asked. */
  @IsIn(['board', 'unit'])
  scope!: 'board' | 'unit';

  /** Its first day. */
  @IsCivilDate()
  from!: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(DAYS_MAX)
  days: number = DAYS_MAX;

  /** Only what this unit owes. */
  @IsOptional()
  @IsUUID()
  unitId?: string;
}
