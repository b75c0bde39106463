import { Alert, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NomineeView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { useAction } from '../../shared/forms/use-action.js';
import { declineNomination } from './nomination-requests.js';
import { useProposerText } from './use-proposer-text.js';

interface OwnNominationProps {
  readonly ballotId: string;
  readonly nominee: NomineeView;
}

/** Tells somebody that they are put forward; who does not want to stand says so here. */
export function OwnNomination({ ballotId, nominee }: OwnNominationProps) {
  const { t } = useTranslation('nomination');
  const proposedBy = useProposerText();
  const decline = useAction(() => declineNomination(ballotId, nominee.id), { done: t('decline.done'), changes: BALLOT_CHANGES });
  return (
    <Alert
      className="section"
      type="info"
      showIcon
      title={t('own.title')}
      description={
        <>
          <p>{t('own.intro', { proposer: proposedBy(nominee.proposer) })}</p>
          <Popconfirm title={t('own.confirm')} onConfirm={() => decline.mutate()}>
            <Button loading={decline.isPending}>{t('own.action')}</Button>
          </Popconfirm>
        </>
      }
    />
  );
}
