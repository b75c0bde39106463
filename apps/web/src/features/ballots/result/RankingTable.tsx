import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ranked } from '../../../api/shapes.js';
import type { CandidateOutcome, ElectionContext, threeWayIn } from '../../../shared/ballot/election-outcome.js';
import { StatusTag, type Tone } from '../../../shared/page/StatusTag.js';

interface RankingTableProps {
  readonly ranking: readonly Ranked[];
  readonly labelOf: (id: string) => string;
  readonly outcomeOf: (ranked: Ranked) => CandidateOutcome;
  readonly election: ElectionContext;
  /** Votes against and abstentions, where the papers have them; somebody written in has none. */
  readonly marks: ReturnType<typeof threeWayIn>;
}

const TONES: Record<CandidateOutcome, Tone> = {
  elected: 'good',
  'elected-by-lot': 'good',
  tied: 'waiting',
  'not-drawn': 'quiet',
  'not-elected': 'quiet',
};

/** Every candidate with their votes, most first: all figures are told, not only the winners'. */
export function RankingTable({ ranking, labelOf, outcomeOf, election, marks }: RankingTableProps) {
  const { t } = useTranslation('ballots');
  return (
    <Table<Ranked>
      className="section figures-table"
      rowKey="id"
      size="small"
      pagination={false}
      dataSource={[...ranking]}
      columns={[
        { key: 'candidate', title: t('result.candidate'), render: (_, { id }) => labelOf(id) },
        { key: 'yes', dataIndex: 'yes', title: t(marks ? 'result.yes' : 'result.votes'), align: 'right' },
        ...(marks
          ? (['no', 'abstain'] as const).map((mark) => ({
              key: mark,
              title: t(`result.${mark}`),
              align: 'right' as const,
              render: (_: unknown, { id }: Ranked) => marks.get(id)?.[mark] ?? '–',
            }))
          : []),
        {
          key: 'outcome',
          title: t('result.title'),
          render: (_, ranked) => {
            const outcome = outcomeOf(ranked);
            return <StatusTag tone={TONES[outcome]}>{t(`result.outcome.${outcome}`, { ...election })}</StatusTag>;
          },
        },
      ]}
    />
  );
}
