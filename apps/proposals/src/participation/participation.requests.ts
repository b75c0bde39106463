import { PageRequest } from '@plenum/service-kit';
import { IsOptional, IsUUID } from 'class-validator';

/** Who has not filed, of one delegation or of all that one may read of. */
export class YetToFileRequest extends PageRequest {
  @IsOptional()
  @IsUUID()
  delegationId?: string;
}
