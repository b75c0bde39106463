import { useTranslation } from 'react-i18next';
import type { NomineeView } from '../../api/shapes.js';
import { useNameOf } from '../../shared/text/use-name-of.js';

/** Who proposed somebody, in words. */
export function useProposerText(): (proposer: NomineeView['proposer']) => string {
  const { t } = useTranslation('nomination');
  const { t: common } = useTranslation();
  const nameOf = useNameOf();
  return ({ by, delegation, members }) => {
    if (by === 'delegation') return t('proposed.delegation', { name: nameOf(delegation ?? { name: null }) });
    if (by === 'delegates') return t('proposed.delegates', { names: members.map(nameOf).join(common('listSeparator')) });
    return t(`proposed.${by}`);
  };
}
