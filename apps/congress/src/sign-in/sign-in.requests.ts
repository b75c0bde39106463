import { MaxLength } from '@plenum/service-kit';
import { IsOptional, IsString, MinLength } from 'class-validator';

/** Who signs in, as people know themselves. */
export class AccountRequest {
  /** The organisation's code; may be left out where the house has one organisation only. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  organisation?: string;

  @IsString()
  @MinLength(1)
  @MaxLength(64)
  staffNo!: string;
}

export class SignInRequest extends AccountRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(512)
  password!: string;
}

export class FirstSignInRequest extends AccountRequest {
  /** The one-time code; case, spaces and hyphens do not matter. */
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  signInCode!: string;

  /** The password to set, by the policy: at least ten characters, hard to guess, without one's own name. */
  @IsString()
  @MinLength(1)
  @MaxLength(512)
  password!: string;
}

export class ForgottenPasswordRequest extends AccountRequest {}
