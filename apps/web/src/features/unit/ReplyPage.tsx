import { Alert, Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ProposalView } from '../../api/shapes.js';
import { Page } from '../../shared/page/Page.js';
import { PromisesOnProposal } from '../../shared/commitments/PromisesOnProposal.js';
import { AssignmentFacts } from '../../shared/proposal/AssignmentFacts.js';
import { ProposalHead } from '../../shared/proposal/ProposalHead.js';
import { ProposalText } from '../../shared/proposal/ProposalText.js';
import { PROPOSAL_CHANGES, useProposal } from '../../shared/proposal/queries.js';
import { HandledAgain } from '../../shared/proposal/HandledAgain.js';
import { isReplyOwed } from '../../shared/proposal/rounds.js';
import { SupervisionSection } from '../../shared/supervision/SupervisionSection.js';
import { ReplyText } from '../../shared/proposal/ReplyText.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { acknowledge } from './handling.js';
import { ReplyForm } from './ReplyForm.js';

/** A unit's view of one proposal: read it, acknowledge it, answer it. */
export function ReplyPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('unit');
  const proposal = useProposal(id);
  return (
    <Page title={proposal.data?.subject ?? t('replyTitle')} back="/unit">
      <QueryView query={proposal} lines={10}>
        {(data) => <Handling proposal={data} />}
      </QueryView>
    </Page>
  );
}

function Handling({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('unit');
  const { t: words } = useTranslation('proposals');
  const { allowedActions: allowed, assignment, replies, state, track } = proposal;
  return (
    <>
      <Card className="section">
        <ProposalHead proposal={proposal} />
        {assignment && <AssignmentFacts assignment={assignment} isReplied={!isReplyOwed(proposal)} />}
        {allowed.includes('acknowledge') && <Acknowledging id={proposal.id} />}
      </Card>
      <HandledAgain proposal={proposal} />
      {state === 'REPLIED' && (
        <Alert className="section" type="success" showIcon title={t(track === 'SUGGESTION' ? 'reply.done' : 'waiting')} />
      )}
      <Section title={words('content')}>
        <ProposalText proposal={proposal} />
      </Section>
      {replies.length > 0 && (
        <Section title={words('reply.title')}>
          {replies.map((reply) => (
            <ReplyText key={reply.round} reply={reply} />
          ))}
        </Section>
      )}
      {replies.length > 0 && <PromisesOnProposal proposalId={proposal.id} />}
      {proposal.seesSupervision && <SupervisionSection proposalId={proposal.id} />}
      {allowed.includes('reply') && <ReplyForm proposal={proposal} />}
    </>
  );
}

function Acknowledging({ id }: { readonly id: string }) {
  const { t } = useTranslation('unit');
  const receipt = useAction(() => acknowledge(id), { done: t('acknowledged'), changes: PROPOSAL_CHANGES });
  return (
    <div className="toolbar toolbar-foot">
      <Button type="primary" loading={receipt.isPending} onClick={() => receipt.mutate()}>
        {t('acknowledge')}
      </Button>
      <span className="quiet small">{t('acknowledgeHint')}</span>
    </div>
  );
}
