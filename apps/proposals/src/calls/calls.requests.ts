import { IsInstant, OnVersionRequest } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Max, Min, ValidateIf } from 'class-validator';
import type { NewCall } from '@plenum/proposals-domain';
import { DueRuleRequest, PERIOD_MAX } from '../shapes/due-rule.requests.js';
import { CallSettingsRequest, settingsOf } from './settings.requests.js';

/** A call for proposals; rules that are left out are the usual ones. */
export class OpenCallRequest extends CallSettingsRequest {
  @IsUUID()
  sessionId!: string;

  /** The first instant of the window. */
  @IsInstant()
  opensAt!: string;

  /** The first instant past the window. */
  @IsInstant()
  closesAt!: string;
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
export function callOf({ sessionId, opensAt, closesAt, ...rules }: OpenCallRequest): Omit<NewCall, 'id' | 'organisationId'> {
  return { sessionId, opensAt: new Date(opensAt), closesAt: new Date(closesAt), settings: settingsOf(rules) };
}
