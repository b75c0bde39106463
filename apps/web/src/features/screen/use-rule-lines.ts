import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { statedIn, thresholdIn } from '../../shared/ballot/ballot-rules.js';
import { electionContextOf } from '../../shared/ballot/election-outcome.js';
import { useThresholdText } from '../../shared/ballot/use-threshold-text.js';

/** The rule in words: what passes or elects, of which base. */
export function useRuleLines(ballot: BallotView): readonly string[] {
  const { rules, candidates } = ballot;
  const { t } = useTranslation('screen');
  const thresholdText = useThresholdText();
  if (!rules) return [];
  const { seats, ...stated } = statedIn(rules);
  const [pass, elect, quorum] = [thresholdIn(stated.pass), thresholdIn(stated.elect), thresholdIn(stated.quorum)];
  return [
    ...(seats !== undefined && candidates ? [t('rule.seats', { seats, candidates: candidates.length })] : []),
    ...(elect ? [t('rule.elect', { fraction: thresholdText(elect), ...electionContextOf(ballot) })] : []),
    ...(pass ? [t('rule.pass', { fraction: thresholdText(pass) })] : []),
    ...(quorum ? [t('rule.quorum', { fraction: thresholdText(quorum) })] : []),
  ];
}
