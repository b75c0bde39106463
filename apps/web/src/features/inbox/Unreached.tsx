import { Card, Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../shared/text/formats.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { usePagination } from '../../shared/page/use-pagination.js';
import { DownloadButton } from '../../shared/forms/DownloadButton.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { fetchUnreachedFile, type UnreachedFilter, useUnreached } from './unreached-requests.js';
import { UnreachedFilters } from './UnreachedFilters.js';
import { useNoticeText } from '../../shared/text/use-notice-text.js';

const PAGE_SIZE = 20;

/** For organisers: whom no mail reached and who has not read it here either. Not there while there is nobody. */
export function Unreached() {
  const { t, i18n } = useTranslation('inbox');
  const noticeText = useNoticeText();
  const pages = usePagination();
  const [page, setPage] = useState(1);
  const [filter, setFilter] = useState<UnreachedFilter>({});
  const unreached = useUnreached(filter, page, PAGE_SIZE);
  const isFiltered = Object.keys(filter).length > 0;
  if (unreached.data?.total === 0 && !isFiltered) return null;
  const choose = (wanted: UnreachedFilter) => {
    setFilter(wanted);
    setPage(1);
  };
  return (
    <Card className="section" title={t('unreached.title')}>
      <p className="quiet">{t('unreached.hint')}</p>
      <UnreachedFilters filter={filter} onChange={choose} />
      <QueryView query={unreached}>
        {({ items, total }) =>
          total === 0 ? (
            <EmptyState text={t('unreached.none')} />
          ) : (
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
                      <div className="row-facts quiet small">
                        {item.unit !== null && <span>{item.unit}</span>}
                        {item.delegation !== null && <span>{item.delegation}</span>}
                        <span>{formatInstant(item.createdAt, i18n.language)}</span>
                      </div>
                    </div>
                  </li>
                ))}
              </ul>
              <div className="toolbar toolbar-foot">
                <DownloadButton
                  label={t('unreached.file', { count: total })}
                  title={t('unreached.file', { count: total })}
                  fileName={t('unreached.fileName')}
                  fetchFile={() => fetchUnreachedFile(filter, i18n.language === 'en' ? 'en' : 'zh-CN')}
                />
              </div>
              <Pagination {...pages} current={page} pageSize={PAGE_SIZE} total={total} onChange={setPage} />
            </>
          )
        }
      </QueryView>
    </Card>
  );
}
