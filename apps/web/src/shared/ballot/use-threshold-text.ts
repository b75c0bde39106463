import { useTranslation } from 'react-i18next';
import type { Threshold } from '../../api/shapes.js';

/** A threshold in words. "At least" and "more than" are two different rules and never confused. */
export function useThresholdText(): (threshold: Threshold) => string {
  const { t } = useTranslation('ballots');
  return ({ num, den, inclusive, base }) => t(inclusive ? 'rules.atLeast' : 'rules.moreThan', { num, den, base: t(`bases.${base}`) });
}
