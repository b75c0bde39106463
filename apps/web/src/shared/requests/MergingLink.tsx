import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProposalView } from '../../api/shapes.js';
import { useRequests } from './request-queries.js';

/** The way to the merging of a proposal: for whom it may be merged, who is asked about it, and whoever reads one that is merged. */
export function MergingLink({ proposal: { id, state, allowedActions } }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('requests');
  const { data } = useRequests(id);
  const isOfMerge = state === 'MERGED' || allowedActions.includes('undo-merge');
  const isAsked = data?.items.some(({ kind }) => kind === 'merge-consent') === true;
  if (!isOfMerge && !isAsked && data?.mayAsk.includes('merge-consent') !== true) return null;
  return (
    <p>
      <Link to={`/proposals/${id}/merging`}>{t(state === 'MERGED' ? 'merging.seeMaster' : 'merging.open')}</Link>
    </p>
  );
}
