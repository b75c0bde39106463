import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';

/** What the proposal says: grounds and measures, as they were written. */
export function ProposalText({ proposal }: { readonly proposal: Pick<ProposalView, 'grounds' | 'measures'> }) {
  const { t } = useTranslation('proposals');
  return (
    <>
      <h3 className="text-head">{t('grounds')}</h3>
      <p className="prose">{proposal.grounds}</p>
      <h3 className="text-head">{t('measures')}</h3>
      <p className="prose">{proposal.measures}</p>
    </>
  );
}
