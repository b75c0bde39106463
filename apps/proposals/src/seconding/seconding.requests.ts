import { ArrayMaxSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';

const INVITED_AT_ONCE_MAX = 100;

/** Whom to ask; nobody opens the proposal to volunteers. */
export class InvitationsRequest {
  @IsArray()
  @ArrayMaxSize(INVITED_AT_ONCE_MAX)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  memberIds!: string[];
}
