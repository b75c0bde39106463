import { ServiceConfig } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** As its queue, its paths and its variables of the environment call it. */
export const SERVICE = 'proposals';

/** What the proposals service is told by its environment, as `PROPOSALS_*`. */
export class ProposalsConfig extends ServiceConfig {
  /** How many MiB the attachments of one organisation take at most. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_048_576)
  attachmentsMebibytesMax: number = 2048;
}
