import { Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { usePagination } from '../../shared/page/use-pagination.js';
import { formatInstant } from '../../shared/text/formats.js';
import { useNoticeText } from '../../shared/text/use-notice-text.js';
import { useServedMatters } from './proof-requests.js';
import './proof.css';

const PAGE_SIZE = 20;

/** For organisers: what people were told, and of how many it is proved that they know. */
export function ProofsPage() {
  const { t, i18n } = useTranslation('proof');
  const noticeText = useNoticeText();
  const pages = usePagination();
  const [page, setPage] = useState(1);
  return (
    <Page title={t('title')} intro={t('intro')} back="/inbox">
      <Section title={t('matters')}>
        <QueryView query={useServedMatters(page, PAGE_SIZE)}>
          {({ items, total }) =>
            items.length === 0 ? (
              <EmptyState text={t('none')} />
            ) : (
              <>
                <ul className="rows" aria-label={t('matters')}>
                  {items.map(({ id, toldAt, told, confirmed, ...notice }) => (
                    <li key={id}>
                      <Link className="row-link" to={`/proofs/${id}`}>
                        <div className="row-main">
                          <div className="row-title proof-matter">{noticeText(notice)}</div>
                          <div className="row-facts quiet small">
                            <span>{formatInstant(toldAt, i18n.language)}</span>
                            <span>{t('counted', { told, confirmed })}</span>
                          </div>
                        </div>
                      </Link>
                    </li>
                  ))}
                </ul>
                <Pagination {...pages} current={page} pageSize={PAGE_SIZE} total={total} onChange={setPage} />
              </>
            )
          }
        </QueryView>
      </Section>
    </Page>
  );
}
