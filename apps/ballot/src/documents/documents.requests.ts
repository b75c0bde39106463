import { IsIn, IsOptional } from 'class-validator';
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from './language.js';

/** In which language a document is fetched. */
export class DocumentRequest {
  /** Chinese where it is not said; `both` has English beneath each line. */
  @IsOptional()
  @IsIn(DOCUMENT_LANGUAGES)
  language?: DocumentLanguage;
}
