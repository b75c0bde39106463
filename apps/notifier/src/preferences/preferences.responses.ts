import type { Locale } from '@plenum/contracts';

/** How one is told: in the inbox always, by mail unless one does not want to. */
export class PreferencesResponse {
  mail: boolean;
  locale: Locale;
}
