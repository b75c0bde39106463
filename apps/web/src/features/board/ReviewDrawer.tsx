import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProposalView } from '../../api/shapes.js';
import { Facts } from '../../shared/page/Facts.js';
import { WithdrawalFacts } from '../../shared/proposal/EndFacts.js';
import { HandlingCards } from '../../shared/proposal/HandlingCards.js';
import { ProposalHead } from '../../shared/proposal/ProposalHead.js';
import { ProposalText } from '../../shared/proposal/ProposalText.js';
import { ProposalTimeline } from '../../shared/proposal/ProposalTimeline.js';
import { useProposal } from '../../shared/proposal/queries.js';
import { SupervisionSection } from '../../shared/supervision/SupervisionSection.js';
import { ReviewFacts } from '../../shared/proposal/ReviewFacts.js';
import { RequestsOnProposal } from '../../shared/requests/RequestsOnProposal.js';
import { ReviewStepFacts } from '../../shared/review/ReviewStepFacts.js';
import { SimilarMatters } from '../../shared/similar/SimilarMatters.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { Feedback } from '../../shared/feedback/Feedback.js';
import { AssignForm } from './AssignForm.js';
import { CloseForm } from './CloseForm.js';
import { ReviewForm } from './ReviewForm.js';

const WIDTH_PX = 640;

interface ReviewDrawerProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** A proposal beside the board: read it, decide on it, go on with the next. */
export function ReviewDrawer({ id, onClose }: ReviewDrawerProps) {
  const { t } = useTranslation('proposals');
  const proposal = useProposal(id);
  return (
    <Drawer open size={WIDTH_PX} title={proposal.data?.subject ?? t('title')} onClose={onClose}>
      <QueryView query={proposal} lines={10}>
        {(data) => <DrawerContent proposal={data} />}
      </QueryView>
    </Drawer>
  );
}

function DrawerContent({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('board');
  const { t: words } = useTranslation('proposals');
  const { t: common } = useTranslation();
  const nameOf = useNameOf();
  const { allowedActions: allowed, signatures, review, handlings, history } = proposal;
  const signed = signatures.filter(({ state }) => state === 'SIGNED').map(({ member }) => nameOf(member));
  return (
    <>
      <ProposalHead proposal={proposal} />
      <Facts facts={[{ name: t('signed'), value: signed.join(common('listSeparator')) || common('none'), isLong: true }]} />
      <WithdrawalFacts withdrawal={proposal.withdrawal} />
      {review && <ReviewFacts review={review} />}
      <ReviewStepFacts proposal={proposal} />
      <RequestsOnProposal proposalId={proposal.id} />
      {proposal.seesSupervision && <SupervisionSection proposalId={proposal.id} />}
      <h2 className="visually-hidden">{words('content')}</h2>
      <ProposalText proposal={proposal} />
      <HandlingCards
        proposalId={proposal.id}
        handlings={handlings}
        isImported={proposal.imported !== null}
        doing={(handling) => (
          <>
            <Feedback proposal={proposal} handling={handling} />
            {handling.allowedActions.includes('end') && (
              <CloseForm proposal={proposal} handling={handling} unit={handlings.length > 1 ? nameOf(handling.leadUnit) : null} />
            )}
          </>
        )}
      />
      {(allowed.includes('review') || allowed.includes('assign')) && <SimilarMatters content={proposal} except={proposal.id} />}
      {allowed.includes('review') && <ReviewForm proposal={proposal} />}
      {allowed.includes('assign') && <AssignForm proposal={proposal} />}
      <h2 className="text-head">{words('history.title')}</h2>
      <ProposalTimeline history={history} />
      <Link to={`/proposals/${proposal.id}`}>{t('wholePage')}</Link>
    </>
  );
}
