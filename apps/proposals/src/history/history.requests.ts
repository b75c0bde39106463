import { IsUUID } from 'class-validator';

export class UploadHistoryRequest {
  /** The earlier session that the matters are of. */
  @IsUUID()
  sessionId!: string;
}
