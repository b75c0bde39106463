import { useTranslation } from 'react-i18next';
import type { Delegate } from '../setup-requests.js';

/** A seat in words: which kind, in which delegation. */
export function useSeatText(): (seat: Pick<Delegate, 'kind' | 'delegationName'>) => string {
  const { t } = useTranslation('setup');
  const { t: common } = useTranslation();
  return ({ kind, delegationName }) =>
    delegationName === null ? common(`roles.${kind}`) : t('seating.seat', { kind: common(`roles.${kind}`), delegation: delegationName });
}
