import { Alert, Card, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import type { CallView, SessionView } from '../../api/shapes.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { useSessions } from '../../shared/congress/members.js';
import { Page } from '../../shared/page/Page.js';
import { ProposalRows } from '../../shared/proposal/ProposalRows.js';
import { useCalls, useProposals } from '../../shared/proposal/queries.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { useCallText } from '../../shared/proposal/use-call-text.js';
import { Section } from '../../shared/page/Section.js';
import { NameChoice } from '../../shared/delegation/NameChoice.js';
import { WRITING } from './revision.js';
import { DraftEditing } from './DraftEditing.js';

const DRAFTS_SHOWN = 5;
const DRAFT = 'draft'; // In the address, so that a page opened again goes on with it.

/** A new draft under the open call; where several are open, the delegate chooses. */
export function NewProposalPage() {
  const { t } = useTranslation('proposals');
  const calls = useCalls();
  const sessions = useSessions();
  const [begun] = useState(new URLSearchParams(window.location.search).get(DRAFT));
  if (begun !== null) return <Navigate to={`/proposals/${begun}?${WRITING}`} replace />;
  return (
    <Page title={t('newTitle')} intro={t('intro')} back="/proposals">
      <Card>
        <QueryView query={calls} lines={8}>
          {(all) => {
            const open = all.filter(({ phase }) => phase === 'open');
            return open.length === 0 ? (
              <EmptyState text={t('noCall')} hint={t('noCallHint')} />
            ) : (
              <Drafting calls={open} sessions={sessions.data ?? []} />
            );
          }}
        </QueryView>
      </Card>
      <Unfinished />
    </Page>
  );
}

interface DraftingProps {
  readonly calls: readonly CallView[];
  readonly sessions: readonly SessionView[];
}

function Drafting({ calls, sessions }: DraftingProps) {
  const { t } = useTranslation('proposals');
  const { closing } = useCallText();
  const navigate = useNavigate();
  const [, setParams] = useSearchParams();
  const [callId, setCallId] = useState(calls[0]?.id ?? '');
  const [isMade, setMade] = useState(false);
  const [isOfDelegation, setOfDelegation] = useState(false);
  const chosen = calls.find(({ id }) => id === callId);
  const titleOf = ({ sessionId }: CallView) => sessions.find(({ id }) => id === sessionId)?.title ?? '';
  return (
    <>
      {calls.length > 1 && (
        <Form layout="vertical">
          <Form.Item label={t('callLabel')} htmlFor="call">
            <Select
              id="call"
              value={callId}
              onChange={(chosenId: string) => {
                setCallId(chosenId);
                setOfDelegation(false); // Of another session: who heads a delegation there, if anybody, is asked anew.
              }}
              disabled={isMade}
              options={calls.map((call) => ({
                value: call.id,
                label: t('callChoice', { session: titleOf(call), closesAt: closing(call.closesAt, call.phase) }),
              }))}
            />
          </Form.Item>
        </Form>
      )}
      {chosen && (
        <Alert
          className="section"
          type="info"
          showIcon
          title={chosen.closesAt === null ? t('callAllYear') : t('callClosesAt', { instant: closing(chosen.closesAt, chosen.phase) })}
        />
      )}
      <NameChoice callId={callId} isOfDelegation={isOfDelegation} isMade={isMade} onChange={setOfDelegation} />
      <DraftEditing
        proposal={null}
        callId={callId}
        isOfDelegation={isOfDelegation}
        onMade={({ id }) => {
          setMade(true);
          setParams({ [DRAFT]: id }, { replace: true });
        }}
        onDone={({ id }) => void navigate(`/proposals/${id}`, { replace: true })}
      />
    </>
  );
}

/** Drafts that wait to be gone on with. */
function Unfinished() {
  const { t } = useTranslation('proposals');
  const drafts = useProposals({ scope: 'mine', state: ['DRAFT'], pageSize: DRAFTS_SHOWN });
  const items = drafts.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('unfinished', { count: drafts.data?.total ?? items.length })}>
      <ProposalRows proposals={items} label={t('unfinished', { count: items.length })} linkOf={({ id }) => `/proposals/${id}?${WRITING}`} />
    </Section>
  );
}
