import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { formatDeadline } from '../../shared/text/formats.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { Page } from '../../shared/page/Page.js';
import { ProposalRows } from '../../shared/proposal/ProposalRows.js';
import { useCalls, useProposals } from '../../shared/proposal/queries.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { SetUpNotice } from '../../shared/set-up/SetUpNotice.js';
import { useMe } from '../../shared/congress/use-me.js';
import { useAuthSession } from '../../shared/congress/use-auth-session.js';
import { PendingTasks } from './PendingTasks.js';
import { Sessions } from './Sessions.js';
import './home.css';

const MINE_SHOWN = 5;

/** What waits for this person, what became of their own proposals, and which sessions there are. */
export function HomePage() {
  const { t } = useTranslation('home');
  const session = useAuthSession();
  const mine = useProposals({ scope: 'mine', pageSize: MINE_SHOWN });
  return (
    <Page title={session.status === 'signed-in' ? t('greeting', { name: session.member.name }) : ''}>
      <SetUpNotice />
      <PendingTasks />
      <CallNotice />
      <Section
        title={t('mine')}
        extra={
          <LinkButton to="/proposals" type="link" size="small">
            {t('mineAll')}
          </LinkButton>
        }
      >
        <QueryView query={mine}>
          {({ items }) => (items.length === 0 ? <EmptyState text={t('mineNone')} /> : <ProposalRows proposals={items} label={t('mine')} />)}
        </QueryView>
      </Section>
      <Sessions />
    </Page>
  );
}

/** Says to those who sit in the session that proposals are called for, as long as they are. */
function CallNotice() {
  const { t, i18n } = useTranslation('home');
  const calls = useCalls();
  const me = useMe();
  const sits = (sessionId: string) => me.data?.mandates.some((mandate) => mandate.sessionId === sessionId) ?? false;
  const open = calls.data?.find(({ phase, sessionId }) => phase === 'open' && sits(sessionId));
  if (!open) return null;
  return (
    <Alert
      className="section"
      type="info"
      title={open.closesAt === null ? t('callAllYear') : t('call', { instant: formatDeadline(open.closesAt, i18n.language) })}
      action={
        <LinkButton to="/proposals/new" type="primary">
          {t('callAction')}
        </LinkButton>
      }
    />
  );
}
