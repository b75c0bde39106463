import { IsOptional, IsUUID } from 'class-validator';

export class UploadRosterRequest {
  /** The session in which the columns of delegation and kind give seats. */
  @IsOptional()
  @IsUUID()
  sessionId?: string;
}
