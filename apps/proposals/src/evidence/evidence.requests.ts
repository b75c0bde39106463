import { Type } from 'class-transformer';
import { IsInt, Min } from 'class-validator';

/** The draft that was read. */
export class OnDraftQuery {
  /** Its version, 0 where there was none. Where somebody has saved another since, the request is refused. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  version!: number;
}
