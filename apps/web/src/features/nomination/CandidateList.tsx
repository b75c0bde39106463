import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView, NominationView, NomineeView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useMe } from '../../shared/congress/use-me.js';
import { declineNomination } from './nomination-requests.js';
import { ObjectButton } from './ObjectButton.js';
import { useProposerText } from './use-proposer-text.js';

interface CandidateListProps {
  readonly ballot: BallotView;
  readonly nomination: NominationView;
}

/** Who is put forward and by whom; who stands no more stays readable for those who keep the list. */
export function CandidateList({ ballot, nomination }: CandidateListProps) {
  const { t } = useTranslation('nomination');
  return (
    <Section title={t(nomination.closedOn ? 'list.final' : 'list.title')}>
      {nomination.candidates.length === 0 ? (
        <EmptyState text={t('list.none')} hint={t('list.noneHint')} />
      ) : (
        <ol className="rows nominees">
          {nomination.candidates.map((nominee) => (
            <NomineeRow key={nominee.id} ballot={ballot} nominee={nominee} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function NomineeRow({ ballot, nominee }: { readonly ballot: BallotView; readonly nominee: NomineeView }) {
  const { t } = useTranslation('nomination');
  const me = useMe();
  const proposedBy = useProposerText();
  const decline = useAction(() => declineNomination(ballot.id, nominee.id), { done: t('decline.done'), changes: BALLOT_CHANGES });
  const { id, label, memberId, status, proposer } = nominee;
  const stands = status === 'put-forward';
  const isOwn = memberId !== null && memberId === me.data?.member.id;
  // An organiser who was told; the nominees themselves are asked above the list.
  const mayRecord = ballot.allowedActions.includes('nominate') && ballot.allowedActions.includes('decline-nomination') && !isOwn;
  return (
    <li className="nominee">
      <div className="row-main">
        <div className={stands ? 'row-title' : 'row-title nominee-gone'}>{label}</div>
        <div className="quiet small">{proposedBy(proposer)}</div>
      </div>
      {!stands && <StatusTag tone={status === 'removed' ? 'bad' : 'quiet'}>{t(`status.${status}`)}</StatusTag>}
      {stands && ballot.allowedActions.includes('object-to-candidate') && (
        <ObjectButton ballotId={ballot.id} candidateId={id} label={label} />
      )}
      {stands && mayRecord && (
        <Popconfirm title={t('decline.confirm', { name: label })} onConfirm={() => decline.mutate()}>
          <Button loading={decline.isPending} aria-label={t('decline.of', { name: label })}>
            {t('decline.action')}
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}
