import { DeleteOutlined, EditOutlined, SendOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ProposalView } from '../../api/shapes.js';
import { PROPOSAL_CHANGES, useCalls } from '../../shared/proposal/queries.js';
import { ReasonButton } from '../../shared/forms/ReasonButton.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRetryKey } from '../../shared/forms/use-retry-key.js';
import { discardDraft, submitProposal, withdrawProposal } from './filing.js';
import { isLateNow, missingOf } from './revision.js';

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

function Submitting({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('proposals');
  const { t: common } = useTranslation();
  const { id, allowedActions, callId, version } = proposal;
  const calls = useCalls();
  const keyOf = useRetryKey();
  const isLate = isLateNow(proposal, calls.data?.find((call) => call.id === callId)?.phase);
  const submit = useAction(() => submitProposal(id, version, keyOf(version)), {
    done: t(isLate ? 'submit.doneLate' : 'submit.done'),
    changes: PROPOSAL_CHANGES,
  });
  const isReady = allowedActions.includes('submit');
  const { fields, seconders } = missingOf(proposal);
  const missing = [
    ...fields.map((field) => t('submit.missingText', { field: t(field) })),
    ...(seconders > 0 ? [t('submit.missing', { count: seconders })] : []),
  ];
  return (
    <>
      <Popconfirm title={isLate ? t('submit.confirmLate') : t('submit.confirm')} disabled={!isReady} onConfirm={() => submit.mutate()}>
        <Button
          type="primary"
          icon={<SendOutlined />}
          loading={submit.isPending}
          disabled={!isReady}
          aria-describedby={isReady ? undefined : 'submit-missing'}
        >
          {t('submit.action')}
        </Button>
      </Popconfirm>
      {!isReady && (
        <span id="submit-missing" className="quiet">
          {missing.length > 0 ? missing.join(common('listSeparator')) : t('submit.notNow')}
        </span>
      )}
    </>
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
