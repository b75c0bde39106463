import { DELEGATE_KINDS, type DelegateKind } from '@plenum/congress-domain';
import { MaxLength, OnVersionRequest, PageRequest } from '@plenum/service-kit';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Min,
  ValidateIf,
} from 'class-validator';

export class FormDelegationRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @IsOptional()
  @IsUUID()
  headMemberId?: string;
}

export class SeatDelegateRequest {
  @IsUUID()
  memberId!: string;

  /** Guests need none. */
  @IsOptional()
  @IsUUID()
  delegationId?: string;

  @IsIn(DELEGATE_KINDS)
  kind!: DelegateKind;

  /** The version of the seat that was read; 0 for a member who had none. Where somebody has changed the seat since, it is not moved. */
  @IsInt()
  @Min(0)
  version: number = 0;
}

export class UnseatDelegateRequest extends OnVersionRequest {
  /** Why the mandate ends: recalled, replaced, left. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(400)
  reason!: string;
}

export class DelegatesRequest extends PageRequest {
  @IsOptional()
  @IsIn(DELEGATE_KINDS)
  kind?: DelegateKind;
}

export class AmendDelegationRequest extends OnVersionRequest {
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;

  /** Null leaves the delegation without a head. */
  @IsOptional()
  @IsUUID()
  headMemberId?: string | null;
}

const SEATS_MAX = 5_000; // A whole large organisation at once.

/** Either a list of staff numbers or a unit. */
export class SeatManyRequest {
  @ValidateIf(({ unitId }: SeatManyRequest) => unitId === undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(SEATS_MAX)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  staffNos?: string[];

  @IsOptional()
  @IsUUID()
  unitId?: string;

  /** Guests need none. */
  @IsOptional()
  @IsUUID()
  delegationId?: string;

  @IsIn(DELEGATE_KINDS)
  kind!: DelegateKind;
}
