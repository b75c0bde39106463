import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ClosingOutcome, ProposalView } from '../../api/shapes.js';
import { PROPOSAL_CHANGES } from '../../shared/proposal/queries.js';
import { useAction } from '../../shared/forms/use-action.js';
import { closeProposal } from './committee.js';

const OUTCOMES: readonly ClosingOutcome[] = ['IMPLEMENTED', 'PLANNED', 'EXPLAINED', 'UNRESOLVED'];

interface Fields {
  readonly outcome?: ClosingOutcome;
}

/** Ends the handling and says what came of it. */
export function CloseForm({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('board');
  const { t: words } = useTranslation('proposals');
  const close = useAction(({ outcome }: Fields) => closeProposal(proposal.id, outcome), {
    done: t('close.done'),
    changes: PROPOSAL_CHANGES,
  });
  return (
    <section className="decision">
      <h2>{t('close.title')}</h2>
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => close.mutate(fields)}>
        <Form.Item name="outcome" label={t('close.outcome')}>
          <Select allowClear options={OUTCOMES.map((value) => ({ value, label: words(`closing.outcome.${value}`) }))} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={close.isPending}>
          {t('close.submit')}
        </Button>
      </Form>
    </section>
  );
}
