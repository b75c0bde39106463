import { IsIn, IsOptional } from 'class-validator';
import { REPORT_LANGUAGES, type ReportLanguage } from '../report/messages/wording.js';

/** In which language a letter is. */
export class LetterRequest {
  /** Chinese where it is not said. */
  @IsOptional()
  @IsIn(REPORT_LANGUAGES)
  language?: ReportLanguage;
}
