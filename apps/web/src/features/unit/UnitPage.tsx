import { Card, Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { ProposalRows } from '../../shared/proposal/ProposalRows.js';
import { useProposals } from '../../shared/proposal/queries.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { isOfUnit, useMe } from '../../shared/congress/use-me.js';
import { usePagination } from '../../shared/page/use-pagination.js';

const PAGE_SIZE = 20;

/** What a handling unit was assigned. */
export function UnitPage() {
  const { t } = useTranslation('unit');
  const { t: ledger } = useTranslation('ledger');
  const { t: deadlines } = useTranslation('deadlines');
  const me = useMe();
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      actions={
        <>
          <LinkButton to="/deadlines?scope=unit">{deadlines('title')}</LinkButton>
          <LinkButton to="/ledger">{ledger('open')}</LinkButton>
        </>
      }
    >
      <Card>
        <QueryView query={me}>
          {(known) => (isOfUnit(known) ? <Assigned /> : <EmptyState text={t('notYours')} hint={t('notYoursHint')} />)}
        </QueryView>
      </Card>
    </Page>
  );
}

function Assigned() {
  const { t } = useTranslation('unit');
  const pages = usePagination();
  const [page, setPage] = useState(1);
  const proposals = useProposals({ scope: 'unit', page, pageSize: PAGE_SIZE });
  return (
    <QueryView query={proposals}>
      {({ items, total }) =>
        items.length === 0 ? (
          <EmptyState text={t('none')} />
        ) : (
          <>
            <ProposalRows proposals={items} label={t('title')} linkOf={({ id }) => `/unit/${id}`} />
            <Pagination {...pages} current={page} pageSize={PAGE_SIZE} total={total} onChange={setPage} />
          </>
        )
      }
    </QueryView>
  );
}
