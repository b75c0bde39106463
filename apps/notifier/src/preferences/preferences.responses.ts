import type { Digest, Locale, PersonalWay } from '@plenum/contracts';

/** How one is told: in the inbox always, and on the ways that are not muted. */
export class PreferencesResponse {
  /** The language of everything that is sent. */
  locale: Locale;
  /** On which ways one can be told here, beside the inbox. */
  ways: PersonalWay[];
  /** Whether there is an address for mails. */
  hasAddress: boolean;
  /** What does not come on which way, as `kind:way`. */
  muted: string[];
  /** Quiet hours, as `22:00` by the clock of the house; null where there are none. */
  quietFrom: string | null;
  quietTo: string | null;
  digest: Digest;
  digestHour: number;
  /** 1 is Monday. */
  digestDay: number;
  /** By whose clock hours are meant (IANA). */
  timeZone: string;
  /** 0 while nothing was chosen yet. */
  version: number;
}
