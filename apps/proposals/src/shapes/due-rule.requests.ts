import { type DueRule, isCivilDate } from '@plenum/calendar';
import { MalformedError } from '@plenum/kernel';
import { SETTING_LIMITS, type ReplyDueRule } from '@plenum/proposals-domain';
import { IsIn, IsInt, IsOptional, IsString, Max, Min, ValidateIf } from 'class-validator';

const KINDS = ['date', 'days', 'working-days', 'months'] as const;
const { min: DAYS_MIN, max: DAYS_MAX } = SETTING_LIMITS.beforeSessionDays;
const LAST_DAYS = ['after-holiday', 'next-working-day', 'as-it-falls'] as const;
export const PERIOD_MAX = 3660;

type Kind = { readonly kind: string };
const isCounted = ({ kind }: Kind): boolean => kind !== 'date' && kind !== 'before-session';

/** What the kinds of due rules say. */
export class DuePartsRequest {
  /** `YYYY-MM-DD`, for kind `date`. */
  @ValidateIf(({ kind }: Kind) => kind === 'date')
  @IsString()
  date?: string;

  /** How many days, working days or months. */
  @ValidateIf(isCounted)
  @IsInt()
  @Min(1)
  @Max(PERIOD_MAX)
  n?: number;

  /** For days and months: where a last day goes that is not worked; `after-holiday` when left out. */
  @IsOptional()
  @IsIn(LAST_DAYS)
  lastDay?: 'after-holiday' | 'next-working-day' | 'as-it-falls';
}

/** When something is due: on a date, or so many days, working days or months after a start, whose own day is not counted. */
export class DueRuleRequest extends DuePartsRequest {
  @IsIn(KINDS)
  kind!: 'date' | 'days' | 'working-days' | 'months';
}

/** When a reply is due: as above, or so many days before the next session opens. */
export class ReplyDueRuleRequest extends DuePartsRequest {
  @IsIn([...KINDS, 'before-session'])
  kind!: 'date' | 'days' | 'working-days' | 'months' | 'before-session';

  /** How many, for kind `before-session`. */
  @ValidateIf(({ kind }: Kind) => kind === 'before-session')
  @IsInt()
  @Min(DAYS_MIN)
  @Max(DAYS_MAX)
  days?: number;
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

/** The same of a reply. @throws MalformedError on a date that does not exist, naming the field */
export function replyDueRuleOf({ kind, days = 0, ...parts }: ReplyDueRuleRequest, field: string): ReplyDueRule {
  return kind === 'before-session' ? { kind, days } : dueRuleOf({ kind, ...parts }, field);
}
