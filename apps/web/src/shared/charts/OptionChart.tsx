import { useTranslation } from 'react-i18next';
import { BarChart } from './BarChart.js';

interface OptionChartProps {
  readonly options: readonly { readonly id: string; readonly votes: number }[];
  readonly leading: readonly string[];
  readonly labelOf: (id: string) => string;
}

/** The votes of a poll, the option with the most in colour. */
export function OptionChart({ options, leading, labelOf }: OptionChartProps) {
  const { t } = useTranslation('charts');
  const bars = options.map(({ id, votes }) => ({
    key: id,
    label: labelOf(id),
    valueText: String(votes),
    parts: [{ tone: leading.includes(id) ? ('good' as const) : ('rest' as const), value: votes }],
  }));
  return <BarChart title={t('options.title')} bars={bars} legend={[{ tone: 'good', text: t('options.leading') }]} />;
}
