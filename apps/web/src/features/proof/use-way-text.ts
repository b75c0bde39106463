import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../shared/text/formats.js';
import { useTextOr } from '../../shared/text/use-text-or.js';
import type { ServedPerson } from './proof-requests.js';

/** What became of it on one way, in words: whether it was taken, when, and why not. */
export function useWayText(): (way: ServedPerson['ways'][number]) => string {
  const { t, i18n } = useTranslation('proof');
  const textOr = useTextOr();
  return ({ way, state, reason, at }) => {
    const word = way !== 'mail' && reason === 'no-address' ? 'no-number' : reason; // An SMS has no mail address to miss.
    const why = word === null ? '' : textOr([`proof:reasons.${word}`, `inbox:unreached.reasons.${word}`], '');
    const said = [t(`states.${state}`), ...(at === null ? [] : [formatInstant(at, i18n.language)]), ...(why === '' ? [] : [why])];
    return t('onWay', { way: t(`ways.${way}`), said: said.join(t('comma')) });
  };
}
