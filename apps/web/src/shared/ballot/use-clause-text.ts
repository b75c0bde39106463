import { useTranslation } from 'react-i18next';
import type { Clause } from '../../api/shapes.js';

/** Where a source asks something, and how sure the source is: only what was read in full is told as law. */
export function useClauseText(): (clause: Clause) => string {
  const { t } = useTranslation('organising');
  return ({ article, mark }) => {
    const sureness = t(`preset.mark.${mark}`);
    return article === null ? t('floor.noArticle', { mark: sureness }) : t('floor.article', { article, mark: sureness });
  };
}
