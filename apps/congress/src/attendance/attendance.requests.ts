import { ATTENDANCE_STATUSES } from '@plenum/congress-domain';
import { PageRequest, MaxLength } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, Min } from 'class-validator';

export class SignInToSessionRequest {
  /** Whom the desk signs in; without it, oneself. */
  @IsOptional()
  @IsUUID()
  memberId?: string;
}

/** Whom the desk looks at: where they are, or those who came late. */
export const ATTENDEES_SHOWN = [...ATTENDANCE_STATUSES, 'LATE'] as const;
export type AttendeesShown = (typeof ATTENDEES_SHOWN)[number];

export class AttendeesRequest extends PageRequest {
  /** Part of a name or of a staff number. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  search?: string;

  @IsOptional()
  @IsIn(ATTENDEES_SHOWN)
  show?: AttendeesShown;

  @IsOptional()
  @IsUUID()
  delegationId?: string;
}

export class TimelineRequest {
  /** The position of the last point that is known; from the beginning when left out. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  after: number = 0;
}
