import { CheckOutlined } from '@ant-design/icons';
import { Alert, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { ConflictNotice } from '../forms/ConflictNotice.js';
import { ReasonButton } from '../forms/ReasonButton.js';
import { useOutdated } from '../forms/use-outdated.js';
import { useVersionedAction } from '../forms/use-versioned-action.js';
import { PROPOSAL_CHANGES } from '../proposal/queries.js';
import { formatDate } from '../text/formats.js';
import { useNameOf } from '../text/use-name-of.js';
import { endorseProposal } from './delegation-requests.js';

/** Asks the head of the delegation for their word: endorsed it is handed in, or it goes back with a reason. */
export function EndorsePanel({ proposal }: { readonly proposal: ProposalView }) {
  const { t, i18n } = useTranslation('delegation');
  const nameOf = useNameOf();
  const outdated = useOutdated(proposal, { changes: PROPOSAL_CHANGES });
  const endorse = useVersionedAction(outdated, (version) => endorseProposal(proposal.id, { outcome: 'ENDORSED', version }), {
    done: t('endorse.endorsed'),
  });
  const sendBack = useVersionedAction(
    outdated,
    (version, reason: string) => endorseProposal(proposal.id, { outcome: 'RETURNED', reason, version }),
    { done: t('endorse.returned') },
  );
  const { endorsement, leadProposer } = proposal;
  if (!endorsement) return null;
  return (
    <Alert
      className="section"
      type="info"
      title={t('endorse.title')}
      description={
        <>
          <p>
            {t('endorse.intro', {
              name: nameOf(leadProposer),
              delegation: nameOf(endorsement.delegation),
              date: formatDate(endorsement.dueOn, i18n.language),
            })}
          </p>
          <ConflictNotice of={outdated} />
          <div className="toolbar toolbar-foot">
            <Popconfirm title={t('endorse.confirm')} okText={t('endorse.action')} onConfirm={() => endorse.mutate()}>
              <Button type="primary" icon={<CheckOutlined />} loading={endorse.isPending}>
                {t('endorse.action')}
              </Button>
            </Popconfirm>
            <ReasonButton
              label={t('endorse.return')}
              title={t('endorse.returnTitle')}
              reasonLabel={t('endorse.reason')}
              isBusy={sendBack.isPending}
              onConfirm={(reason) => sendBack.mutate(reason)}
            />
          </div>
        </>
      }
    />
  );
}
