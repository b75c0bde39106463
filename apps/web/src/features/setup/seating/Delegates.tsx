import { Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/page/EmptyState.js';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { ReasonButton } from '../../../shared/forms/ReasonButton.js';
import { SearchField } from '../../../shared/forms/SearchField.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../../shared/forms/use-versioned-action.js';
import { usePagination } from '../../../shared/page/use-pagination.js';
import { MoveButton } from './MoveButton.js';
import { type Delegate, type Delegation, SET_UP_CHANGES, unseatDelegate } from '../setup-requests.js';
import { useSeatText } from './use-seat-text.js';

const ROWS = 50;

interface DelegatesProps {
  readonly sessionId: string;
  readonly delegations: readonly Delegation[];
  readonly delegates: readonly Delegate[];
  readonly isOver: boolean;
}

/** Everybody who sits in the session, to be found by name, number or delegation, moved, or relieved of the seat. */
export function Delegates({ sessionId, delegations, delegates, isOver }: DelegatesProps) {
  const { t } = useTranslation('setup');
  const { t: common } = useTranslation();
  const pages = usePagination();
  const [search, setSearch] = useState('');
  const seatText = useSeatText();
  const word = search.trim().toLowerCase();
  const shown = delegates.filter(({ name, staffNo, delegationName }) =>
    [name, staffNo, delegationName ?? ''].some((text) => text.toLowerCase().includes(word)),
  );
  const acts = (delegate: Delegate) => (
    <div className="setup-acts">
      <MoveButton sessionId={sessionId} delegations={delegations} delegate={delegate} />
      <UnseatButton sessionId={sessionId} delegate={delegate} />
    </div>
  );
  return (
    <>
      <div className="toolbar">
        <SearchField
          className="setup-search"
          label={t('delegates.search')}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      <Table<Delegate>
        rowKey="memberId"
        size="small"
        dataSource={shown}
        locale={{ emptyText: <EmptyState text={t('delegates.none')} /> }}
        pagination={{ ...pages, pageSize: ROWS }}
        columns={[
          { key: 'person', title: t('delegates.person'), render: (_: unknown, delegate: Delegate) => common('person', delegate) },
          { key: 'seat', title: t('delegates.seat'), render: (_: unknown, delegate: Delegate) => seatText(delegate) },
          ...(isOver ? [] : [{ key: 'acts', title: t('delegates.acts'), render: (_: unknown, delegate: Delegate) => acts(delegate) }]),
        ]}
      />
    </>
  );
}

/** Ends a mandate, for a reason that stays on record. */
function UnseatButton({ sessionId, delegate }: { readonly sessionId: string; readonly delegate: Delegate }) {
  const { t } = useTranslation('setup');
  const { t: common } = useTranslation();
  const outdated = useOutdated(delegate, { changes: SET_UP_CHANGES });
  const unseat = useVersionedAction(
    outdated,
    (version, reason: string) => unseatDelegate(sessionId, delegate.memberId, { reason, version }),
    {
      done: t('delegates.unseated'),
    },
  );
  return (
    <>
      <ReasonButton
        size="small"
        label={t('delegates.unseat')}
        title={t('delegates.unseatOf', { name: common('person', delegate) })}
        reasonLabel={t('delegates.reason')}
        isBusy={unseat.isPending}
        onOpen={() => outdated.rebase()}
        onConfirm={(reason) => unseat.mutate(reason)}
      />
      <ConflictNotice of={outdated} />
    </>
  );
}
