import { IsUUID } from 'class-validator';

/** Whom the desk serves. */
export class DeskRequest {
  @IsUUID()
  memberId!: string;
}
