import { Alert, Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { HandlingView, ProposalView } from '../../api/shapes.js';
import { Page } from '../../shared/page/Page.js';
import { PromisesOnProposal } from '../../shared/commitments/PromisesOnProposal.js';
import { HandlingCards } from '../../shared/proposal/HandlingCards.js';
import { ProposalHead } from '../../shared/proposal/ProposalHead.js';
import { ProposalText } from '../../shared/proposal/ProposalText.js';
import { PROPOSAL_CHANGES, useProposal } from '../../shared/proposal/queries.js';
import { RequestsOnProposal } from '../../shared/requests/RequestsOnProposal.js';
import { AskAboutWork } from '../../shared/requests/AskAboutWork.js';
import { SupervisionSection } from '../../shared/supervision/SupervisionSection.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { acknowledge } from './handling.js';
import { ReplyForm } from './ReplyForm.js';
import { ContactsSection } from '../../shared/reply-desk/ContactsSection.js';
import { Letters } from '../../shared/reply-desk/Letters.js';
import { ReplyDeskSection } from '../../shared/reply-desk/ReplyDeskSection.js';
import { useReplyDesk } from '../../shared/reply-desk/reply-desk-queries.js';

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
  const { t: words } = useTranslation('proposals');
  return (
    <>
      <Card className="section">
        <ProposalHead proposal={proposal} />
      </Card>
      <Section title={words('content')}>
        <ProposalText proposal={proposal} />
      </Section>
      <RequestsOnProposal proposalId={proposal.id} />
      <HandlingCards
        proposalId={proposal.id}
        handlings={proposal.handlings}
        isImported={proposal.imported !== null}
        doing={(handling) => <Turn proposal={proposal} handling={handling} />}
      />
      {proposal.handlings.some(({ replies }) => replies.length > 0) && <PromisesOnProposal proposalId={proposal.id} />}
      {proposal.seesContacts && <ContactsSection proposal={proposal} />}
      {proposal.seesSupervision && <SupervisionSection proposalId={proposal.id} />}
    </>
  );
}

interface TurnProps {
  readonly proposal: ProposalView;
  readonly handling: HandlingView;
}

/** What the reader's unit has to do, or waits for. */
function Turn({ proposal, handling }: TurnProps) {
  const { t } = useTranslation('unit');
  const { allowedActions: allowed, state } = handling;
  return (
    <>
      {state === 'REPLIED' && (
        <Alert className="section" type="success" showIcon title={t(proposal.track === 'SUGGESTION' ? 'reply.done' : 'waiting')} />
      )}
      {allowed.includes('acknowledge') && <Acknowledging proposalId={proposal.id} handlingId={handling.id} />}
      <AskAboutWork proposalId={proposal.id} handling={handling} />
      {handling.seesDraft && <Drafting proposal={proposal} handling={handling} />}
      <Letters proposal={proposal} handling={handling} />
    </>
  );
}

/** The reply as it is written, for whoever may write it, and the desk around it. The desk of another unit is not asked for. */
function Drafting({ proposal, handling }: TurnProps) {
  const { data: desk } = useReplyDesk({ proposalId: proposal.id, handlingId: handling.id });
  const isWritten = handling.allowedActions.includes('draft');
  return (
    <>
      {isWritten && desk && <ReplyForm key={handling.replies.length} proposal={proposal} handling={handling} desk={desk} />}
      <ReplyDeskSection proposal={proposal} handling={handling} isWritten={isWritten} />
    </>
  );
}

function Acknowledging({ proposalId, handlingId }: { readonly proposalId: string; readonly handlingId: string }) {
  const { t } = useTranslation('unit');
  const receipt = useAction(() => acknowledge(proposalId, handlingId), { done: t('acknowledged'), changes: PROPOSAL_CHANGES });
  return (
    <div className="toolbar toolbar-foot">
      <Button type="primary" loading={receipt.isPending} onClick={() => receipt.mutate()}>
        {t('acknowledge')}
      </Button>
      <span className="quiet small">{t('acknowledgeHint')}</span>
    </div>
  );
}
