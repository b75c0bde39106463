import { DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ProposalView } from '../../api/shapes.js';
import { PROPOSAL_CHANGES } from '../../shared/proposal/queries.js';
import { ReasonButton } from '../../shared/forms/ReasonButton.js';
import { useAction } from '../../shared/forms/use-action.js';
import { discardDraft, withdrawProposal } from './filing.js';
import { Submitting } from './Submitting.js';

interface AuthorActionsProps {
  readonly proposal: ProposalView;
  readonly onEdit: () => void;
}

/** What the proposer can do with their own proposal: submit it, or see what is missing for that; edit, withdraw, throw away. */
export function AuthorActions({ proposal, onEdit }: AuthorActionsProps) {
  const { t } = useTranslation('proposals');
  const { id, allowedActions, version } = proposal;
  const withdraw = useAction((reason: string) => withdrawProposal(id, reason, version), {
    done: t('withdraw.done'),
    changes: PROPOSAL_CHANGES,
  });
  const may = (action: ProposalView['allowedActions'][number]) => allowedActions.includes(action);
  if (!may('revise') && !may('submit') && !may('withdraw')) return null;
  return (
    <div className="toolbar toolbar-foot">
      {(may('submit') || may('revise')) && <Submitting proposal={proposal} />}
      {may('revise') && (
        <Button icon={<EditOutlined />} onClick={onEdit}>
          {t('edit')}
        </Button>
      )}
      {may('discard') ? (
        <Discarding id={id} version={version} />
      ) : (
        may('withdraw') && (
          <ReasonButton
            label={t('withdraw.action')}
            title={t('withdraw.title')}
            reasonLabel={t('withdraw.reason')}
            isBusy={withdraw.isPending}
            onConfirm={(reason) => withdraw.mutate(reason)}
          />
        )
      )}
    </div>
  );
}

function Discarding({ id, version }: { readonly id: string; readonly version: number }) {
  const { t } = useTranslation('proposals');
  const navigate = useNavigate();
  // The page is left before its answers are asked anew: there is nothing to ask any more.
  const discard = useAction(() => discardDraft(id, version).then(() => navigate('/proposals')), {
    done: t('discard.done'),
    changes: [['proposals']],
  });
  return (
    <Popconfirm
      title={t('discard.confirm')}
      okText={t('discard.action')}
      okButtonProps={{ danger: true }}
      onConfirm={() => discard.mutate()}
    >
      <Button danger icon={<DeleteOutlined />} loading={discard.isPending}>
        {t('discard.action')}
      </Button>
    </Popconfirm>
  );
}
