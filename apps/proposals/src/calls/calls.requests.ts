import { IsInstant, Length, OnVersionRequest } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { NewCall, ProposalSettings } from '@plenum/proposals-domain';
import { DueRuleRequest, PERIOD_MAX, dueRuleOf } from './due-rule.requests.js';

const PATTERN_MAX = 40;

/** A call for proposals; rules that are left out are the usual ones. */
export class OpenCallRequest {
  @IsUUID()
  sessionId!: string;

  /** The first instant of the window. */
  @IsInstant()
  opensAt!: string;

  /** The first instant past the window. */
  @IsInstant()
  closesAt!: string;

  /** Seconders besides the proposer. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  minSeconders?: number;

  @IsOptional()
  @IsBoolean()
  secondersMustBeDelegates?: boolean;

  /** What an attendee or invited guest may do. */
  @IsOptional()
  @IsIn(['no', 'as-suggestion', 'yes'])
  nonDelegateMayPropose?: 'no' | 'as-suggestion' | 'yes';

  @IsOptional()
  @IsIn(['suggestion', 'refuse'])
  lateHandling?: 'suggestion' | 'refuse';

  @IsOptional()
  @IsIn(['accept', 'refuse'])
  lateReply?: 'accept' | 'refuse';

  @IsOptional()
  @IsIn(['assignment', 'reply'])
  withdrawUntil?: 'assignment' | 'reply';

  /** The organisation's own words for what a reply amounts to. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @ArrayUnique()
  @Length(1, 40, { each: true })
  resultCategories?: string[];

  /** By when a unit replies, counted from its assignment. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DueRuleRequest)
  replyDue?: DueRuleRequest;

  /** By when the proposer rates, counted from the reply. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DueRuleRequest)
  feedbackDue?: DueRuleRequest;

  /** By when a unit handles a matter again whose proposer was dissatisfied, counted from the rating: a period, not a date. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DueRuleRequest)
  rehandleDue?: DueRuleRequest;

  /** How many rounds of handling there are at most; after the last the committee closes, with a reason. */
  @IsOptional()
  @IsInt()
  @Min(2)
  @Max(5)
  maxRounds?: number;

  /** How many days before a due date those who owe are reminded. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(60)
  remindBeforeDays?: number;

  /** How docket numbers of proposals are made, of `{term}`, `{session}`, `{year}`, `{track}` and `{number}`. */
  @IsOptional()
  @Length(1, PATTERN_MAX)
  docketPattern?: string;

  /** The same of suggestions; left out, they get no number. */
  @IsOptional()
  @Length(1, PATTERN_MAX)
  suggestionPattern?: string | null;
}

/** More time. */
export class ExtensionRequest extends OnVersionRequest {
  /** The first instant past the window. */
  @IsInstant()
  closesAt!: string;
}

/** A due rule to be counted, from a day. */
export class DueDateRequest extends DueRuleRequest {
  /** How many, for the kinds other than `date`. */
  @ValidateIf(({ kind }: DueDateRequest) => kind !== 'date')
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PERIOD_MAX)
  override n?: number;

  /** `YYYY-MM-DD`, whose own day is not counted; today where left out. */
  @IsOptional()
  @IsString()
  from?: string;
}

/** Which calls are asked for. */
export class CallsRequest {
  @IsOptional()
  @IsUUID()
  sessionId?: string;
}

/** The call that a request asks to open. @throws MalformedError on a date that does not exist */
export function callOf({
  sessionId,
  opensAt,
  closesAt,
  replyDue,
  feedbackDue,
  rehandleDue,
  ...rest
}: OpenCallRequest): Omit<NewCall, 'id' | 'organisationId'> {
  const settings: Partial<ProposalSettings> = {
    ...withoutGaps(rest),
    ...(replyDue ? { replyDue: dueRuleOf(replyDue, 'replyDue') } : {}),
    ...(feedbackDue ? { feedbackDue: dueRuleOf(feedbackDue, 'feedbackDue') } : {}),
    ...(rehandleDue ? { rehandleDue: dueRuleOf(rehandleDue, 'rehandleDue') } : {}),
  };
  return { sessionId, opensAt: new Date(opensAt), closesAt: new Date(closesAt), settings };
}

function withoutGaps<T extends object>(stated: T): T {
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined && value !== null)) as T;
}
