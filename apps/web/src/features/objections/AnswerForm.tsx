import { Button, Form, Input, Popconfirm, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { useAction } from '../../shared/forms/use-action.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { answerObjection, type ObjectionAnswer } from './objection-requests.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const REASON_MAX = 1_000;

interface AnswerFormProps {
  readonly id: string;
  readonly objectionId: string;
}

/** Upheld or dismissed, with the reason that its maker reads. It is not taken back. */
export function AnswerForm({ id, objectionId }: AnswerFormProps) {
  const { t } = useTranslation('objections');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<ObjectionAnswer>();
  const outcome = Form.useWatch('outcome', form);
  const kept = useKeptText({ form: 'objection-answer', about: objectionId });
  const answer = useAction((given: ObjectionAnswer) => answerObjection(id, objectionId, given), {
    done: t('answer.done'),
    changes: BALLOT_CHANGES,
    onDone: () => kept.forget(),
  });
  return (
    <Form<ObjectionAnswer> form={form} layout="vertical" requiredMark={false} onFinish={(given) => answer.mutate(given)}>
      <Form.Item
        name="outcome"
        label={t('answer.outcome')}
        rules={[required(t('answer.outcome'))]}
        extra={outcome === 'upheld' ? t('answer.upheldHint') : undefined}
      >
        <Radio.Group options={(['dismissed', 'upheld'] as const).map((value) => ({ value, label: t(`answer.${value}`) }))} />
      </Form.Item>
      <Form.Item name="reason" label={t('answer.reason')} rules={[written(t('answer.reason')), atMost(REASON_MAX)]}>
        <Input.TextArea rows={3} count={counted(REASON_MAX)} />
      </Form.Item>
      <KeptNote kept={kept} />
      <Popconfirm title={t('answer.confirm')} onConfirm={() => form.submit()}>
        <Button type="primary" loading={answer.isPending}>
          {t('answer.action')}
        </Button>
      </Popconfirm>
    </Form>
  );
}
