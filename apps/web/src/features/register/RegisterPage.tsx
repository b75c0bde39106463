import { Button, Card, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalState } from '../../api/shapes.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { useSessions } from '../../shared/congress/members.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { holds, useMe } from '../../shared/congress/use-me.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { SearchField } from '../../shared/forms/SearchField.js';
import { RegisterRows } from './RegisterRows.js';
import { useRegister, useRegisterFilter } from './register.js';
import './register.css';

/** What a delegate may find here: everything that was accepted, and what they handed in themselves. */
const STATES: readonly ProposalState[] = ['SUBMITTED', 'FILED', 'SUGGESTION', 'ASSIGNED', 'IN_PROGRESS', 'REPLIED', 'RATED', 'CLOSED'];

/** The session in figures and what one may read as files, for everybody; the calendar of all deadlines for those who oversee it. */
function RegisterLinks() {
  const { t: report } = useTranslation('report');
  const { t: history } = useTranslation('history');
  const { t: deadlines } = useTranslation('deadlines');
  const me = useMe();
  const oversees = me.data ? holds(me.data, 'PRESIDIUM', 'SECRETARIAT', 'OBSERVER') : false;
  return (
    <>
      <LinkButton to="/statistics">{report('open')}</LinkButton>
      <LinkButton to="/history">{history('open')}</LinkButton>
      {oversees && <LinkButton to="/deadlines">{deadlines('title')}</LinkButton>}
    </>
  );
}

/** The register of proposals: every delegate reads what was proposed, where it stands and what was answered. */
export function RegisterPage() {
  const { t } = useTranslation('register');
  const { t: words } = useTranslation('proposals');
  const sessions = useSessions();
  const { filter, change } = useRegisterFilter();
  const register = useRegister(filter);
  const pages = register.data?.pages ?? [];
  const categories = pages[0]?.categories ?? [];
  return (
    <Page title={t('title')} intro={t('intro')} back="/proposals" actions={<RegisterLinks />}>
      <Card>
        <div className="toolbar register-filters" role="search">
          <SearchField label={t('search')} defaultValue={filter.search ?? ''} onSearch={(typed) => change({ search: typed.trim() })} />
          <Select
            aria-label={t('session')}
            value={filter.sessionId ?? ''}
            onChange={(session) => change({ session })}
            options={[
              { value: '', label: t('allSessions') },
              ...(sessions.data ?? []).map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          <Select
            aria-label={t('category')}
            value={filter.category ?? ''}
            onChange={(category) => change({ category })}
            options={[{ value: '', label: t('allCategories') }, ...categories.map((name) => ({ value: name, label: name }))]}
          />
          <Select
            aria-label={t('state')}
            value={filter.state ?? ''}
            onChange={(state: string) => change({ state })}
            options={[{ value: '', label: t('allStates') }, ...STATES.map((value) => ({ value, label: words(`state.${value}`) }))]}
          />
        </div>
        <QueryView query={register} lines={8}>
          {() => {
            const items = pages.flatMap((page) => page.items);
            return items.length === 0 ? <EmptyState text={t('none')} hint={t('noneHint')} /> : <RegisterRows items={items} />;
          }}
        </QueryView>
        {register.hasNextPage && (
          <div className="toolbar toolbar-foot">
            <Button loading={register.isFetchingNextPage} onClick={() => void register.fetchNextPage()}>
              {t('more')}
            </Button>
          </div>
        )}
      </Card>
    </Page>
  );
}
