import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ClosingOutcome, HandlingView, ProposalView } from '../../api/shapes.js';
import { PROPOSAL_CHANGES } from '../../shared/proposal/queries.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { AtClosing } from '../../shared/publication/AtClosing.js';
import { endHandling } from './committee.js';

const OUTCOMES: readonly ClosingOutcome[] = ['IMPLEMENTED', 'PLANNED', 'EXPLAINED', 'UNRESOLVED'];
const REASON_MAX = 1000;

interface Fields {
  readonly outcome?: ClosingOutcome;
  readonly reason?: string;
}

interface CloseFormProps {
  readonly proposal: ProposalView;
  readonly handling: HandlingView;
  /** Where several units handle it: which one this ends. */
  readonly unit: string | null;
}

/** Ends the work of a unit and says what came of it; over a silence that was to be explained, with a reason. */
export function CloseForm({ proposal, handling, unit }: CloseFormProps) {
  const { t } = useTranslation('board');
  const { t: words } = useTranslation('proposals');
  const { written } = useRequiredRules();
  const atMost = useTextRules();
  const { silence, replies, state } = handling;
  // To whom the ratings are not shown gives a reason whatever they were: being asked for one would tell them.
  const isUnseen = state === 'RATED' && silence === null && replies[replies.length - 1]?.ratings.length === 0;
  const isUnexplained = silence?.policy === 'explain' && silence.explanation === null;
  const close = useAction((fields: Fields) => endHandling(proposal.id, handling.id, { ...fields, version: handling.version }), {
    done: t('close.done'),
    changes: PROPOSAL_CHANGES,
  });
  return (
    <section className="decision">
      <h2>{unit === null ? t('close.title') : t('close.titleOf', { unit })}</h2>
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => close.mutate(fields)}>
        <Form.Item name="outcome" label={t('close.outcome')}>
          <Select allowClear options={OUTCOMES.map((value) => ({ value, label: words(`closing.outcome.${value}`) }))} />
        </Form.Item>
        {(isUnexplained || isUnseen) && (
          <Form.Item
            name="reason"
            label={t('close.reason')}
            extra={t(isUnseen ? 'close.reasonHintUnseen' : 'close.reasonHint')}
            rules={[written(t('close.reason')), atMost(REASON_MAX)]}
          >
            <Input.TextArea rows={3} count={counted(REASON_MAX)} />
          </Form.Item>
        )}
        <AtClosing proposal={proposal} />
        <Button type="primary" htmlType="submit" loading={close.isPending}>
          {t('close.submit')}
        </Button>
      </Form>
    </section>
  );
}
