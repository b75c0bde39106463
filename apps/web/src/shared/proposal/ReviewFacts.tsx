import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';

/** What was decided, by whom and why; a filing without remarks needs no words. */
export function ReviewFacts({ review }: { readonly review: NonNullable<ProposalView['review']> }) {
  const { t } = useTranslation('proposals');
  if (review.outcome === 'FILED' && !review.reason) return null;
  return (
    <Alert
      className="section"
      type={review.outcome === 'RETURNED' ? 'warning' : 'info'}
      showIcon
      title={`${t(`review.body.${review.body}`)} · ${t(`review.outcome.${review.outcome}`)}`}
      {...(review.reason ? { description: <span className="prose">{review.reason}</span> } : {})}
    />
  );
}
