import { Type } from 'class-transformer';
import { IsInt, Min } from 'class-validator';

/** What is decided, or changed, on something as it was read. */
export class OnVersionRequest {
  /** The version that was read. Where somebody has changed it since, the request is refused. */
  @IsInt()
  @Min(1)
  version!: number;
}

/** The same in an address, where there is no body to say it in. */
export class OnVersionQuery {
  /** The version that was read. Where somebody has changed it since, the request is refused. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version!: number;
}
