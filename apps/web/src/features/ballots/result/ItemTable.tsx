import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ItemOutcome } from '../../../api/shapes.js';
import { StatusTag } from '../../../shared/page/StatusTag.js';

interface ItemTableProps {
  readonly items: readonly ItemOutcome[];
  readonly labelOf: (id: string) => string;
}

/** The votes of a resolution, item by item. */
export function ItemTable({ items, labelOf }: ItemTableProps) {
  const { t } = useTranslation('ballots');
  const figure = (name: 'yes' | 'no' | 'abstain' | 'needed') => ({
    key: name,
    dataIndex: name,
    title: t(`result.${name}`),
    align: 'right' as const,
  });
  return (
    <Table<ItemOutcome>
      className="section figures-table"
      rowKey="id"
      size="small"
      pagination={false}
      dataSource={[...items]}
      columns={[
        { key: 'item', title: t('result.item'), render: (_, { id }) => labelOf(id) },
        figure('yes'),
        figure('no'),
        figure('abstain'),
        { ...figure('needed'), responsive: ['sm'] },
        {
          key: 'passed',
          title: t('result.title'),
          render: (_, { passed }) => (
            <StatusTag tone={passed ? 'good' : 'bad'}>{passed ? t('result.passed') : t('result.notPassed')}</StatusTag>
          ),
        },
      ]}
    />
  );
}
