import { PageRequest } from '@plenum/service-kit';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';

/** Which notices are asked for. */
export class NoticesRequest extends PageRequest {
  /** Only those not read yet. */
  @IsOptional()
  @Transform(({ obj }: { obj: { unread?: unknown } }) => (obj.unread === 'true' ? true : obj.unread === 'false' ? false : obj.unread))
  @IsBoolean()
  unread?: boolean;
}
