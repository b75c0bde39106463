import { Card, Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../shared/text/formats.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { usePagination } from '../../shared/page/use-pagination.js';
import { useUnreached } from './notices.js';
import { useNoticeText } from './use-notice-text.js';

const PAGE_SIZE = 20;

/** For organisers: whom no mail reached and who has not read it here either. Not there while there is nobody. */
export function Unreached() {
  const { t, i18n } = useTranslation('inbox');
  const noticeText = useNoticeText();
  const pages = usePagination();
  const [page, setPage] = useState(1);
  const unreached = useUnreached(page, PAGE_SIZE);
  if (unreached.data?.total === 0) return null;
  return (
    <Card className="section" title={t('unreached.title')}>
      <p className="quiet">{t('unreached.hint')}</p>
      <QueryView query={unreached}>
        {({ items, total }) => (
          <>
            <ul className="rows" aria-label={t('unreached.title')}>
              {items.map((item) => (
                <li key={item.id}>
                  <div className="row-main">
                    <div className="row-title">
                      {t('unreached.who', { name: item.name, staffNo: item.staffNo, reason: t(`unreached.reasons.${item.reason}`) })}
                    </div>
                    <div className="notice-text">{noticeText(item)}</div>
                    <div className="small">{t(`unreached.todo.${item.reason}`)}</div>
                    <div className="quiet small">{formatInstant(item.createdAt, i18n.language)}</div>
                  </div>
                </li>
              ))}
            </ul>
            <Pagination {...pages} current={page} pageSize={PAGE_SIZE} total={total} onChange={setPage} />
          </>
        )}
      </QueryView>
    </Card>
  );
}
