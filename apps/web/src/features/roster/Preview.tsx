import { Button, Popconfirm, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../shared/page/StatusTag.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { usePagination } from '../../shared/page/use-pagination.js';
import { Foldings } from './Foldings.js';
import { MissingNames } from './MissingNames.js';
import { confirmRoster, fetchRoster, type RosterImport, type RosterRow } from './roster-requests.js';
import { withEverySign } from './shown-characters.js';
import { Unnamed } from './Unnamed.js';
import { useRowText } from './use-row-text.js';

const CHANGES = [['members'], ['delegates'], ['delegations'], ['units'], ['sessions'], ['readiness'], ['me']] as const;

type Shown = RosterRow['state'] | 'all';
const SHOWN: readonly Shown[] = ['all', 'refused', 'new', 'changed', 'unchanged'];
const TONES: Readonly<Record<RosterRow['state'], Tone>> = { new: 'good', changed: 'running', unchanged: 'quiet', refused: 'bad' };
const ROWS = 20;

interface PreviewProps {
  readonly roster: RosterImport;
  /** The roster as it is after it was written, after it was said what is to be set up, or after somebody was corrected. */
  readonly onRenewed: (roster: RosterImport) => void;
}

/** Every row of the file and what becomes of it; those that are refused first, since they are what somebody has to look at. */
export function Preview({ roster, onRenewed }: PreviewProps) {
  const { summary, rows, confirmedAt } = roster;
  const { t } = useTranslation('roster');
  const pages = usePagination();
  const [shown, setShown] = useState<Shown>(summary.refused > 0 ? 'refused' : 'all');
  const columns = useColumns();
  const look = useAction(() => fetchRoster(roster.importId), { onDone: onRenewed });
  const outdated = useOutdated(roster, { changes: [], askAnew: () => look.mutate(), isLive: true });
  const confirm = useVersionedAction(outdated, (version) => confirmRoster(roster.importId, version), {
    changes: CHANGES,
    onDone: onRenewed,
  });
  const toWrite = summary.new + summary.changed;
  return (
    <>
      <p>{t('import.summary', { ...summary })}</p>
      {confirmedAt === null && <MissingNames roster={roster} outdated={outdated} onChosen={onRenewed} />}
      <Foldings rows={rows} />
      <Unnamed roster={roster} onLookedAgain={onRenewed} />
      {confirmedAt === null && toWrite === 0 && (
        <p>
          {summary.refused > 0 ? t('import.nothingFit', { refused: summary.refused, unchanged: summary.unchanged }) : t('import.nothing')}
        </p>
      )}
      {confirmedAt === null && <ConflictNotice of={outdated} />}
      {confirmedAt === null && toWrite > 0 && (
        <Popconfirm title={t('import.confirmAsk')} onConfirm={() => confirm.mutate()}>
          <Button type="primary" className="roster-confirm" loading={confirm.isPending}>
            {t('import.confirm', { count: toWrite })}
          </Button>
        </Popconfirm>
      )}
      <Segmented<Shown>
        className="roster-shown"
        aria-label={t('import.show')}
        value={shown}
        options={SHOWN.map((state) => ({
          value: state,
          label: state === 'all' ? t('states.all') : `${t(`states.${state}`)} ${summary[state]}`,
        }))}
        onChange={setShown}
      />
      <Table<RosterRow>
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
  const { t } = useTranslation('roster');
  const whyOf = useRowText();
  const wide = ['md' as const];
  const cell = (column: keyof RosterRow['values']) => ({
    key: column,
    title: t(`columns.${column}`),
    render: (_: unknown, { values }: RosterRow) => withEverySign(values[column] ?? ''),
  });
  return [
    { key: 'row', title: t('columns.row'), dataIndex: 'row', align: 'right' as const },
    {
      key: 'state',
      title: t('columns.state'),
      render: (_: unknown, { state }: RosterRow) => <StatusTag tone={TONES[state]}>{t(`states.${state}`)}</StatusTag>,
    },
    cell('staffNo'),
    cell('name'),
    { ...cell('unit'), responsive: wide },
    { ...cell('standing'), responsive: wide },
    { ...cell('delegation'), responsive: wide },
    { ...cell('kind'), responsive: wide },
    { key: 'why', title: t('columns.why'), render: (_: unknown, row: RosterRow) => whyOf(row) },
  ];
}
