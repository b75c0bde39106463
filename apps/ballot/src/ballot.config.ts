import { ServiceConfig } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

/** What the ballot service is told by its environment, as `BALLOT_*`. */
export class BallotConfig extends ServiceConfig {
  /** Threads that verify sealed papers; one a core where it is not said. 0 verifies beside everything else. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(256)
  verificationThreads?: number;
}
