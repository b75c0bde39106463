import { MaxLength, OnVersionRequest } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, IsString, Max, Min, ValidateNested } from 'class-validator';

export class SecretaryRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  staffNo!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @IsOptional()
  @IsString()
  @MaxLength(320)
  email?: string;
}

export class FoundOrganisationRequest {
  /** What people type when they sign in: lower-case letters, digits and hyphens. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  code!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  /** 1, or 2 for a faculty's congress under `parentCode`. */
  @IsInt()
  @Min(1)
  @Max(2)
  level!: number;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  parentCode?: string;

  /** The first member, who gets the office of the secretariat and can do the rest. */
  @IsNotEmpty()
  @ValidateNested()
  @Type(() => SecretaryRequest)
  secretary!: SecretaryRequest;
}

export class SetUpUnitRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  code!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;
}

export class RenameUnitRequest extends OnVersionRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;
}
