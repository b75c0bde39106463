import { PageRequest } from '@plenum/service-kit';
import { IsOptional, IsUUID } from 'class-validator';

export class MandatesRequest extends PageRequest {
  /** Those of one session's elections. */
  @IsOptional()
  @IsUUID()
  sessionId?: string;

  @IsOptional()
  @IsUUID()
  memberId?: string;
}
