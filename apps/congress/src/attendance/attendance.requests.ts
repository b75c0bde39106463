import { IsOptional, IsUUID } from 'class-validator';

export class SignInToSessionRequest {
  /** Whom the desk signs in; without it, oneself. */
  @IsOptional()
  @IsUUID()
  memberId?: string;
}
