import { EditOutlined, SettingOutlined } from '@ant-design/icons';
import { Card, Pagination, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { holds, useMe } from '../../shared/congress/use-me.js';
import { SearchField } from '../../shared/forms/SearchField.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { usePagination } from '../../shared/page/use-pagination.js';
import { type OpinionView, useOpinionBox, useOpinions, usePublishedOpinions } from './opinion-requests.js';
import { OpinionRows, PublishedRows } from './OpinionRows.js';
import './opinions.css';

const PAGE_SIZE = 20;
const PUBLISHED = 'published';

/** The opinion box: what the reader put in, what waits for the committee or the unit, and what was asked and answered. */
export function OpinionsPage() {
  const { t } = useTranslation('opinions');
  const [params, setParams] = useSearchParams();
  const [box, me] = [useOpinionBox(), useMe()];
  const maySet = box.data?.maySet ?? false;
  const views: readonly (OpinionView | typeof PUBLISHED)[] = [
    ...(maySet ? ['committee' as const] : []),
    ...(me.data && holds(me.data, 'UNIT_HANDLER', 'UNIT_HEAD') ? ['unit' as const] : []),
    'own',
    PUBLISHED,
  ];
  const view = views.find((known) => known === params.get('view')) ?? views[0]!;
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      actions={
        <>
          {maySet && (
            <LinkButton to="/opinions/box" icon={<SettingOutlined />}>
              {t('box.open')}
            </LinkButton>
          )}
          <LinkButton to="/opinions/new" type="primary" icon={<EditOutlined />}>
            {t('new.open')}
          </LinkButton>
        </>
      }
    >
      <Card>
        <QueryView query={box} lines={4}>
          {() => (
            <Tabs
              activeKey={view}
              destroyOnHidden
              onChange={(key) => setParams({ view: key })}
              items={views.map((key) => ({
                key,
                label: t(`views.${key}`),
                children: key === PUBLISHED ? <Published /> : <Opinions view={key} />,
              }))}
            />
          )}
        </QueryView>
      </Card>
    </Page>
  );
}

/** What is looked for, and which page; both stand in the address. */
function useSought() {
  const [params, setParams] = useSearchParams();
  const search = params.get('search') ?? '';
  const change = (parts: Readonly<Record<string, string>>) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries({ page: '', ...parts })) {
        if (value === '') next.delete(name);
        else next.set(name, value);
      }
      return next;
    });
  const page = Number(params.get('page') ?? 1);
  return { search, page, query: { page, pageSize: PAGE_SIZE, ...(search === '' ? {} : { search }) }, change };
}

function Opinions({ view }: { readonly view: OpinionView }) {
  const { t } = useTranslation('opinions');
  const pages = usePagination();
  const { search, page, query, change } = useSought();
  const opinions = useOpinions({ view, ...query });
  return (
    <>
      <SearchField label={t('search')} className="opinion-search" defaultValue={search} onSearch={(sought) => change({ search: sought })} />
      <QueryView query={opinions} lines={6}>
        {({ items, total, isMore }) =>
          items.length === 0 ? (
            <EmptyState text={t(`none.${view}`)} hint={t(`none.${view}Hint`)} />
          ) : (
            <>
              <p className="quiet small">{t(isMore ? 'foundMore' : 'found', { count: total })}</p>
              <OpinionRows items={items} label={t(`views.${view}`)} />
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
    </>
  );
}

function Published() {
  const { t } = useTranslation('opinions');
  const pages = usePagination();
  const { search, page, query, change } = useSought();
  const published = usePublishedOpinions(query);
  return (
    <>
      <SearchField label={t('search')} className="opinion-search" defaultValue={search} onSearch={(sought) => change({ search: sought })} />
      <QueryView query={published} lines={6}>
        {({ items, total }) =>
          items.length === 0 ? (
            <EmptyState text={t('none.published')} hint={t('none.publishedHint')} />
          ) : (
            <>
              <PublishedRows items={items} label={t('views.published')} />
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
    </>
  );
}
