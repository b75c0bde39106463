import { useTranslation } from 'react-i18next';
import type { Ranked } from '../../api/shapes.js';
import { BarChart } from './BarChart.js';

interface CandidateChartProps {
  readonly ranking: readonly Ranked[];
  readonly labelOf: (id: string) => string;
  readonly isElected: (ranked: Ranked) => boolean;
  /** The votes that elect; null where most votes win. */
  readonly needed: number | null;
  readonly roll: number | null;
  /** The context of the messages: who comes through a primary is not elected. */
  readonly election: { readonly context?: 'primary' };
}

/** Every candidate's votes, whoever has a seat in colour, with the line of the majority. */
export function CandidateChart({ ranking, labelOf, isElected, needed, roll, election }: CandidateChartProps) {
  const { t } = useTranslation('charts');
  const bars = ranking.map((ranked) => ({
    key: ranked.id,
    label: labelOf(ranked.id),
    valueText: String(ranked.yes),
    parts: [{ tone: isElected(ranked) ? ('good' as const) : ('rest' as const), value: ranked.yes }],
    ...(needed === null ? {} : { threshold: needed }),
  }));
  const elected = ranking.filter(isElected).length;
  const legend = [
    { tone: 'good' as const, text: t('candidates.elected', { count: elected, ...election }) },
    ...(elected < ranking.length
      ? [{ tone: 'rest' as const, text: t('candidates.others', { count: ranking.length - elected, ...election }) }]
      : []),
    ...(needed === null ? [] : [{ tone: 'threshold' as const, text: t('candidates.needed', { needed, ...election }) }]),
  ];
  const summary = t('candidates.summary', {
    ...election,
    candidates: ranking.length,
    elected,
    votes: ranking.map((ranked) => `${labelOf(ranked.id)} ${ranked.yes}`).join(', '),
  });
  return <BarChart title={t('candidates.title')} bars={bars} whole={roll ?? 0} legend={legend} summary={summary} />;
}
