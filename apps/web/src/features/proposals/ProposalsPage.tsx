import { BookOutlined, CalendarOutlined, EditOutlined, GlobalOutlined, TrophyOutlined } from '@ant-design/icons';
import { Card, Pagination, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { Page } from '../../shared/page/Page.js';
import { ProposalRows } from '../../shared/proposal/ProposalRows.js';
import { useProposals } from '../../shared/proposal/queries.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { usePagination } from '../../shared/page/use-pagination.js';

const SCOPES = ['mine', 'to-second', 'to-endorse'] as const;
type Scope = (typeof SCOPES)[number];
const PAGE_SIZE = 20;

/** A delegate's proposals: their own, those they are asked to second, and those that wait for the word of who heads a delegation. */
export function ProposalsPage() {
  const { t } = useTranslation('proposals');
  const { t: awards } = useTranslation('awards');
  const { t: published } = useTranslation('publication');
  const [params, setParams] = useSearchParams();
  const scope = SCOPES.find((known) => known === params.get('scope')) ?? 'mine';
  const toEndorse = useProposals({ scope: 'to-endorse', pageSize: 1 });
  const isAskedToEndorse = scope === 'to-endorse' || (toEndorse.data?.total ?? 0) > 0;
  const scopes = SCOPES.filter((key) => key !== 'to-endorse' || isAskedToEndorse);
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      actions={
        <>
          <LinkButton to="/awards" icon={<TrophyOutlined />}>
            {awards('open')}
          </LinkButton>
          <LinkButton to="/calls" icon={<CalendarOutlined />}>
            {t('calls')}
          </LinkButton>
          <LinkButton to="/published" icon={<GlobalOutlined />}>
            {published('list.open')}
          </LinkButton>
          <LinkButton to="/register" icon={<BookOutlined />}>
            {t('register')}
          </LinkButton>
          <LinkButton to="/proposals/new" type="primary" icon={<EditOutlined />}>
            {t('new')}
          </LinkButton>
        </>
      }
    >
      <Card>
        <Tabs
          activeKey={scope}
          onChange={(key) => setParams({ scope: key })}
          items={scopes.map((key) => ({ key, label: t(`tabs.${key}`), children: <ScopeList scope={key} /> }))}
        />
      </Card>
    </Page>
  );
}

function ScopeList({ scope }: { readonly scope: Scope }) {
  const { t } = useTranslation('proposals');
  const pages = usePagination();
  const [params, setParams] = useSearchParams();
  const page = Number(params.get('page') ?? 1);
  const proposals = useProposals({ scope, page, pageSize: PAGE_SIZE });
  return (
    <QueryView query={proposals}>
      {({ items, total }) =>
        items.length === 0 ? (
          <EmptyState text={t(`empty.${scope}`)} hint={t(`empty.${scope}Hint`)} />
        ) : (
          <>
            <ProposalRows proposals={items} label={t(`tabs.${scope}`)} />
            <Pagination
              {...pages}
              current={page}
              pageSize={PAGE_SIZE}
              total={total}
              onChange={(next) => setParams({ scope, page: String(next) })}
            />
          </>
        )
      }
    </QueryView>
  );
}
