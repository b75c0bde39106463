import { Length, PageRequest } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsUUID, Min, ValidateIf, ValidateNested } from 'class-validator';
import { AUDIENCE_KINDS, type AudienceKind } from './announcement-audiences.js';

const TITLE_MAX = 60;
const TEXT_MAX = 2_000;

/** Whom it is for. */
export class AudienceRequest {
  @IsIn(AUDIENCE_KINDS)
  kind: AudienceKind;

  /** The session, delegation or unit; null for the staff. */
  @ValidateIf(({ kind }: AudienceRequest) => kind !== 'staff')
  @IsUUID()
  id: string | null = null;
}

/** Whom an announcement would reach. */
export class PreviewAnnouncementRequest {
  @ValidateNested()
  @Type(() => AudienceRequest)
  audience: AudienceRequest;
}

/** What some people are to be told. */
export class AnnounceRequest extends PreviewAnnouncementRequest {
  @Length(1, TITLE_MAX)
  title: string;

  @Length(1, TEXT_MAX)
  text: string;

  /** How many the sender was shown that it reaches: where it is another number by now, nothing is sent. */
  @IsInt()
  @Min(1)
  reaches: number;
}

/** Which page of the earlier ones. */
export class AnnouncementsRequest extends PageRequest {}
