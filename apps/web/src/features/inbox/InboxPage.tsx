import { Button, Card, Pagination, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { useAction } from '../../shared/forms/use-action.js';
import { holds, useMe } from '../../shared/congress/use-me.js';
import { usePagination } from '../../shared/page/use-pagination.js';
import { MailPreference } from './MailPreference.js';
import { NoticeRow } from './NoticeRow.js';
import { markAllRead, NOTICE_CHANGES, useNotices, useUnreadCount } from './notices.js';
import { Unreached } from './Unreached.js';

const PAGE_SIZE = 20;

/** Everything one was told, the latest first; new messages appear by themselves. */
export function InboxPage() {
  const { t } = useTranslation('inbox');
  const { t: ways } = useTranslation('ways');
  const me = useMe();
  const isOrganiser = me.data !== undefined && holds(me.data, 'PRESIDIUM', 'SECRETARIAT');
  const pages = usePagination();
  const [filter, setFilter] = useState<'all' | 'unread'>('all');
  const [page, setPage] = useState(1);
  const notices = useNotices(filter === 'unread', page, PAGE_SIZE);
  const unread = useUnreadCount();
  const readAll = useAction(markAllRead, { done: t('allRead'), changes: NOTICE_CHANGES });
  const choose = (next: 'all' | 'unread') => {
    setFilter(next);
    setPage(1);
  };
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <MailPreference />
          {isOrganiser && <LinkButton to="/ways">{ways('open')}</LinkButton>}
        </>
      }
    >
      <Card>
        <div className="toolbar section">
          <Segmented value={filter} onChange={choose} options={(['all', 'unread'] as const).map((value) => ({ value, label: t(value) }))} />
          <Button disabled={unread === 0} loading={readAll.isPending} onClick={() => readAll.mutate()}>
            {t('readAll', { count: unread })}
          </Button>
        </div>
        <QueryView query={notices}>
          {({ items, total }) =>
            items.length === 0 ? (
              <EmptyState text={filter === 'unread' ? t('noneUnread') : t('none')} />
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
