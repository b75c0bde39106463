import { SendOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRetryKey } from '../../shared/forms/use-retry-key.js';
import { PROPOSAL_CHANGES, useCalls } from '../../shared/proposal/queries.js';
import { submitProposal } from './filing.js';
import { isLateNow, missingOf } from './revision.js';
import { ExclusionsDialog } from './submitting/ExclusionsDialog.js';

/**
 * The button that hands a proposal in, or what is missing for that. Where the call excludes anything, it asks point by point whether the
 * proposal is any of it.
 */
export function Submitting({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('proposals');
  const { t: common } = useTranslation();
  const { t: ofDelegation } = useTranslation('delegation');
  const { id, allowedActions, call, callId, version, delegation } = proposal;
  const { exclusions } = call;
  const calls = useCalls();
  const keyOf = useRetryKey();
  const [isAsking, setAsking] = useState(false);
  const isLate = isLateNow(proposal, calls.data?.find((one) => one.id === callId)?.phase);
  const isForHead = proposal.goesThroughHead && !isLate;
  const submit = useAction(() => submitProposal(id, version, exclusions.length > 0, keyOf(version)), {
    done: isForHead ? ofDelegation('submitting.done') : t(isLate ? 'submit.doneLate' : 'submit.done'),
    changes: PROPOSAL_CHANGES,
    onDone: () => setAsking(false),
  });
  const isReady = allowedActions.includes('submit');
  const question = isForHead ? ofDelegation('submitting.confirm') : t(isLate ? 'submit.confirmLate' : 'submit.confirm');
  const action = isForHead ? ofDelegation('submitting.action') : t('submit.action');
  const { fields, seconders, supporters } = missingOf(proposal);
  const missing = [
    ...fields.map((field) => t('submit.missingText', { field: t(field) })),
    ...(seconders > 0 ? [t('submit.missing', { count: seconders })] : []),
    ...(supporters > 0 && delegation?.support ? [ofDelegation('submitting.missing', { ...delegation.support, count: supporters })] : []),
  ];
  return (
    <>
      <Popconfirm title={question} disabled={!isReady || exclusions.length > 0} onConfirm={() => submit.mutate()}>
        <Button
          type="primary"
          icon={<SendOutlined />}
          loading={submit.isPending}
          disabled={!isReady}
          aria-describedby={isReady ? undefined : 'submit-missing'}
          onClick={() => setAsking(exclusions.length > 0)}
        >
          {action}
        </Button>
      </Popconfirm>
      {isAsking && (
        <ExclusionsDialog
          exclusions={exclusions}
          action={action}
          question={question}
          isBusy={submit.isPending}
          onConfirm={() => submit.mutate()}
          onCancel={() => setAsking(false)}
        />
      )}
      {!isReady && (
        <span id="submit-missing" className="quiet">
          {missing.length > 0 ? missing.join(common('listSeparator')) : t('submit.notNow')}
        </span>
      )}
    </>
  );
}
