import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalRow } from '../../api/shapes.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { DueDate } from '../../shared/proposal/DueDate.js';
import { useProposals } from '../../shared/proposal/queries.js';
import { isReplyOwed } from '../../shared/proposal/rounds.js';
import { StateTag, StatusWords } from '../../shared/proposal/StateTag.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { usePagination } from '../../shared/page/use-pagination.js';
import { type BoardFilter, PAGE_SIZE } from './use-board-filter.js';

/** What many at once can be decided on. */
const DECIDABLE: readonly ProposalRow['state'][] = ['SUBMITTED', 'FILED', 'SUGGESTION'];

/** At once the service decides on so many. */
const TICKED_MAX = 100;

/** What is ticked. */
export interface BoardSelection {
  readonly selected: readonly ProposalRow[];
  readonly select: (rows: readonly ProposalRow[]) => void;
}

/** The proposals that the filter lets through; on a phone only subject and state remain. */
export function BoardTable({ board, selection }: { readonly board: BoardFilter; readonly selection: BoardSelection | null }) {
  const { t: words } = useTranslation('review');
  const { t } = useTranslation('board');
  const pages = usePagination();
  const proposals = useProposals(board.filter);
  const columns = useColumns(({ id }) => board.change({ open: id }));
  return (
    <QueryView query={proposals} lines={8}>
      {({ items, total }) => (
        <Table<ProposalRow>
          rowKey="id"
          size="small"
          {...(selection ? { rowSelection: ticking(selection, (subject) => words('bulk.select', { subject })) } : {})}
          columns={columns}
          rowClassName={({ overdue }) => (overdue ? 'board-late' : '')}
          dataSource={[...items]}
          loading={proposals.isPlaceholderData}
          locale={{ emptyText: <EmptyState text={t('none')} /> }}
          pagination={{
            ...pages,
            current: board.filter.page,
            pageSize: PAGE_SIZE,
            total,
            hideOnSinglePage: false,
            onChange: (page) => board.change({ page: String(page) }),
          }}
        />
      )}
    </QueryView>
  );
}

const ticking = ({ selected, select }: BoardSelection, label: (subject: string) => string) => ({
  selectedRowKeys: selected.map(({ id }) => id),
  preserveSelectedRowKeys: true, // What was ticked on another page stays ticked.
  onChange: (_keys: unknown, rows: readonly ProposalRow[]) => select(rows.slice(0, TICKED_MAX)),
  getCheckboxProps: ({ id, subject, state }: ProposalRow) => ({
    disabled: !DECIDABLE.includes(state) || (selected.length >= TICKED_MAX && !selected.some((one) => one.id === id)),
    'aria-label': label(subject),
  }),
});

function useColumns(onOpen: (row: ProposalRow) => void) {
  const { t: supervision } = useTranslation('supervision');
  const { t } = useTranslation('board');
  const nameOf = useNameOf();
  const wide = ['md' as const];
  return [
    { key: 'docketNo', title: t('columns.docketNo'), dataIndex: 'docketNo', responsive: wide },
    {
      key: 'subject',
      title: t('columns.subject'),
      width: '36%',
      render: (_: unknown, row: ProposalRow) => (
        <>
          <Button type="link" className="board-subject" aria-label={t('open', { subject: row.subject })} onClick={() => onOpen(row)}>
            {row.subject}
          </Button>
          {row.key && <StatusTag tone="waiting">{supervision('key.is')}</StatusTag>}
        </>
      ),
    },
    { key: 'category', title: t('columns.category'), dataIndex: 'category', responsive: ['lg' as const] },
    {
      key: 'leadProposer',
      title: t('columns.leadProposer'),
      render: (_: unknown, row: ProposalRow) => nameOf(row.leadProposer),
      responsive: wide,
    },
    { key: 'seconders', title: t('columns.seconders'), dataIndex: 'seconders', align: 'right' as const, responsive: wide },
    {
      key: 'state',
      title: t('columns.state'),
      render: (_: unknown, { state, words }: ProposalRow) => (
        <>
          <StateTag state={state} />
          <StatusWords state={state} words={words} />
        </>
      ),
    },
    {
      key: 'leadUnit',
      title: t('columns.leadUnit'),
      render: (_: unknown, { leadUnit }: ProposalRow) => leadUnit && nameOf(leadUnit),
      responsive: wide,
    },
    {
      key: 'dueOn',
      title: t('columns.dueOn'),
      responsive: wide,
      render: (_: unknown, row: ProposalRow) => row.dueOn && <DueDate date={row.dueOn} isMet={!isReplyOwed(row)} />,
    },
  ];
}
