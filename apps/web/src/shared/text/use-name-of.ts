import { useTranslation } from 'react-i18next';

/** A person's or unit's name; a service may know of somebody before it has heard what they are called. */
export function useNameOf(): (named: { readonly name: string | null }) => string {
  const { t } = useTranslation();
  return ({ name }) => name ?? t('unnamed');
}
