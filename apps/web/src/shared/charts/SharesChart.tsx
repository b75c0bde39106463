import { useTranslation } from 'react-i18next';
import { BarChart } from './BarChart.js';

/** A part of a whole, such as those present of a delegation. */
export interface Share {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly of: number;
}

/** Parts of wholes, each with both figures: how many of the roll are there, how many papers are back. */
export function SharesChart({ title, shares }: { readonly title: string; readonly shares: readonly Share[] }) {
  const { t } = useTranslation('charts');
  const bars = shares.map(({ key, label, value, of }) => ({
    key,
    label,
    valueText: t('shares.told', { value, of }),
    parts: [
      { tone: 'main' as const, value },
      { tone: 'rest' as const, value: Math.max(0, of - value) },
    ],
  }));
  const summary = t('shares.summary', { title, shares: bars.map(({ label, valueText }) => `${label} ${valueText}`).join(', ') });
  return <BarChart title={title} bars={bars} summary={summary} />;
}
