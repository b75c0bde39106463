import { IsInstant } from '@plenum/service-kit';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { REPORT_LANGUAGES, type ReportLanguage } from './messages/wording.js';
import { FORMS_MAX } from './proposal-forms.query.js';

const PARTS_MAX = 1_000;

/** Whose figures are asked for, and until when. */
export class StatisticsRequest {
  @IsUUID()
  sessionId!: string;

  /** What happened after it is not counted; left out, now. */
  @IsOptional()
  @IsInstant()
  cutOff?: string;
}

/** Of which session a document is fetched, and as it stood when. */
export class ReportRequest {
  /** In which it is written; Chinese where it is not said. */
  @IsOptional()
  @IsIn(REPORT_LANGUAGES)
  language?: ReportLanguage;

  @IsUUID()
  sessionId!: string;

  /** What happened after it is not in it; fetched again for the same one it is the same file. */
  @IsInstant()
  cutOff!: string;
}

/** Which forms are fetched. */
export class FormsRequest extends ReportRequest {
  /** With commas between; left out, all that were filed or became suggestions. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMaxSize(FORMS_MAX)
  @IsUUID(undefined, { each: true })
  proposalIds?: string[];

  /** Which two hundred of them, from 1. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PARTS_MAX)
  part: number = 1;
}
