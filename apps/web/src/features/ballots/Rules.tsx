import { useTranslation } from 'react-i18next';
import { Facts } from '../../shared/page/Facts.js';
import { Section } from '../../shared/page/Section.js';
import { useTextOr } from '../../shared/text/use-text-or.js';
import { thresholdIn } from '../../shared/ballot/ballot-rules.js';
import type { ElectionContext } from '../../shared/ballot/election-outcome.js';
import { useThresholdText } from '../../shared/ballot/use-threshold-text.js';

const THRESHOLDS = ['quorum', 'participation', 'pass', 'elect'] as const;
const POLICIES = ['tie', 'shortage'] as const;

interface RulesProps {
  readonly rules: Readonly<Record<string, unknown>>;
  readonly election: ElectionContext;
}

/** The rules as they were adopted, in words. */
export function Rules({ rules, election }: RulesProps) {
  const { t } = useTranslation('ballots');
  const thresholdText = useThresholdText();
  const textOr = useTextOr();
  const thresholds = THRESHOLDS.flatMap((name) => {
    const threshold = thresholdIn(rules[name]);
    return threshold ? [{ name: t(`rules.${name}`, { ...election }), value: thresholdText(threshold) }] : [];
  });
  const seats = typeof rules['seats'] === 'number' ? [{ name: t('rules.seats'), value: rules['seats'] }] : [];
  const policies = POLICIES.flatMap((name) => {
    const policy = rules[name];
    return typeof policy === 'string'
      ? [{ name: t(`rules.${name}`, { ...election }), value: textOr(`ballots:rules.${name}Policy.${policy}`, policy, { ...election }) }]
      : [];
  });
  return (
    <Section title={t('rules.title')}>
      <Facts facts={[...seats, ...thresholds, ...policies]} />
    </Section>
  );
}
