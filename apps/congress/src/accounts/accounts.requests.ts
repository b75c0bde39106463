import { CONFIRMED_ACTS, type ConfirmedAct, MaxLength } from '@plenum/service-kit';
import { IsIn, IsString, IsUUID, MinLength, ValidateIf } from 'class-validator';

export class ChangePasswordRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(512)
  oldPassword!: string;

  /** By the same policy as the first. */
  @IsString()
  @MinLength(1)
  @MaxLength(512)
  newPassword!: string;
}

export class OwnMobileRequest {
  /** A number of the mainland, or any with its country code; null removes it. */
  @ValidateIf(({ mobile }: OwnMobileRequest) => mobile !== null)
  @IsString()
  @MaxLength(40)
  mobile!: string | null;
}

export class ConfirmationRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(512)
  password!: string;

  /** What it is for, and nothing else. */
  @IsIn(CONFIRMED_ACTS)
  act!: ConfirmedAct;

  /** The id of what that is done to: of a rating, the handling. */
  @IsUUID()
  about!: string;
}
