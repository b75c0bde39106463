import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { REPORT_LANGUAGES, type ReportLanguage } from '../report/messages/wording.js';
import { EXPORT_TABLES, type ExportTable } from './tables/export-tables.js';

/** What is exported. */
export class ExportRequest {
  /** Left out, all sessions. */
  @IsOptional()
  @IsUUID()
  sessionId?: string;
}

/** The same in words. */
export class ExportInWordsRequest extends ExportRequest {
  /** Chinese where it is not said. */
  @IsOptional()
  @IsIn(REPORT_LANGUAGES)
  language?: ReportLanguage;
}

/** One table of it. */
export class ExportTableRequest extends ExportInWordsRequest {
  @IsIn(EXPORT_TABLES)
  table!: ExportTable;
}
