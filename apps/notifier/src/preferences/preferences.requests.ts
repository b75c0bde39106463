import { LOCALES, type Locale } from '@plenum/contracts';
import { IsBoolean, IsIn } from 'class-validator';

/** How one wants to be told. */
export class PreferencesRequest {
  /** Also by mail. */
  @IsBoolean()
  mail: boolean;

  /** The language of mails. */
  @IsIn(LOCALES)
  locale: Locale;
}
