import { BALLOT_STATES, type BallotState } from '@plenum/ballot-domain';
import { PageRequest } from '@plenum/service-kit';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

/** Which ballots are asked for. */
export class BallotsRequest extends PageRequest {
  @IsOptional()
  @IsUUID()
  sessionId?: string;

  @IsOptional()
  @IsIn(BALLOT_STATES)
  state?: BallotState;
}
