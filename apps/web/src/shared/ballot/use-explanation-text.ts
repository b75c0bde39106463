import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../api/shapes.js';
import { useTextOr } from '../text/use-text-or.js';
import { thresholdIn } from './ballot-rules.js';
import type { ElectionContext } from './election-outcome.js';
import { useThresholdText } from './use-threshold-text.js';

/** The text of one step of the count's reasoning, with names in place of ids. */
export function useExplanationText(labelOf: (id: string) => string, election: ElectionContext): (step: Explanation) => string {
  const { t } = useTranslation();
  const textOr = useTextOr();
  const thresholdText = useThresholdText();
  const named = (fact: unknown) => (Array.isArray(fact) ? fact.map(String).map(labelOf).join(t('listSeparator')) : fact);
  return ({ code, params }) => {
    const threshold = thresholdIn(params);
    const facts = {
      ...Object.fromEntries(Object.entries(params).map(([name, fact]) => [name, named(fact)])),
      ...election,
      // On a mixed ballot a step may be about one channel: that wording is the context.
      ...(params.channel ? { context: params.channel } : {}),
      // "All 0 of them" is nobody.
      ...(params.qualified === 0 ? { context: election.context ? 'primaryNone' : 'none' } : {}),
      ...(threshold ? { fraction: thresholdText(threshold) } : {}),
      ...(params.id === undefined ? {} : { label: labelOf(params.id) }),
    };
    return textOr(`ballots:explain.${code}`, code, facts);
  };
}
