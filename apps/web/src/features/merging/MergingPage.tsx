import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ReasonButton } from '../../shared/forms/ReasonButton.js';
import { useAction } from '../../shared/forms/use-action.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { Section } from '../../shared/page/Section.js';
import { useProposal } from '../../shared/proposal/queries.js';
import { REQUEST_CHANGES, useRequests } from '../../shared/requests/request-queries.js';
import { RequestsOnProposal } from '../../shared/requests/RequestsOnProposal.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { MergeTexts } from './MergeTexts.js';
import { type MergingView, undoMerge, useMerging } from './merging-queries.js';
import { ProposeMerge } from './ProposeMerge.js';

/** Merging: the committee chooses and asks, the authors read beside each other and answer, everybody sees what came of it. */
export function MergingPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('requests');
  const requests = useRequests(id);
  const proposal = useProposal(id);
  const isAsked = requests.data?.items.some(({ kind }) => kind === 'merge-consent') === true;
  const isMerged = proposal.data?.state === 'MERGED' || proposal.data?.allowedActions.includes('undo-merge') === true;
  const merging = useMerging(id, isAsked || isMerged);
  const mayPropose = requests.data?.mayAsk.includes('merge-consent') === true && proposal.data !== undefined;
  return (
    <Page title={t('merging.title')} back={`/proposals/${id}`}>
      {merging.data && <Merge merging={merging.data} />}
      <RequestsOnProposal proposalId={id} />
      {mayPropose && <ProposeMerge key={id} master={proposal.data} />}
      {!merging.data && !merging.isFetching && !mayPropose && !requests.isPending && <EmptyState text={t('merging.none')} />}
    </Page>
  );
}

function Merge({ merging: { state, master, parts, jointProposers } }: { readonly merging: MergingView }) {
  const { t } = useTranslation('requests');
  const nameOf = useNameOf();
  return (
    <Section title={t(`merging.state.${state}`)} extra={state === 'MERGED' && <UndoButton masterId={master.id} />}>
      {state === 'MERGED' && (
        <p>
          <Link to={`/proposals/${master.id}`}>{t('merging.into', { subject: master.subject })}</Link>
        </p>
      )}
      {jointProposers.length > 0 && (
        <p>{t('merging.joint', { names: [master.leadProposer, ...jointProposers].map(nameOf).join(t('merging.and')) })}</p>
      )}
      <MergeTexts master={master} parts={parts} />
    </Section>
  );
}

/** Offered to the committee alone, as the service says. */
function UndoButton({ masterId }: { readonly masterId: string }) {
  const { t } = useTranslation('requests');
  const { data: master } = useProposal(masterId);
  const undo = useAction((reason: string) => undoMerge(masterId, { reason, version: master?.version ?? 1 }), {
    done: t('merging.undone'),
    changes: REQUEST_CHANGES,
  });
  if (!master?.allowedActions.includes('undo-merge')) return null;
  return (
    <ReasonButton
      size="small"
      label={t('merging.undo')}
      title={t('merging.undoTitle')}
      reasonLabel={t('reason')}
      isBusy={undo.isPending}
      onConfirm={(reason) => undo.mutate(reason)}
    />
  );
}
