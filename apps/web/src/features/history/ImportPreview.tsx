import { Button, Popconfirm, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { StatusTag, type Tone } from '../../shared/page/StatusTag.js';
import { usePagination } from '../../shared/page/use-pagination.js';
import { confirmHistory, fetchHistoryImport, type HistoryImport, type HistoryRow } from './import-requests.js';

const CHANGES = [['proposals'], ['commitments']] as const;

type Shown = HistoryRow['state'] | 'all';
const SHOWN: readonly Shown[] = ['all', 'refused', 'new', 'known'];
const TONES: Readonly<Record<HistoryRow['state'], Tone>> = { new: 'good', known: 'quiet', refused: 'bad' };
const ROWS = 20;

interface ImportPreviewProps {
  readonly table: HistoryImport;
  /** The table as it is after it was written, or after its preview was renewed. */
  readonly onRenewed: (table: HistoryImport) => void;
}

/** Every row of the file and what becomes of it; those that are refused first, since they are what somebody has to look at. */
export function ImportPreview({ table, onRenewed }: ImportPreviewProps) {
  const { importId, fileName, summary, rows, confirmedAt } = table;
  const { t } = useTranslation('history');
  const pages = usePagination();
  const [shown, setShown] = useState<Shown>(summary.refused > 0 ? 'refused' : 'all');
  const columns = useColumns();
  const look = useAction(() => fetchHistoryImport(importId), { onDone: onRenewed });
  const outdated = useOutdated(table, { changes: [], askAnew: () => look.mutate(), isLive: true });
  const confirm = useVersionedAction(outdated, (version) => confirmHistory(importId, version), { changes: CHANGES, onDone: onRenewed });
  return (
    <>
      <p>{t('import.summary', { fileName, ...summary })}</p>
      {confirmedAt === null && summary.new === 0 && <p>{t('import.nothing')}</p>}
      {confirmedAt === null && <ConflictNotice of={outdated} />}
      {confirmedAt === null && summary.new > 0 && (
        <Popconfirm title={t('import.confirmAsk', { ...summary })} onConfirm={() => confirm.mutate()}>
          <Button type="primary" className="history-confirm" loading={confirm.isPending}>
            {t('import.confirm', { count: summary.new })}
          </Button>
        </Popconfirm>
      )}
      <Segmented<Shown>
        className="history-shown"
        aria-label={t('import.show')}
        value={shown}
        options={SHOWN.map((state) => ({
          value: state,
          label: state === 'all' ? t('import.states.all') : `${t(`import.states.${state}`)} ${summary[state]}`,
        }))}
        onChange={setShown}
      />
      <Table<HistoryRow>
        rowKey="row"
        size="small"
        columns={columns}
        dataSource={rows.filter(({ state }) => shown === 'all' || state === shown)}
        pagination={{ ...pages, pageSize: ROWS }}
      />
    </>
  );
}

function useColumns() {
  const { t } = useTranslation('history');
  const wide = ['md' as const];
  const cell = (column: keyof HistoryRow['values']) => ({
    key: column,
    title: t(`import.column.${column}`),
    render: (_: unknown, { values }: HistoryRow) => values[column] ?? '',
  });
  return [
    { key: 'row', title: t('import.column.row'), dataIndex: 'row', align: 'right' as const },
    {
      key: 'state',
      title: t('import.column.state'),
      render: (_: unknown, { state }: HistoryRow) => <StatusTag tone={TONES[state]}>{t(`import.states.${state}`)}</StatusTag>,
    },
    cell('number'),
    { ...cell('subject'), render: (_: unknown, row: HistoryRow) => <Subject row={row} /> },
    { ...cell('proposer'), responsive: wide },
    { ...cell('unit'), responsive: wide },
    { ...cell('result'), responsive: wide },
    { ...cell('promise'), responsive: wide },
  ];
}

/** The subject, and below it what is wrong with the row, column by column. */
function Subject({ row: { values, faults } }: { readonly row: HistoryRow }) {
  const { t } = useTranslation('history');
  const { t: common } = useTranslation();
  const why = faults.map(({ column, reason }) =>
    t('import.fault', { column: t(`import.column.${column}`), reason: t(`import.reasons.${reason}`) }),
  );
  return (
    <div className="history-row">
      {values.subject ?? ''}
      {why.length > 0 && <p className="history-why">{why.join(common('listSeparator'))}</p>}
    </div>
  );
}
