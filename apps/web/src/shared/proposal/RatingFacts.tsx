import { useTranslation } from 'react-i18next';
import type { RatingView } from '../../api/shapes.js';
import { useNameOf } from '../text/use-name-of.js';

interface RatingFactsProps {
  readonly rating: RatingView;
  /** Several rated the reply: whose it is. */
  readonly isNamed: boolean;
}

/** How somebody rated a reply, in the dimensions that the call asks for. */
export function RatingFacts({ rating, isNamed }: RatingFactsProps) {
  const { t } = useTranslation('proposals');
  const nameOf = useNameOf();
  return (
    <dl className="figures">
      {isNamed && rating.by && (
        <div>
          <dt>{t('rating.by')}</dt>
          <dd className="figure-word">{nameOf(rating.by)}</dd>
        </div>
      )}
      {(['attitude', 'result'] as const).map((dimension) => {
        const grade = rating[dimension];
        return (
          grade && (
            <div key={dimension}>
              <dt>{t(`rating.${dimension}`)}</dt>
              <dd className="figure-word">{t(`rating.grade.${grade}`)}</dd>
            </div>
          )
        );
      })}
      {rating.comment && (
        <div className="figure-wide">
          <dt>{t('rating.title')}</dt>
          <dd className="figure-text prose">{rating.comment}</dd>
        </div>
      )}
    </dl>
  );
}
