import { useTranslation } from 'react-i18next';
import { quorumCountOf, quorumName } from './quorum.js';
import type { Quorum } from '../setup-requests.js';

/** A quorum in the words of the rules, with what it means for these delegates. */
export function useQuorumText(): (quorum: Quorum, entitled: number) => string {
  const { t } = useTranslation('setup');
  return (quorum, entitled) => {
    const name = quorumName(quorum);
    const { num, den, inclusive } = quorum;
    const share = name ? t(`quorum.${name}`) : t(inclusive ? 'quorum.orMore' : 'quorum.moreThan', { num, den });
    return entitled === 0
      ? t('quorum.nobodyYet', { share })
      : t('quorum.now', { share, entitled, needed: quorumCountOf(quorum, entitled) });
  };
}
