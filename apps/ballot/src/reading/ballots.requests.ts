import { BALLOT_STATES, type BallotState } from '@plenum/ballot-domain';
import { PageRequest } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Min } from 'class-validator';

/** Which ballots are asked for. */
export class BallotsRequest extends PageRequest {
  @IsOptional()
  @IsUUID()
  sessionId?: string;

  @IsOptional()
  @IsIn(BALLOT_STATES)
  state?: BallotState;
}

/** What is decided on a ballot as it was read. */
export class OnVersionRequest {
  /** The version that was read. Where somebody has changed the ballot since, the request is refused. */
  @IsInt()
  @Min(1)
  version!: number;
}

/** The same in an address, where there is no body to say it in. */
export class OnVersionQuery {
  /** The version that was read. Where somebody has changed the ballot since, the request is refused. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version!: number;
}
