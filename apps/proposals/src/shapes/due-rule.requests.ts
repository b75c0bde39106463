import { type DueRule, isCivilDate } from '@plenum/calendar';
import { MalformedError } from '@plenum/kernel';
import { IsIn, IsInt, IsOptional, IsString, Max, Min, ValidateIf } from 'class-validator';

const KINDS = ['date', 'days', 'working-days', 'months'] as const;
const LAST_DAYS = ['after-holiday', 'next-working-day', 'as-it-falls'] as const;
export const PERIOD_MAX = 3660;

/** When something is due: on a date, or so many days, working days or months after a start, whose own day is not counted. */
export class DueRuleRequest {
  @IsIn(KINDS)
  kind!: 'date' | 'days' | 'working-days' | 'months';

  /** `YYYY-MM-DD`, for kind `date`. */
  @ValidateIf(({ kind }: DueRuleRequest) => kind === 'date')
  @IsString()
  date?: string;

  /** How many, for the other kinds. */
  @ValidateIf(({ kind }: DueRuleRequest) => kind !== 'date')
  @IsInt()
  @Min(1)
  @Max(PERIOD_MAX)
  n?: number;

  /** For days and months: where a last day goes that is not worked; `after-holiday` when left out. */
  @IsOptional()
  @IsIn(LAST_DAYS)
  lastDay?: 'after-holiday' | 'next-working-day' | 'as-it-falls';
}

/** The rule that a request states. @throws MalformedError on a date that does not exist, naming the field */
export function dueRuleOf({ kind, date = '', n = 0, lastDay }: DueRuleRequest, field: string): DueRule {
  if (kind === 'date') {
    if (!isCivilDate(date)) throw new MalformedError([{ field: `${field}.date`, reason: 'no-such-date' }]);
    return { kind, date };
  }
  if (kind === 'working-days') return { kind, n };
  return lastDay ? { kind, n, lastDay } : { kind, n };
}
