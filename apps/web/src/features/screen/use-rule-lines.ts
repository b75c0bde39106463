import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { statedIn, thresholdIn } from '../../shared/ballot-rules.js';
import { useFractionWords } from '../../shared/use-fraction-words.js';

/** The rule in words: what passes or elects, of which base. */
export function useRuleLines({ rules, candidates }: BallotView): readonly string[] {
  const { t } = useTranslation('screen');
  const fractionWords = useFractionWords();
  if (!rules) return [];
  const { seats, ...stated } = statedIn(rules);
  const [pass, elect, quorum] = [thresholdIn(stated.pass), thresholdIn(stated.elect), thresholdIn(stated.quorum)];
  return [
    ...(seats !== undefined && candidates ? [t('rule.seats', { seats, candidates: candidates.length })] : []),
    ...(elect ? [t('rule.elect', { fraction: fractionWords(elect) })] : []),
    ...(pass ? [t('rule.pass', { fraction: fractionWords(pass) })] : []),
    ...(quorum ? [t('rule.quorum', { fraction: fractionWords(quorum) })] : []),
  ];
}
