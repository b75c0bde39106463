import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ranked } from '../../api/shapes.js';
import { Mark } from '../../shared/Mark.js';

interface RankingTableProps {
  readonly ranking: readonly Ranked[];
  readonly labelOf: (id: string) => string;
}

const TONES = { elected: 'good', tied: 'waiting', 'not-elected': 'quiet' } as const;

/** Every candidate with their votes, most first: all figures are told, not only the winners'. */
export function RankingTable({ ranking, labelOf }: RankingTableProps) {
  const { t } = useTranslation('ballots');
  return (
    <Table<Ranked>
      className="section"
      rowKey="id"
      size="small"
      pagination={false}
      dataSource={[...ranking]}
      columns={[
        { key: 'candidate', title: t('result.candidate'), render: (_, { id }) => labelOf(id) },
        { key: 'yes', dataIndex: 'yes', title: t('result.votes'), align: 'right' },
        { key: 'outcome', title: t('result.title'), render: (_, { outcome }) => <Mark tone={TONES[outcome]}>{t(`result.outcome.${outcome}`)}</Mark> },
      ]}
    />
  );
}
