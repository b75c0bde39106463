import { type Office, OFFICES } from '@plenum/congress-domain';
import { PageRequest } from '@plenum/service-kit';
import { Transform } from 'class-transformer';
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

  /** `true` lists those who were relieved, too. */
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  past: boolean = false;
}
