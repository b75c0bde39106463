import { type CivilDate, isCivilDate } from '@plenum/calendar';
import { MalformedError } from '@plenum/kernel';
import { COMMITMENT_STATES, type CommitmentState, SETTLEMENTS, type Settlement } from '@plenum/proposals-domain';
import { Length, OnVersionRequest, PageRequest } from '@plenum/service-kit';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, IsUrl } from 'class-validator';
import { PromiseRequest } from '../shapes/promise.requests.js';

const TEXT_MAX = 5_000;
const LINK_MAX = 500;

const commaSeparated = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.split(',') : value);

/** Which promises one looks for, of those that one may see. */
export class LedgerRequest extends PageRequest {
  /** Owed by this unit. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  /** Made on a proposal of this session. */
  @IsOptional()
  @IsUUID()
  sessionId?: string;

  /** One state, or several with commas between. */
  @IsOptional()
  @Transform(commaSeparated)
  @IsArray()
  @ArrayMaxSize(COMMITMENT_STATES.length)
  @IsIn(COMMITMENT_STATES, { each: true })
  state?: CommitmentState[];

  /** Only what is past its date and not settled. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  overdue?: boolean;
}

/** What opens the next session's report. */
export class CarryOverRequest {
  /** The session that is reported to: promises of those before it count. Left out, all do. */
  @IsOptional()
  @IsUUID()
  beforeSessionId?: string;

  /** `YYYY-MM-DD`: until the end of which day one looks; today where left out. */
  @IsOptional()
  @IsString()
  cutOff?: string;
}

/** A promise that stands in a reply. */
export class CommitmentRequest extends PromiseRequest {
  /** The unit whose reply it stands in; needed where several have answered. */
  @IsOptional()
  @IsUUID()
  unitId?: string | null;
}

/** How far a promise is. */
export class ProgressRequest extends OnVersionRequest {
  @IsString()
  @Length(1, TEXT_MAX)
  text!: string;

  /** An address of the web where it can be seen. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @Length(1, LINK_MAX)
  link?: string | null;
}

/** That a promise is settled, in the words of the unit. */
export class SettlementRequest extends ProgressRequest {
  @IsIn(SETTLEMENTS)
  settlement!: Settlement;

  /** `YYYY-MM-DD`, of one that is to be carried on. */
  @IsOptional()
  @IsString()
  dueOn?: string | null;
}

/** Why the committee does not accept it. */
export class ReturnRequest extends OnVersionRequest {
  @IsString()
  @Length(1, TEXT_MAX)
  reason!: string;
}

/** To which day the committee carries a promise on, and why. */
export class CarryRequest extends ReturnRequest {
  /** `YYYY-MM-DD` */
  @IsString()
  dueOn!: string;
}

/** The day that a request names. @throws MalformedError where it does not exist, naming the field */
export function dayOf(value: string, field: string): CivilDate {
  if (!isCivilDate(value)) throw new MalformedError([{ field, reason: 'no-such-date' }]);
  return value;
}
