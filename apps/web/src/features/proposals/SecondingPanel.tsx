import { CheckOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { PROPOSAL_CHANGES } from '../../shared/proposal/queries.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useAuthSession } from '../../shared/congress/use-auth-session.js';
import { declineSeconding, secondProposal } from './filing.js';

/** Asks the reader for their signature, or lets them take it back, as far as they may do so now. */
export function SecondingPanel({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('proposals');
  const nameOf = useNameOf();
  const session = useAuthSession();
  const memberId = session.status === 'signed-in' ? session.member.id : '';
  const signature = proposal.signatures.find(({ member }) => member.id === memberId);
  const own = signature?.state;
  const accept = useAction(() => secondProposal(proposal.id, proposal.version), { done: t('second.accepted'), changes: PROPOSAL_CHANGES });
  const decline = useAction(() => declineSeconding(proposal.id), {
    done: own === 'SIGNED' ? t('second.withdrawn') : t('second.declined'),
    changes: PROPOSAL_CHANGES,
  });
  const maySecond = proposal.allowedActions.includes('second');
  const mayDecline = proposal.allowedActions.includes('decline');
  if (!maySecond && !(mayDecline && own === 'SIGNED')) return null;
  if (own === 'SIGNED') {
    return (
      <Alert
        className="section"
        type="success"
        showIcon
        title={t('second.thanks')}
        action={
          <Button loading={decline.isPending} onClick={() => decline.mutate()}>
            {t('second.withdraw')}
          </Button>
        }
      />
    );
  }
  const name = nameOf(proposal.leadProposer);
  return (
    <Alert
      className="section"
      type="info"
      title={t(signature?.toConfirm ? 'second.titleConfirm' : 'second.title')}
      description={
        <>
          <p>
            {signature?.toConfirm
              ? t('second.introConfirm', { name })
              : own === 'INVITED'
                ? t('second.intro', { name })
                : t('second.introVolunteer')}
          </p>
          <div className="toolbar toolbar-foot">
            <Button type="primary" icon={<CheckOutlined />} loading={accept.isPending} onClick={() => accept.mutate()}>
              {t(signature?.toConfirm ? 'second.confirm' : 'second.accept')}
            </Button>
            {mayDecline && (
              <Button loading={decline.isPending} onClick={() => decline.mutate()}>
                {t('second.decline')}
              </Button>
            )}
          </div>
        </>
      }
    />
  );
}
