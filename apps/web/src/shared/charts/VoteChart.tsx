import { useTranslation } from 'react-i18next';
import type { ItemOutcome } from '../../api/shapes.js';
import type { Bar } from './bars.js';
import { BarChart } from './BarChart.js';
import type { LegendEntry } from './Legend.js';

interface VoteChartProps {
  readonly items: readonly ItemOutcome[];
  readonly labelOf: (id: string) => string;
  /** The roll (应到), of which the bars show shares. */
  readonly roll: number | null;
}

const MARKS = ['yes', 'no', 'abstain'] as const;

/**
 * For, against, abstained, with the line that the votes in favour had to reach. One matter has a bar for each; of several, each is one bar.
 */
export function VoteChart({ items, labelOf, roll }: VoteChartProps) {
  const { t } = useTranslation('charts');
  const { t: ballots } = useTranslation('ballots');
  const [first] = items;
  if (!first) return null;
  const bars =
    items.length === 1 ? byMark(first, (mark) => ballots(`result.${mark}`)) : items.map((item) => byItem(item, labelOf(item.id)));
  const needed = new Set(items.map((item) => item.needed));
  const legend: LegendEntry[] = [
    ...(items.length > 1 ? MARKS.map((mark) => ({ tone: mark, text: ballots(`result.${mark}`) })) : []),
    { tone: 'threshold', text: needed.size === 1 ? t('vote.needed', { needed: first.needed }) : t('vote.neededEach') },
  ];
  const summary = items
    .map(({ id, yes, no, abstain, needed: of }) => t('vote.summary', { label: labelOf(id), yes, no, abstain, needed: of }))
    .join(' ');
  return <BarChart title={t('vote.title')} bars={bars} whole={roll ?? 0} legend={legend} summary={summary} />;
}

const byMark = (item: ItemOutcome, word: (mark: (typeof MARKS)[number]) => string): Bar[] =>
  MARKS.map((mark) => ({
    key: mark,
    label: word(mark),
    parts: [{ tone: mark, value: item[mark] }],
    valueText: String(item[mark]),
    ...(mark === 'yes' ? { threshold: item.needed } : {}),
  }));

const byItem = (item: ItemOutcome, label: string): Bar => ({
  key: item.id,
  label,
  parts: MARKS.map((mark) => ({ tone: mark, value: item[mark] })),
  valueText: MARKS.map((mark) => item[mark]).join(' / '),
  threshold: item.needed,
});
