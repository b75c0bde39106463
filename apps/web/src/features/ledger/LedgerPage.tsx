import { Card, Checkbox, Pagination, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CommitmentRows } from '../../shared/commitments/CommitmentRows.js';
import { useLedger } from '../../shared/commitments/commitment-queries.js';
import { useSessions, useUnits } from '../../shared/congress/members.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { usePagination } from '../../shared/page/use-pagination.js';
import { CarryOver } from './CarryOver.js';
import { type LedgerView, PAGE_SIZE, STATES, useLedgerFilter } from './use-ledger-filter.js';
import './ledger.css';

/** The ledger of commitments: what replies promised, by its day, and what became of it. */
export function LedgerPage() {
  const { t } = useTranslation('ledger');
  const ledger = useLedgerFilter();
  const pages = usePagination();
  const commitments = useLedger(ledger.filter);
  return (
    <Page title={t('title')} intro={t('intro')} wide>
      <CarryOver />
      <Card>
        <Filters ledger={ledger} />
        <QueryView query={commitments} lines={8}>
          {({ items, total, isMore }) =>
            items.length === 0 ? (
              <EmptyState text={t('none')} hint={t('noneHint')} />
            ) : (
              <>
                <p className="quiet small">{t(isMore ? 'foundMore' : 'found', { count: total })}</p>
                <CommitmentRows items={items} label={t('title')} />
                <Pagination
                  {...pages}
                  current={ledger.filter.page}
                  pageSize={PAGE_SIZE}
                  total={total}
                  onChange={(page) => ledger.change({ page: String(page) })}
                />
              </>
            )
          }
        </QueryView>
      </Card>
    </Page>
  );
}

function Filters({ ledger: { filter, change } }: { readonly ledger: LedgerView }) {
  const { t } = useTranslation('ledger');
  const [sessions, units] = [useSessions(), useUnits()];
  return (
    <div className="toolbar ledger-filters" role="search">
      <Select
        aria-label={t('unit')}
        value={filter.unitId ?? ''}
        onChange={(unit: string) => change({ unit })}
        showSearch={{ optionFilterProp: 'label' }}
        options={[{ value: '', label: t('allUnits') }, ...(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Select
        aria-label={t('session')}
        value={filter.sessionId ?? ''}
        onChange={(session: string) => change({ session })}
        options={[{ value: '', label: t('allSessions') }, ...(sessions.data ?? []).map(({ id, title }) => ({ value: id, label: title }))]}
      />
      <Select
        aria-label={t('stateLabel')}
        value={filter.state?.[0] ?? ''}
        onChange={(state: string) => change({ state })}
        options={[{ value: '', label: t('allStates') }, ...STATES.map((value) => ({ value, label: t(`state.${value}`) }))]}
      />
      <Checkbox checked={filter.overdue ?? false} onChange={({ target }) => change({ overdue: target.checked ? 'true' : '' })}>
        {t('onlyOverdue')}
      </Checkbox>
    </div>
  );
}
