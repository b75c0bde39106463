import type { components } from '../../api/generated/notifier.js';

export type Preferences = components['schemas']['PreferencesResponse'];
export type WantedPreferences = Omit<components['schemas']['PreferencesRequest'], 'version'>;

/** The part of them that one chooses. */
export const chosenOf = ({ locale, muted, quietFrom, quietTo, digest, digestHour, digestDay }: Preferences): WantedPreferences => ({
  locale,
  muted,
  quietFrom,
  quietTo,
  digest,
  digestHour,
  digestDay,
});

/** Whether two choices come to the same. */
export const isSame = (one: WantedPreferences, other: WantedPreferences): boolean => normal(one) === normal(other);

const normal = ({ muted, ...rest }: WantedPreferences): string =>
  JSON.stringify([[...muted].sort(), Object.entries(rest).sort(([a], [b]) => a.localeCompare(b))]);
