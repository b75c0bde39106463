import { Length } from '@plenum/service-kit';
import { DOUBT_REASONS, type DoubtReason, VERDICTS, type Verdict } from '@plenum/ballot-domain';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, Min } from 'class-validator';
import { CHOICE_ID } from '../shapes/patterns.js';

const SHEETS_MAX = 1_000_000;
const NAME_MAX = 100;
const WRITE_INS_MAX = 60;

/** How a scrutineer decides a doubtful sheet. */
export class RulingRequest {
  @IsInt()
  @Min(1)
  @Max(SHEETS_MAX)
  no!: number;

  /** `valid` as read here, `partly` without what cannot be read, or `invalid`. */
  @IsIn(VERDICTS)
  verdict!: Verdict;

  /** What the doubt is about; the reason of an invalid sheet. */
  @IsIn(DOUBT_REASONS)
  reason!: DoubtReason;

  /** The marks as they count; left out for an invalid sheet. */
  @IsOptional()
  @IsObject()
  marks?: Record<string, string>;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(WRITE_INS_MAX)
  @IsString({ each: true })
  @Length(1, NAME_MAX, { each: true })
  writeIns?: string[];
}

/** Whom a written name means: exactly one of `memberId`, `candidateId` and `canonical`. */
export class NameRequest {
  /** As it stands on the papers. */
  @IsString()
  @Length(1, NAME_MAX)
  name!: string;

  /** A member of the organisation. */
  @IsOptional()
  @IsUUID()
  memberId?: string | null;

  /** A candidate who is listed already; that spoils the paper. */
  @IsOptional()
  @Matches(CHOICE_ID)
  candidateId?: string | null;

  /** The one name under which the votes of somebody else are counted together. */
  @IsOptional()
  @IsString()
  @Length(1, NAME_MAX)
  canonical?: string | null;

  /** Whether the meeting admits the person as electable. */
  @IsBoolean()
  eligible!: boolean;
}
