import { type Office, OFFICES } from '@plenum/congress-domain';
import { PageRequest } from '@plenum/service-kit';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';

export class AssignOfficeRequest {
  @IsUUID()
  memberId!: string;

  @IsIn(OFFICES)
  office!: Office;

  /** For offices of one session. */
  @IsOptional()
  @IsUUID()
  sessionId?: string;

  /** For offices of one unit. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  /** Chief scrutineer, chief teller, chair, secretary general. */
  @IsOptional()
  @IsBoolean()
  chief?: boolean;
}

export class OfficesRequest extends PageRequest {
  @IsOptional()
  @IsUUID()
  sessionId?: string;

  @IsOptional()
  @IsIn(OFFICES)
  office?: Office;
}
