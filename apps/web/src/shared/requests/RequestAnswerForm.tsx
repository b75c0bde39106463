import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAction } from '../forms/use-action.js';
import { useRequiredRules } from '../forms/use-required-rules.js';
import { counted, useTextRules } from '../forms/use-text-rules.js';
import { KeptNote } from '../kept-text/KeptNote.js';
import { useKeptText } from '../kept-text/use-kept-text.js';
import { answerRequest, REQUEST_CHANGES, type RequestView } from './request-queries.js';
import { type TermsEntry, TermsFields, termsOf } from './TermsFields.js';

const REASON_MAX = 2000;

interface Fields extends TermsEntry {
  readonly outcome: RequestView['outcomes'][number];
  readonly reason?: string;
}

/** The answer of whoever owes it, with the reason where one is needed. */
export function RequestAnswerForm({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation('requests');
  const { written, required } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const outcome = Form.useWatch('outcome', form);
  const kept = useKeptText({ form: 'request-answer', about: request.id });
  const give = useAction(
    ({ outcome: chosen, reason, ...said }: Fields) =>
      answerRequest(request, { outcome: chosen, ...(reason ? { reason } : {}), terms: termsOf(said) }),
    {
      done: t('answered'),
      changes: REQUEST_CHANGES,
      onDone: () => kept.forget(),
    },
  );
  const reasonLabel = t(outcome === 'CLARIFIED' ? 'work.clarification' : outcome === 'GIVEN' ? 'says.GIVEN' : 'answerReason');
  const isReasonNeeded = outcome !== undefined && request.reasonedOutcomes.includes(outcome);
  return (
    <Form<Fields>
      form={form}
      name={`answer-${request.id}`}
      layout="vertical"
      initialValues={request.outcomes.length === 1 ? { outcome: request.outcomes[0] } : {}}
      requiredMark={false}
      onFinish={(fields) => give.mutate(fields)}
    >
      <Form.Item name="outcome" label={t('yourAnswer')} rules={[required(t('yourAnswer'))]}>
        <Radio.Group options={request.outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))} />
      </Form.Item>
      {outcome && <TermsFields key={outcome} request={request} outcome={outcome} />}
      {isReasonNeeded && (
        <Form.Item name="reason" label={reasonLabel} rules={[written(reasonLabel), atMost(REASON_MAX)]}>
          <Input.TextArea rows={3} count={counted(REASON_MAX)} />
        </Form.Item>
      )}
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={give.isPending}>
        {outcome ? t(`work.give.${outcome}`, { defaultValue: t('answer') }) : t('answer')}
      </Button>
    </Form>
  );
}
