import { REVIEW_OUTCOMES } from '@plenum/contracts';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalRow } from '../../api/shapes.js';
import { useAction } from '../../shared/forms/use-action.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { PROPOSAL_CHANGES } from '../../shared/proposal/queries.js';
import { MeetingFields } from '../../shared/review/MeetingFields.js';
import type { Decision } from './committee.js';
import { decisionOf, OutcomeFields, type ReviewEntry } from './ReviewForm.js';
import { type BulkOutcome, reviewMany } from './bulk.js';

interface BulkFormProps {
  readonly items: readonly ProposalRow[];
  readonly onDone: (outcome: BulkOutcome) => void;
}

/** One decision for many. Which outcomes each call offers, each is answered by itself. */
export function BulkReviewForm({ items, onDone }: BulkFormProps) {
  const { t } = useTranslation('review');
  const [form] = Form.useForm<ReviewEntry>();
  const kept = useKeptText({ form: 'bulk-review', about: 'board' });
  const review = useAction((decision: Decision) => reviewMany(items, decision), {
    changes: PROPOSAL_CHANGES,
    onDone: (outcome) => {
      kept.forget();
      onDone(outcome);
    },
  });
  return (
    <Form<ReviewEntry> form={form} layout="vertical" requiredMark={false} onFinish={(entry) => review.mutate(decisionOf(entry))}>
      <OutcomeFields form={form} offered={REVIEW_OUTCOMES} isLast />
      <MeetingFields />
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={review.isPending}>
        {t('bulk.reviewSubmit', { count: items.length })}
      </Button>
    </Form>
  );
}
