import { Length } from '@plenum/service-kit';
import { DOUBT_REASONS, type DoubtReason } from '@plenum/ballot-domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { CHOICE_ID } from '../shapes/patterns.js';

const PERSONS_MAX = 1_000_000;
const CHOICES_MAX = 300;
const NAME_MAX = 100;
const WRITE_INS_MAX = 60;
/** Keeps a request below the body limit; a larger box is sent in parts. */
const SHEETS_MAX = 2_000;

/** The raised hands for one matter or candidate. */
export class HandCountRequest {
  @Matches(CHOICE_ID)
  id!: string;

  @IsInt()
  @Min(0)
  @Max(PERSONS_MAX)
  yes!: number;

  @IsInt()
  @Min(0)
  @Max(PERSONS_MAX)
  no!: number;

  @IsInt()
  @Min(0)
  @Max(PERSONS_MAX)
  abstain!: number;
}

/** The grades given to one subject. */
export class GradeCountRequest {
  @Matches(CHOICE_ID)
  id!: string;

  /** A figure for every grade of the scale. */
  @IsObject()
  counts!: Record<string, number>;

  @IsInt()
  @Min(0)
  @Max(PERSONS_MAX)
  abstain!: number;
}

/** The votes for one option. */
export class OptionCountRequest {
  @Matches(CHOICE_ID)
  id!: string;

  @IsInt()
  @Min(0)
  @Max(PERSONS_MAX)
  votes!: number;
}

/** What was counted in the hall: `items` for every matter or candidate, `subjects` of an appraisal, or `options` of a poll. */
export class CountHandsRequest {
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CHOICES_MAX)
  @ValidateNested({ each: true })
  @Type(() => HandCountRequest)
  items?: HandCountRequest[];

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CHOICES_MAX)
  @ValidateNested({ each: true })
  @Type(() => GradeCountRequest)
  subjects?: GradeCountRequest[];

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CHOICES_MAX)
  @ValidateNested({ each: true })
  @Type(() => OptionCountRequest)
  options?: OptionCountRequest[];
}

/** A reader leaves a sheet to the scrutineers instead of deciding how it reads. */
export class DoubtRequest {
  @IsIn(DOUBT_REASONS)
  reason!: DoubtReason;

  /** Ids of the choices whose marks are in doubt; left out for the whole sheet. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(CHOICES_MAX)
  @ArrayUnique()
  @Matches(CHOICE_ID, { each: true })
  marks?: string[];
}

/** One paper under the number that it got after the box was emptied and mixed. */
export class SheetRequest {
  /** From 1 up to the papers returned. */
  @IsInt()
  @Min(1)
  @Max(PERSONS_MAX)
  no!: number;

  /**
   * `yes`, `no` or `abstain` by the id of the matter or candidate, a grade by that of the subject, `yes` by that of the option; what has no
   * mark is left out.
   */
  @IsObject()
  marks!: Record<string, string>;

  /** Names written in. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(WRITE_INS_MAX)
  @IsString({ each: true })
  @Length(1, NAME_MAX, { each: true })
  writeIns?: string[];

  /** Where the reader does not decide. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DoubtRequest)
  doubt?: DoubtRequest | null;
}

/** Sheets of the own entry; each takes the place of the one with its number. */
export class EnterSheetsRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(SHEETS_MAX)
  @ValidateNested({ each: true })
  @Type(() => SheetRequest)
  sheets!: SheetRequest[];
}
