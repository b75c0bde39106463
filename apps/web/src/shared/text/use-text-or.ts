import { useTranslation } from 'react-i18next';

/** What a message may be given to put into its text. */
export type TextParams = Readonly<Record<string, unknown>>;

/**
 * The text for a code that comes from outside: ours where we have one, else the given text. The key names its namespace:
 * `errors:device.storage`; of several keys the first that has a text counts.
 */
export function useTextOr(): (key: string | readonly string[], otherwise: string, params?: TextParams) => string {
  const { i18n } = useTranslation();
  const text = i18n.t as unknown as (key: string, params: TextParams) => string; // The key is known only when it arrives.
  return (key, otherwise, params = {}) => {
    const known = [key].flat().find((each) => i18n.exists(each));
    return known === undefined ? otherwise : text(known, params);
  };
}
