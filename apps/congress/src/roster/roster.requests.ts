import { ROSTER_LIMITS } from '@plenum/congress-domain';
import { MaxLength, OnVersionRequest } from '@plenum/service-kit';
import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID } from 'class-validator';

export class UploadRosterRequest {
  /** The session in which the columns of delegation and kind give seats. */
  @IsOptional()
  @IsUUID()
  sessionId?: string;
}

/** The names that the roster is to set up; those left out are not. */
export class ChooseCreationsRequest extends OnVersionRequest {
  @IsArray()
  @ArrayMaxSize(ROSTER_LIMITS.rows)
  @IsString({ each: true })
  @MaxLength(ROSTER_LIMITS.cellLength, { each: true })
  units!: string[];

  @IsArray()
  @ArrayMaxSize(ROSTER_LIMITS.rows)
  @IsString({ each: true })
  @MaxLength(ROSTER_LIMITS.cellLength, { each: true })
  delegations!: string[];
}
