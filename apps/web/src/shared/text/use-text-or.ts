import { useTranslation } from 'react-i18next';

/** What a message may be given to put into its words. */
export type TextParams = Readonly<Record<string, unknown>>;

/**
 * Words for a code that comes from outside: ours where we have some, else the given text. The key names its namespace:
 * `errors:codes.fault`.
 */
export function useTextOr(): (key: string, otherwise: string, params?: TextParams) => string {
  const { i18n } = useTranslation();
  const words = i18n.t as unknown as (key: string, params: TextParams) => string; // The key is known only when it arrives.
  return (key, otherwise, params = {}) => (i18n.exists(key) ? words(key, params) : otherwise);
}
