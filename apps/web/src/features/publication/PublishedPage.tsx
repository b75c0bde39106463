import { RightOutlined } from '@ant-design/icons';
import { Card, Pagination, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useSessions, useUnits } from '../../shared/congress/members.js';
import { SearchField } from '../../shared/forms/SearchField.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { usePagination } from '../../shared/page/use-pagination.js';
import { type PublishedMatterRow, usePublishedMatters } from '../../shared/publication/publication-queries.js';
import { formatDay } from '../../shared/text/formats.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import './publication.css';

const PAGE_SIZE = 20;

/** What was proposed and answered, as far as it is published: for every member of the organisation. */
export function PublishedPage() {
  const { t } = useTranslation('publication');
  const pages = usePagination();
  const [params, setParams] = useSearchParams();
  const [sessions, units] = [useSessions(), useUnits()];
  const [search, sessionId, unitId] = [params.get('search') ?? '', params.get('session') ?? '', params.get('unit') ?? ''];
  const page = Number(params.get('page') ?? 1);
  const published = usePublishedMatters({
    page,
    pageSize: PAGE_SIZE,
    ...(search === '' ? {} : { search }),
    ...(sessionId === '' ? {} : { sessionId }),
    ...(unitId === '' ? {} : { unitId }),
  });
  const change = (parts: Readonly<Record<string, string>>) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries({ page: '', ...parts })) {
        if (value === '') next.delete(name);
        else next.set(name, value);
      }
      return next;
    });
  return (
    <Page title={t('list.title')} intro={t('list.intro')} back="/proposals">
      <Card>
        <div className="toolbar publication-filters" role="search">
          <SearchField label={t('list.search')} defaultValue={search} onSearch={(typed) => change({ search: typed.trim() })} />
          <Select
            aria-label={t('list.session')}
            value={sessionId}
            onChange={(session: string) => change({ session })}
            options={[
              { value: '', label: t('list.allSessions') },
              ...(sessions.data ?? []).map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          <Select
            aria-label={t('list.unit')}
            value={unitId}
            onChange={(unit: string) => change({ unit })}
            options={[{ value: '', label: t('list.allUnits') }, ...(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          />
        </div>
        <QueryView query={published} lines={6}>
          {({ items, total }) =>
            items.length === 0 ? (
              <EmptyState text={t('list.none')} hint={t('list.noneHint')} />
            ) : (
              <>
                <p className="quiet small">{t('list.found', { count: total })}</p>
                <Rows items={items} />
                <Pagination
                  {...pages}
                  current={page}
                  pageSize={PAGE_SIZE}
                  total={total}
                  onChange={(next) => change({ page: String(next) })}
                />
              </>
            )
          }
        </QueryView>
      </Card>
    </Page>
  );
}

function Rows({ items }: { readonly items: readonly PublishedMatterRow[] }) {
  const { t, i18n } = useTranslation('publication');
  const { t: words } = useTranslation('proposals');
  const nameOf = useNameOf();
  return (
    <ul className="rows" aria-label={t('list.title')}>
      {items.map(({ id, subject, docketNo, units, publishedAt }) => (
        <li key={id}>
          <Link className="row-link" to={`/published/${id}`}>
            <div className="row-main">
              <div className="row-title">{subject}</div>
              <div className="row-facts quiet small">
                {docketNo && <span>{words('docketNo', { no: docketNo })}</span>}
                {units.map((unit) => (
                  <span key={unit.id}>{nameOf(unit)}</span>
                ))}
                <span>{formatDay(publishedAt, i18n.language)}</span>
              </div>
            </div>
            <RightOutlined className="quiet" aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}
