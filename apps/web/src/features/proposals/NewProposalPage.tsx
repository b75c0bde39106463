import { Alert, Card, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CallView, SessionView } from '../../api/shapes.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { useSessions } from '../../shared/congress/members.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { Page } from '../../shared/page/Page.js';
import { PROPOSAL_CHANGES, useCalls } from '../../shared/proposal/queries.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { useCallText } from '../../shared/proposal/use-call-text.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRetryKey } from '../../shared/forms/use-retry-key.js';
import { draftProposal, type ProposalContent } from './filing.js';
import { ProposalForm } from './ProposalForm.js';

/** A new draft under the open call; where several are open, the delegate chooses. */
export function NewProposalPage() {
  const { t } = useTranslation('proposals');
  const calls = useCalls();
  const sessions = useSessions();
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
  const keyOf = useRetryKey();
  const kept = useKeptText({ form: 'proposal', about: 'new' });
  const [callId, setCallId] = useState(calls[0]?.id ?? '');
  const draft = useAction((content: ProposalContent) => draftProposal(callId, content, keyOf({ callId, content })), {
    done: t('saved'),
    changes: PROPOSAL_CHANGES,
    onDone: ({ id }) => {
      kept.forget();
      void navigate(`/proposals/${id}`, { replace: true });
    },
  });
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
              onChange={setCallId}
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
      <ProposalForm submitLabel={t('saveDraft')} isSaving={draft.isPending} kept={kept} onSubmit={(content) => draft.mutate(content)} />
    </>
  );
}
