import { Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { ProposalView } from '../../api/shapes.js';
import { holds, useMe } from '../../shared/congress/use-me.js';
import { hasKeptText } from '../../shared/kept-text/use-kept-text.js';
import { Page } from '../../shared/page/Page.js';
import { PromisesOnProposal } from '../../shared/commitments/PromisesOnProposal.js';
import { WithdrawalFacts } from '../../shared/proposal/EndFacts.js';
import { HandlingCards } from '../../shared/proposal/HandlingCards.js';
import { ProposalHead } from '../../shared/proposal/ProposalHead.js';
import { ProposalText } from '../../shared/proposal/ProposalText.js';
import { ProposalTimeline } from '../../shared/proposal/ProposalTimeline.js';
import { useProposal } from '../../shared/proposal/queries.js';
import { ContactsSection } from '../../shared/reply-desk/ContactsSection.js';
import { Letters } from '../../shared/reply-desk/Letters.js';
import { ReplyDeskSection } from '../../shared/reply-desk/ReplyDeskSection.js';
import { FormerDrafts } from '../../shared/reply-desk/FormerDrafts.js';
import { Confidentiality } from '../../shared/supervision/Confidentiality.js';
import { SupervisionSection } from '../../shared/supervision/SupervisionSection.js';
import { RemindersTold } from '../../shared/reminders/RemindersTold.js';
import { ReviewFacts } from '../../shared/proposal/ReviewFacts.js';
import { ReviewStepFacts } from '../../shared/review/ReviewStepFacts.js';
import { MergingLink } from '../../shared/requests/MergingLink.js';
import { AskAboutWork } from '../../shared/requests/AskAboutWork.js';
import { RequestsOnProposal } from '../../shared/requests/RequestsOnProposal.js';
import { PublicationSection } from '../../shared/publication/PublicationSection.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { Feedback } from '../../shared/feedback/Feedback.js';
import { AskingButtons } from '../../shared/requests/AskingButtons.js';
import { DelegationFacts } from '../../shared/delegation/DelegationFacts.js';
import { EndorsePanel } from '../../shared/delegation/EndorsePanel.js';
import { AuthorActions } from './AuthorActions.js';
import { DraftEditing } from './DraftEditing.js';
import { Decisions } from './Decisions.js';
import { Editing } from './Editing.js';
import { PresidiumForm } from './presidium/PresidiumForm.js';
import { PrintForm } from './printing/PrintForm.js';
import { ProposalSteps } from './ProposalSteps.js';
import { WRITING } from './revision.js';
import { SecondingPanel } from './SecondingPanel.js';
import { Seconders } from './Seconders.js';
import { Attachments } from './signing/Attachments.js';
import { EarlierTexts } from './signing/EarlierTexts.js';
import { TakeLead } from './TakeLead.js';
import { keptTextIdOf } from './writing/proposal-content.js';

/** One proposal: where it stands, what it says, who signed it, what became of it, and what the reader can do now. */
export function ProposalPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('proposals');
  const proposal = useProposal(id);
  return (
    <Page
      title={proposal.data ? proposal.data.subject || t('untitled') : t('title')}
      back="/proposals"
      actions={proposal.data?.submittedAt && <PrintForm proposal={proposal.data} />}
    >
      <QueryView query={proposal} lines={10}>
        {(data) => <ProposalSections proposal={data} />}
      </QueryView>
    </Page>
  );
}

function ProposalSections({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('proposals');
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [isOpen, setEditing] = useState(() => params.has(WRITING) || hasKeptText(keptTextIdOf(proposal)));
  const { allowedActions, handlings, review } = proposal;
  const me = useMe();
  const isChased = handlings.length > 0 && me.data !== undefined && holds(me.data, 'PROPOSALS_COMMITTEE');
  const isEditing = isOpen && allowedActions.includes('revise');
  return (
    <>
      <Card className="section">
        <ProposalHead proposal={proposal} />
        <DelegationFacts proposal={proposal} />
        {allowedActions.includes('revise') && <ProposalSteps proposal={proposal} />}
        {(proposal.maySetConfidentiality || proposal.confidential) && <Confidentiality proposal={proposal} />}
        <MergingLink proposal={proposal} />
        <AskingButtons proposal={proposal} />
        {!isEditing && <AuthorActions proposal={proposal} onEdit={() => setEditing(true)} />}
      </Card>
      {allowedActions.includes('take-lead') && <TakeLead proposal={proposal} />}
      {allowedActions.includes('endorse') && <EndorsePanel proposal={proposal} />}
      {allowedActions.includes('decide') && <PresidiumForm proposal={proposal} />}
      <RequestsOnProposal proposalId={proposal.id} />
      <SecondingPanel proposal={proposal} />
      <WithdrawalFacts withdrawal={proposal.withdrawal} />
      <HandlingCards
        proposalId={proposal.id}
        handlings={handlings}
        isImported={proposal.imported !== null}
        doing={(handling) => (
          <>
            <Feedback proposal={proposal} handling={handling} />
            {handling.asking.kinds.includes('routing-objection') && <AskAboutWork proposalId={proposal.id} handling={handling} />}
            {handling.seesDraft && <ReplyDeskSection proposal={proposal} handling={handling} />}
            {handling.seesFormerDrafts && <FormerDrafts proposalId={proposal.id} handlingId={handling.id} />}
            <Letters proposal={proposal} handling={handling} />
          </>
        )}
      />
      {handlings.length > 0 && <PublicationSection proposalId={proposal.id} isClosed={proposal.state === 'CLOSED'} />}
      <Decisions decisions={proposal.decisions} />
      {handlings.some(({ replies }) => replies.length > 0) && <PromisesOnProposal proposalId={proposal.id} />}
      {proposal.seesContacts && <ContactsSection proposal={proposal} />}
      {proposal.seesSupervision && <SupervisionSection proposalId={proposal.id} />}
      {isChased && <RemindersTold kind="proposal" id={proposal.id} />}
      {review && <ReviewFacts review={review} />}
      <ReviewStepFacts proposal={proposal} />
      {isEditing && proposal.state === 'DRAFT' ? (
        <Section title={t('editTitle')}>
          <DraftEditing
            proposal={proposal}
            callId={proposal.callId}
            onDone={(draft) => (draft.id === proposal.id ? setEditing(false) : void navigate(`/proposals/${draft.id}`))}
          />
        </Section>
      ) : isEditing ? (
        <Editing proposal={proposal} onDone={() => setEditing(false)} />
      ) : (
        <Section title={t('content')}>
          <EarlierTexts proposal={proposal} />
          <ProposalText proposal={proposal} />
        </Section>
      )}
      <Attachments proposal={proposal} />
      <Seconders proposal={proposal} />
      <Section title={t('history.title')}>
        <ProposalTimeline history={proposal.history} />
      </Section>
    </>
  );
}
