import { WITHHELD_FIELDS, type WithheldField } from '@plenum/proposals-domain';
import { Length, MaxLength, OnVersionRequest, PageRequest } from '@plenum/service-kit';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Min,
} from 'class-validator';

const REASON_MAX = 2_000;
const SOUGHT_MAX = 100;
const CATEGORY_MAX = 40;

/** On a publication as it was read; 0 of a matter that nobody published yet. */
export class OnPublicationRequest {
  @IsInt()
  @Min(0)
  version!: number;
}

export class PublishMatterRequest extends OnPublicationRequest {
  /** What is kept back; nothing when left out. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(WITHHELD_FIELDS.length)
  @ArrayUnique()
  @IsIn(WITHHELD_FIELDS, { each: true })
  withheld?: WithheldField[];
}

export class WithholdFieldsRequest extends OnPublicationRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(WITHHELD_FIELDS.length)
  @ArrayUnique()
  @IsIn(WITHHELD_FIELDS, { each: true })
  withheld!: WithheldField[];
}

export class ConsentRequest extends PublishMatterRequest {
  @IsBoolean()
  consents!: boolean;

  /** Of a refusal; may be left out. */
  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX)
  reason?: string | null;
}

export class TakeOutRequest extends OnVersionRequest {
  @IsString()
  @Length(1, REASON_MAX)
  reason!: string;
}

/** What of the published matters is looked for. */
export class PublishedMattersRequest extends PageRequest {
  /** Words of what is published. */
  @IsOptional()
  @IsString()
  @MaxLength(SOUGHT_MAX)
  search?: string;

  /** Of this session. */
  @IsOptional()
  @IsUUID()
  sessionId?: string;

  /** Answered by this unit. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(CATEGORY_MAX)
  category?: string;
}
