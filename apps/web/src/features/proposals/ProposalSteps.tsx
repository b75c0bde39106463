import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { missingOf } from './revision.js';

/** The way of a proposal to the committee in three steps, for its proposer: what is done, what is next. */
export function ProposalSteps({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('proposals');
  const { fields, seconders, supporters } = missingOf(proposal);
  const support = proposal.delegation?.support;
  const signed = proposal.signatures.filter(({ state }) => state === 'SIGNED').length;
  const current = fields.length > 0 ? 0 : seconders + supporters > 0 ? 1 : 2;
  return (
    <Steps
      className="section"
      size="small"
      current={current}
      items={[
        { title: t('steps.write'), content: fields.length > 0 ? t('steps.writeMissing') : t('steps.writeDone') },
        support
          ? { title: t('steps.support'), content: t('steps.supportState', { signed: support.signed, needed: support.needed }) }
          : { title: t('steps.second'), content: t('steps.secondState', { signed, needed: proposal.call.minSeconders }) },
        { title: t('steps.submit'), content: t('steps.submitState') },
      ]}
    />
  );
}
