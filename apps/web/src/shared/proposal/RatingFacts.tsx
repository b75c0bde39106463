import { useTranslation } from 'react-i18next';
import type { RatingView } from '../../api/shapes.js';

/** How a reply was rated, in its two dimensions. */
export function RatingFacts({ rating }: { readonly rating: RatingView }) {
  const { t } = useTranslation('proposals');
  return (
    <dl className="figures">
      <div>
        <dt>{t('rating.attitude')}</dt>
        <dd className="figure-word">{t(`rating.grade.${rating.attitude}`)}</dd>
      </div>
      <div>
        <dt>{t('rating.result')}</dt>
        <dd className="figure-word">{t(`rating.grade.${rating.result}`)}</dd>
      </div>
      {rating.comment && (
        <div className="figure-wide">
          <dt>{t('rating.title')}</dt>
          <dd className="figure-text prose">{rating.comment}</dd>
        </div>
      )}
    </dl>
  );
}
