import { Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { useSessions } from '../../shared/congress/members.js';
import { Page } from '../../shared/page/Page.js';
import { useCalls } from '../../shared/proposal/queries.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { holds, useMe } from '../../shared/congress/use-me.js';
import { CallCard } from './CallCard.js';
import { CallForm } from './CallForm.js';
import './calls.css';

/** The calls for proposals: the committee opens, extends and closes them; everybody else reads when and under which rules. */
export function CallsPage() {
  const { t } = useTranslation('calls');
  const me = useMe();
  const calls = useCalls();
  const sessions = useSessions();
  const [opened, setOpened] = useState(0);
  const isCommittee = me.data !== undefined && holds(me.data, 'PROPOSALS_COMMITTEE');
  const titleOf = (sessionId: string) => sessions.data?.find(({ id }) => id === sessionId)?.title ?? '';
  return (
    <Page title={t('title')} intro={t('intro')} back={isCommittee ? '/board' : '/proposals'}>
      <QueryView query={calls} lines={4}>
        {(items) =>
          items.length === 0 ? (
            <Card className="section">
              <EmptyState text={t('none')} />
            </Card>
          ) : (
            items.map((call) => <CallCard key={call.id} call={call} session={titleOf(call.sessionId)} mayChange={isCommittee} />)
          )
        }
      </QueryView>
      {isCommittee && (
        <CallForm
          key={opened}
          sessions={(sessions.data ?? []).filter(({ state }) => state !== 'CLOSED')}
          onOpened={() => setOpened(opened + 1)}
        />
      )}
    </Page>
  );
}
