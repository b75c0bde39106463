import { useTranslation } from 'react-i18next';
import type { Rules as RulesView } from '../../api/shapes.js';
import { Facts } from '../../shared/page/Facts.js';
import { Section } from '../../shared/page/Section.js';
import { useTextOr } from '../../shared/text/use-text-or.js';
import { statedIn, thresholdIn } from '../../shared/ballot/ballot-rules.js';
import type { ElectionContext } from '../../shared/ballot/election-outcome.js';
import { useThresholdText } from '../../shared/ballot/use-threshold-text.js';

const THRESHOLDS = ['quorum', 'participation', 'pass', 'elect'] as const;
const POLICIES = ['tie', 'shortage'] as const;

interface RulesProps {
  readonly rules: RulesView;
  readonly election: ElectionContext;
}

/** The rules as they were adopted, in words. */
export function Rules({ rules, election }: RulesProps) {
  const { t } = useTranslation('ballots');
  const thresholdText = useThresholdText();
  const textOr = useTextOr();
  const stated = statedIn(rules);
  const thresholds = THRESHOLDS.flatMap((name) => {
    const threshold = thresholdIn(stated[name]);
    return threshold ? [{ name: t(`rules.${name}`, { ...election }), value: thresholdText(threshold) }] : [];
  });
  const seats = stated.seats === undefined ? [] : [{ name: t('rules.seats'), value: stated.seats }];
  const policies = POLICIES.flatMap((name) => {
    const policy = stated[name];
    return policy
      ? [{ name: t(`rules.${name}`, { ...election }), value: textOr(`ballots:rules.${name}Policy.${policy}`, policy, { ...election }) }]
      : [];
  });
  return (
    <Section title={t('rules.title')}>
      <Facts facts={[...seats, ...thresholds, ...policies]} />
    </Section>
  );
}
