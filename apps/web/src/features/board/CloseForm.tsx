import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ClosingOutcome, ProposalView } from '../../api/shapes.js';
import { PROPOSAL_CHANGES } from '../../shared/proposal/queries.js';
import { isDissatisfied } from '../../shared/proposal/rounds.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { closeProposal } from './committee.js';

const OUTCOMES: readonly ClosingOutcome[] = ['IMPLEMENTED', 'PLANNED', 'EXPLAINED', 'UNRESOLVED'];
const REASON_MAX = 1000;

interface Fields {
  readonly outcome?: ClosingOutcome;
  readonly reason?: string;
}

/** Ends the handling and says what came of it; over the head of a proposer who was dissatisfied to the last, with a reason. */
export function CloseForm({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('board');
  const { t: words } = useTranslation('proposals');
  const { written } = useRequiredRules();
  const atMost = useTextRules();
  const rating = proposal.replies[proposal.replies.length - 1]?.rating;
  // To whom the rating is not shown gives a reason whatever it was: being asked for one would tell them.
  const isUnseen = proposal.state === 'RATED' && !rating;
  const close = useAction((fields: Fields) => closeProposal(proposal.id, { ...fields, version: proposal.version }), {
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
        {(isDissatisfied(rating) || isUnseen) && (
          <Form.Item
            name="reason"
            label={t('close.reason')}
            extra={t(isUnseen ? 'close.reasonHintUnseen' : 'close.reasonHint')}
            rules={[written(t('close.reason')), atMost(REASON_MAX)]}
          >
            <Input.TextArea rows={3} count={counted(REASON_MAX)} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={close.isPending}>
          {t('close.submit')}
        </Button>
      </Form>
    </section>
  );
}
