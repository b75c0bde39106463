import { useTranslation } from 'react-i18next';
import { Facts } from '../../shared/Facts.js';
import { Section } from '../../shared/Section.js';
import { useWordOr } from '../../shared/use-word-or.js';
import { thresholdIn } from '../../shared/ballot-rules.js';
import { useFractionWords } from '../../shared/use-fraction-words.js';

const THRESHOLDS = ['quorum', 'participation', 'pass', 'elect'] as const;
const POLICIES = ['tie', 'shortage'] as const;

/** The rules as they were adopted, in words. */
export function Rules({ rules }: { readonly rules: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation('ballots');
  const fractionWords = useFractionWords();
  const wordOr = useWordOr();
  const thresholds = THRESHOLDS.flatMap((name) => {
    const threshold = thresholdIn(rules[name]);
    return threshold ? [{ name: t(`rules.${name}`), value: fractionWords(threshold) }] : [];
  });
  const seats = typeof rules['seats'] === 'number' ? [{ name: t('rules.seats'), value: rules['seats'] }] : [];
  const policies = POLICIES.flatMap((name) => {
    const policy = rules[name];
    return typeof policy === 'string' ? [{ name: t(`rules.${name}`), value: wordOr(`ballots:rules.${name}Policy.${policy}`, policy) }] : [];
  });
  return (
    <Section title={t('rules.title')}>
      <Facts facts={[...seats, ...thresholds, ...policies]} />
    </Section>
  );
}
