import { NOTICE_KINDS, type NoticeKind } from '@plenum/contracts';
import { IsCivilDate, Length, PageRequest } from '@plenum/service-kit';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString } from 'class-validator';

const SEARCH = { least: 1, most: 100 };

/** Which notices are asked for. */
export class NoticesRequest extends PageRequest {
  /** Only those not read yet. */
  @IsOptional()
  @Transform(({ obj }: { obj: { unread?: unknown } }) => (obj.unread === 'true' ? true : obj.unread === 'false' ? false : obj.unread))
  @IsBoolean()
  unread?: boolean;

  /** Only those of a kind. */
  @IsOptional()
  @IsIn(NOTICE_KINDS)
  kind?: NoticeKind;

  /** Only those of this day or later, by the clock of the house. */
  @IsOptional()
  @IsCivilDate()
  from?: string;

  /** Only those of this day or earlier. */
  @IsOptional()
  @IsCivilDate()
  to?: string;

  /** Only those that speak of something so named: a subject, a title, a docket number, a person, a unit. */
  @IsOptional()
  @IsString()
  @Length(SEARCH.least, SEARCH.most)
  search?: string;
}
