import { MaxLength } from '@plenum/service-kit';
import { IsString, MinLength } from 'class-validator';

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
