import { Button, Card, Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { useAction } from '../../shared/forms/use-action.js';
import { holds, useMe } from '../../shared/congress/use-me.js';
import { usePagination } from '../../shared/page/use-pagination.js';
import { InboxFilters } from './InboxFilters.js';
import { NoticeRow } from './NoticeRow.js';
import { markAllRead, NOTICE_CHANGES, type NoticeFilter, useNotices, useUnreadCount } from './notices.js';
import { Unreached } from './Unreached.js';
import './inbox.css';

const PAGE_SIZE = 20;

/** Everything one was told, the latest first; new messages appear by themselves. */
export function InboxPage() {
  const { t } = useTranslation('inbox');
  const { t: announcements } = useTranslation('announcements');
  const { t: proof } = useTranslation('proof');
  const { t: ways } = useTranslation('ways');
  const { t: preferences } = useTranslation('preferences');
  const me = useMe();
  const isOrganiser = me.data !== undefined && holds(me.data, 'PRESIDIUM', 'SECRETARIAT');
  const pages = usePagination();
  const [filter, setFilter] = useState<NoticeFilter>({ isUnreadOnly: false });
  const [page, setPage] = useState(1);
  const notices = useNotices(filter, page, PAGE_SIZE);
  const unread = useUnreadCount();
  const readAll = useAction(markAllRead, { done: t('allRead'), changes: NOTICE_CHANGES });
  const choose = (change: Partial<NoticeFilter>) => {
    setFilter((before) => ({ ...before, ...change }));
    setPage(1);
  };
  const isFiltered = Object.entries(filter).some(([name, value]) => name !== 'isUnreadOnly' && value !== undefined);
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <LinkButton to="/inbox/preferences">{preferences('open')}</LinkButton>
          {isOrganiser && <LinkButton to="/announcements">{announcements('open')}</LinkButton>}
          {isOrganiser && <LinkButton to="/proofs">{proof('open')}</LinkButton>}
          {isOrganiser && <LinkButton to="/ways">{ways('open')}</LinkButton>}
        </>
      }
    >
      <Card>
        <InboxFilters filter={filter} onChange={choose} />
        <div className="toolbar section">
          <Button disabled={unread === 0} loading={readAll.isPending} onClick={() => readAll.mutate()}>
            {t('readAll', { count: unread })}
          </Button>
        </div>
        <QueryView query={notices}>
          {({ items, total }) =>
            items.length === 0 ? (
              <EmptyState text={isFiltered ? t('filters.none') : filter.isUnreadOnly ? t('noneUnread') : t('none')} />
            ) : (
              <>
                <ul className="rows" aria-label={t('title')} aria-live="polite">
                  {items.map((notice) => (
                    <NoticeRow key={notice.id} notice={notice} />
                  ))}
                </ul>
                <Pagination {...pages} current={page} pageSize={PAGE_SIZE} total={total} onChange={setPage} />
              </>
            )
          }
        </QueryView>
      </Card>
      {isOrganiser && <Unreached />}
    </Page>
  );
}
