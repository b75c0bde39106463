import { useTranslation } from 'react-i18next';
import type { OpinionBoxView } from './opinion-requests.js';

type Rule = OpinionBoxView['decideWithin'];

/** A period in words: ten working days, a month. */
export function useRuleText(): (rule: Rule) => string {
  const { t } = useTranslation('opinions');
  return ({ kind, n = 0 }) => t(`rule.${kind === 'date' ? 'days' : kind}`, { count: n });
}
