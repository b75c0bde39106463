import { DELEGATE_KINDS, type DelegateKind } from '@plenum/congress-domain';
import { MaxLength, PageRequest } from '@plenum/service-kit';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID } from 'class-validator';

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
}

export class UnseatDelegateRequest {
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
