import { REVIEW_OUTCOMES } from '@plenum/contracts';
import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { PROPOSAL_CHANGES } from '../../shared/proposal/queries.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { type Decision, reviewProposal } from './committee.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const REASON_MAX = 2000;
const CATEGORY_MAX = 40;

/** File, pass on, decline or return; whatever is not filed gets its reason. */
export function ReviewForm({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('board');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const { t: words } = useTranslation('proposals');
  const [form] = Form.useForm<Decision>();
  const outcome = Form.useWatch('outcome', form);
  const needsReason = outcome === 'NOT_FILED' || outcome === 'RETURNED';
  const kept = useKeptText({ form: 'review', about: proposal.id });
  const outdated = useOutdated(proposal, { changes: PROPOSAL_CHANGES, isLive: true });
  const review = useVersionedAction(outdated, (version, decision: Decision) => reviewProposal(proposal.id, { ...decision, version }), {
    done: t('review.done'),
    onDone: () => kept.forget(),
  });
  const reasonLabel = needsReason ? t('review.reason') : t('review.reasonOptional');
  return (
    <section className="decision">
      <h2>{t('review.title')}</h2>
      <Form<Decision>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ category: proposal.category }}
        onFinish={(decision) => review.mutate(withoutBlanks(decision))}
      >
        <Form.Item name="outcome" label={t('review.outcome')} rules={[required(t('review.outcome'))]}>
          <Radio.Group
            className="outcome"
            aria-label={t('review.outcome')}
            options={REVIEW_OUTCOMES.map((value) => ({
              value,
              label: (
                <>
                  {words(`review.outcome.${value}`)} <span className="quiet small">{t(`review.outcomeHint.${value}`)}</span>
                </>
              ),
            }))}
          />
        </Form.Item>
        <Form.Item name="category" label={t('review.category')} rules={[atMost(CATEGORY_MAX)]}>
          <Input count={counted(CATEGORY_MAX)} />
        </Form.Item>
        <Form.Item name="reason" label={reasonLabel} rules={[...(needsReason ? [written(reasonLabel)] : []), atMost(REASON_MAX)]}>
          <Input.TextArea rows={3} count={counted(REASON_MAX)} />
        </Form.Item>
        <ConflictNotice of={outdated} />
        <KeptNote kept={kept} />
        <Button type="primary" htmlType="submit" loading={review.isPending}>
          {t('review.submit')}
        </Button>
      </Form>
    </section>
  );
}

/** What was left empty is not said at all. */
function withoutBlanks({ outcome, reason, category }: Decision): Decision {
  return { outcome, ...(reason?.trim() ? { reason } : {}), ...(category?.trim() ? { category } : {}) };
}
