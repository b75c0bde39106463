import { Card, Pagination, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { StatusWord } from '../../api/shapes.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { ProposalRows } from '../../shared/proposal/ProposalRows.js';
import { useProposals } from '../../shared/proposal/queries.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { isOfUnit, useMe } from '../../shared/congress/use-me.js';
import { usePagination } from '../../shared/page/use-pagination.js';

const PAGE_SIZE = 20;

/** What the matters of a unit may wait for, as far as it is told. */
const WORDS: readonly StatusWord[] = [
  'OVERDUE',
  'DUE_SOON',
  'TO_ACKNOWLEDGE',
  'NOT_CONTACTED',
  'OBJECTION_UNDECIDED',
  'ADDED_UNIT_UNDECIDED',
  'EXTENSION_UNDECIDED',
  'NOT_CLARIFIED',
  'NO_ASSISTING_OPINION',
  'NOT_COUNTERSIGNED',
  'NOT_SIGNED_OFF',
  'NOT_AUDITED',
  'PROMISE_OVERDUE',
];

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
  const { t: words } = useTranslation('proposals');
  const [page, setPage] = useState(1);
  const [params, setParams] = useSearchParams();
  const word = WORDS.find((known) => known === params.get('word'));
  const proposals = useProposals({ scope: 'unit', page, pageSize: PAGE_SIZE, ...(word ? { word } : {}) });
  const look = (chosen: string) => {
    setPage(1);
    setParams(chosen === '' ? {} : { word: chosen });
  };
  return (
    <>
      <div className="toolbar">
        <Select
          aria-label={t('word')}
          value={word ?? ''}
          onChange={look}
          popupMatchSelectWidth={false}
          options={[{ value: '', label: t('allWords') }, ...WORDS.map((value) => ({ value, label: words(`word.${value}`) }))]}
        />
      </div>
      <QueryView query={proposals}>
        {({ items, total }) =>
          items.length === 0 ? (
            <EmptyState text={t(word ? 'noneSo' : 'none')} />
          ) : (
            <>
              <ProposalRows proposals={items} label={t('title')} linkOf={({ id }) => `/unit/${id}`} />
              <Pagination {...pages} current={page} pageSize={PAGE_SIZE} total={total} onChange={setPage} />
            </>
          )
        }
      </QueryView>
    </>
  );
}
