import { IsCivilDate, Length, PageRequest } from '@plenum/service-kit';
import { LOCALES, type Locale } from '@plenum/contracts';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsIn, IsInt, IsOptional, IsUUID, Max, Min, ValidateIf } from 'class-validator';
import { PROOF_FILTERS, type ProofFilter } from './served-people.js';

const SEARCH = { least: 1, most: 100 };
const REASON_MAX = 500;
const DAYS_MAX = 60;
const DAYS_USUAL = 3;
const AT_ONCE_MAX = 500;

/** Which page of what was told. */
export class ProofsRequest extends PageRequest {}

/** Whom of those who were told. */
export class ProofRequest extends PageRequest {
  /** Left out, everybody. */
  @IsOptional()
  @IsIn(PROOF_FILTERS)
  only?: ProofFilter;

  /** By name or staff number. */
  @IsOptional()
  @Length(SEARCH.least, SEARCH.most)
  search?: string;
}

/** The same as a file. */
export class ProofFileRequest {
  /** Left out, everybody. */
  @IsOptional()
  @IsIn(PROOF_FILTERS)
  only?: ProofFilter;

  /** Chinese where it is not said. */
  @IsOptional()
  @IsIn(LOCALES)
  language?: Locale;
}

/** After how many days whoever has not opened it is told on paper. */
export class PaperListRequest {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(DAYS_MAX)
  days: number = DAYS_USUAL;
}

/** Who signed on paper, and on which day. */
export class RecordSignaturesRequest {
  @ArrayMinSize(1)
  @ArrayMaxSize(AT_ONCE_MAX)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  memberIds: string[];

  @IsCivilDate()
  signedOn: string;
}

/** What is right instead of what was recorded. */
export class CorrectSignatureRequest {
  /** Null where they did not sign. */
  @ValidateIf(({ signedOn }: CorrectSignatureRequest) => signedOn !== null)
  @IsCivilDate()
  signedOn: string | null;

  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @Length(1, REASON_MAX)
  reason: string;

  /** The version that was read. Where somebody has changed it since, the request is refused. */
  @IsInt()
  @Min(1)
  version: number;
}
