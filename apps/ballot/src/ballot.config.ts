import { Length, ServiceConfig } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';

/** As its queue, its paths and its variables of the environment call it. */
export const SERVICE = 'ballot';

/** What the ballot service is told by its environment, as `BALLOT_*`. */
export class BallotConfig extends ServiceConfig {
  /** Threads that verify sealed papers; one a core where it is not said. 0 verifies beside everything else. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(256)
  verificationThreads?: number;

  /**
   * The program belenios-tool, which has to accept the archive of a sealed ballot, too. Where it is not said it is looked for in the PATH
   * and may be absent; where it is said it has to be there. `none` does without it.
   */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  beleniosTool?: string;

  /** How long that program may take for one archive: about a second for twenty papers of a dozen candidates. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(86_400)
  beleniosToolSecondsMax: number = 900;

  /**
   * How long who gives the last share waits for the box to be opened and judged; then it goes on without an audience. Below what a front
   * door waits.
   */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3_600)
  openingAnswerSecondsMax: number = 30;
}
