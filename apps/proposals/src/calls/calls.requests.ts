import { IsInstant, Length, OnVersionRequest } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CONTENT_LIMITS, type NewCall } from '@plenum/proposals-domain';
import { DueRuleRequest, PERIOD_MAX } from '../shapes/due-rule.requests.js';
import { CallSettingsRequest, settingsOf } from './settings.requests.js';

const hasEnd = ({ closesAt }: { readonly closesAt: string | null }): boolean => closesAt !== null;

/** A call for proposals; rules that are left out are the usual ones. */
export class OpenCallRequest extends CallSettingsRequest {
  @IsUUID()
  sessionId!: string;

  /** The first instant of the window. */
  @IsInstant()
  opensAt!: string;

  /** The first instant past the window; null where proposals are taken all the year. */
  @ValidateIf(hasEnd)
  @IsInstant()
  closesAt!: string | null;

  /** What proposals are asked for on. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(CONTENT_LIMITS.themes.most)
  @Length(1, CONTENT_LIMITS.themes.characters, { each: true })
  themes?: string[];

  /** What is no matter for a proposal: whoever hands one in confirms that theirs is none of these. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(CONTENT_LIMITS.exclusions.most)
  @Length(1, CONTENT_LIMITS.exclusions.characters, { each: true })
  exclusions?: string[];

  /** How many proposals are hoped for from each delegation. */
  @IsOptional()
  @IsInt()
  @Min(CONTENT_LIMITS.target.min)
  @Max(CONTENT_LIMITS.target.max)
  targetPerDelegation?: number | null;
}

/** More time. */
export class ExtensionRequest extends OnVersionRequest {
  /** The first instant past the window; null for all the year. */
  @ValidateIf(hasEnd)
  @IsInstant()
  closesAt!: string | null;
}

/** How many proposals are hoped for from one delegation. */
export class DelegationTargetRequest {
  @IsUUID()
  delegationId!: string;

  @IsInt()
  @Min(CONTENT_LIMITS.target.min)
  @Max(CONTENT_LIMITS.target.max)
  proposals!: number;
}

/** How many proposals the call hopes for, instead of what was said before. */
export class TargetsRequest extends OnVersionRequest {
  /** Of each delegation of which nothing else is said; null where nothing is. */
  @ValidateIf(({ perDelegation }: TargetsRequest) => perDelegation !== null)
  @IsInt()
  @Min(CONTENT_LIMITS.target.min)
  @Max(CONTENT_LIMITS.target.max)
  perDelegation!: number | null;

  @IsArray()
  @ArrayMaxSize(CONTENT_LIMITS.delegations)
  @ArrayUnique(({ delegationId }: DelegationTargetRequest) => delegationId)
  @ValidateNested({ each: true })
  @Type(() => DelegationTargetRequest)
  ofDelegations!: DelegationTargetRequest[];
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
  themes,
  exclusions,
  targetPerDelegation,
  ...rules
}: OpenCallRequest): Omit<NewCall, 'id' | 'organisationId'> {
  const contents = {
    themes: themes ?? [],
    exclusions: exclusions ?? [],
    targets: { perDelegation: targetPerDelegation ?? null, ofDelegations: [] },
  };
  return { sessionId, opensAt: new Date(opensAt), closesAt: endOf(closesAt), ...contents, settings: settingsOf(rules) };
}

/** The end that a request states; null for none. */
export const endOf = (closesAt: string | null): Date | null => (closesAt === null ? null : new Date(closesAt));
