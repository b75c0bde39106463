import { Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { usePagination } from '../../shared/page/use-pagination.js';
import { formatInstant } from '../../shared/text/formats.js';
import { type Announcement, useAnnouncements } from './announcement-requests.js';
import { AnnouncementForm } from './AnnouncementForm.js';
import './announcements.css';

const PAGE_SIZE = 10;

/** What organisers tell people in their own words, and what they have told them. */
export function AnnouncementsPage() {
  const { t } = useTranslation('announcements');
  const pages = usePagination();
  const [page, setPage] = useState(1);
  return (
    <Page title={t('heading')} intro={t('intro')} back="/inbox">
      <QueryView query={useAnnouncements(page, PAGE_SIZE)}>
        {({ items, total }) => (
          <>
            <Section title={t('new')}>
              <AnnouncementForm />
            </Section>
            <Section title={t('earlier')}>
              {items.length === 0 ? (
                <EmptyState text={t('none')} />
              ) : (
                <>
                  <ul className="rows" aria-label={t('earlier')}>
                    {items.map((announcement) => (
                      <Sent key={announcement.id} announcement={announcement} />
                    ))}
                  </ul>
                  <Pagination {...pages} current={page} pageSize={PAGE_SIZE} total={total} onChange={setPage} />
                </>
              )}
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Sent({ announcement: { audience, title, text, sentBy, sentAt, reached, read } }: { readonly announcement: Announcement }) {
  const { t, i18n } = useTranslation('announcements');
  const whom =
    audience.name === null ? t(`kinds.${audience.kind}`) : t('audienceOf', { kind: t(`kinds.${audience.kind}`), name: audience.name });
  return (
    <li>
      <div className="row-link">
        <div className="row-main">
          <div className="row-title">{title}</div>
          <p className="announced">{text}</p>
          <div className="quiet small">{t('by', { when: formatInstant(sentAt, i18n.language), who: sentBy, whom })}</div>
          <div className="quiet small">{t('read', { reached, read })}</div>
        </div>
      </div>
    </li>
  );
}
