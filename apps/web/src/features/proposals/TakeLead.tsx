import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { PROPOSAL_CHANGES } from '../../shared/proposal/queries.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { useAction } from '../../shared/forms/use-action.js';
import { takeLead } from './filing.js';

/** Offers the place of a lead proposer who has left to whom it may fall. */
export function TakeLead({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('proposals');
  const nameOf = useNameOf();
  const take = useAction(() => takeLead(proposal.id), { done: t('lead.done'), changes: PROPOSAL_CHANGES });
  return (
    <Alert
      className="section"
      type="warning"
      showIcon
      title={t('lead.vacant', { name: nameOf(proposal.leadProposer) })}
      description={
        <>
          <p>{t('lead.intro')}</p>
          <Button type="primary" loading={take.isPending} onClick={() => take.mutate()}>
            {t('lead.take')}
          </Button>
        </>
      }
    />
  );
}
