import { Alert, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePagination } from '../../shared/page/use-pagination.js';
import { countFoldings, type FoldedCell, foldedCells } from './foldings.js';
import type { RosterRow } from './roster-requests.js';
import { withEverySign } from './shown-characters.js';

/** What was read as something else than the file says: how often in which way, and on request cell by cell. */
export function Foldings({ rows }: { readonly rows: readonly RosterRow[] }) {
  const { t } = useTranslation('roster');
  const { t: common } = useTranslation();
  const pages = usePagination();
  const cells = foldedCells(rows);
  if (cells.length === 0) return null;
  const ways = (foldings: FoldedCell['foldings']) => foldings.map((folding) => t(`folded.ways.${folding}`)).join(common('listSeparator'));
  const textOf = ({ column, from, to, foldings }: FoldedCell) => {
    const facts = { column: t(`columns.${column}`), from: withEverySign(from), to, ways: ways(foldings) };
    return to === '' ? t('folded.asEmpty', facts) : from === to ? t('folded.asIs', facts) : t('folded.as', facts);
  };
  return (
    <Alert
      className="section"
      type="info"
      title={t('folded.title', { count: cells.length })}
      description={
        <>
          <p className="roster-counts">
            {countFoldings(cells)
              .map(([folding, count]) => t('folded.count', { way: t(`folded.ways.${folding}`), count }))
              .join(common('listSeparator'))}
          </p>
          <details className="roster-list">
            <summary>{t('folded.list')}</summary>
            <Table<FoldedCell>
              rowKey={({ row, column }) => `${row}:${column}`}
              size="small"
              columns={[
                { key: 'row', title: t('columns.row'), dataIndex: 'row', align: 'right' },
                { key: 'told', title: t('folded.told'), render: (_, cell) => textOf(cell) },
              ]}
              dataSource={[...cells]}
              pagination={pages}
            />
          </details>
        </>
      }
    />
  );
}
