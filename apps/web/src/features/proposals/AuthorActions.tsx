import { EditOutlined, SendOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { PROPOSAL_CHANGES, useCalls } from '../../shared/proposal/queries.js';
import { ReasonButton } from '../../shared/ReasonButton.js';
import { useAction } from '../../shared/use-action.js';
import { useRetryKey } from '../../shared/use-retry-key.js';
import { submitProposal, withdrawProposal } from './filing.js';

interface AuthorActionsProps {
  readonly proposal: ProposalView;
  readonly onEdit: () => void;
}

/** What the proposer can do with their own proposal: edit, submit, withdraw. */
export function AuthorActions({ proposal, onEdit }: AuthorActionsProps) {
  const { t } = useTranslation('proposals');
  const { id, allowedActions, callId } = proposal;
  const calls = useCalls();
  const keyOf = useRetryKey();
  const isLate = calls.data?.find((call) => call.id === callId)?.phase === 'after';
  const submit = useAction(() => submitProposal(id, keyOf(proposal.version)), { done: t('submit.done'), changes: PROPOSAL_CHANGES });
  const withdraw = useAction((reason: string) => withdrawProposal(id, reason), { done: t('withdraw.done'), changes: PROPOSAL_CHANGES });
  const may = (action: ProposalView['allowedActions'][number]) => allowedActions.includes(action);
  if (!may('revise') && !may('submit') && !may('withdraw')) return null;
  return (
    <div className="toolbar toolbar-foot">
      {may('submit') && (
        <Popconfirm title={isLate ? t('submit.confirmLate') : t('submit.confirm')} onConfirm={() => submit.mutate()}>
          <Button type="primary" icon={<SendOutlined />} loading={submit.isPending}>
            {t('submit.action')}
          </Button>
        </Popconfirm>
      )}
      {may('revise') && (
        <Button icon={<EditOutlined />} onClick={onEdit}>
          {t('edit')}
        </Button>
      )}
      {may('withdraw') && (
        <ReasonButton
          label={t('withdraw.action')}
          title={t('withdraw.title')}
          reasonLabel={t('withdraw.reason')}
          isBusy={withdraw.isPending}
          onConfirm={(reason) => withdraw.mutate(reason)}
        />
      )}
    </div>
  );
}
