import { Button, DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { COMMITMENT_CHANGES, type CommitmentView } from '../../shared/commitments/commitment-queries.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { carryOn } from './ledger-requests.js';

const REASON_MAX = 1_000;

interface Fields {
  readonly dueOn: Dayjs;
  readonly reason: string;
}

/** The committee carries it on, as to the next session; the day that was promised first stays in every figure. */
export function CarryForm({ commitment: { id, dueOn: owedBy, version } }: { readonly commitment: CommitmentView }) {
  const { t } = useTranslation('ledger');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'carrying', about: id });
  const carry = useAction(({ dueOn, reason }: Fields) => carryOn(id, { dueOn: dueOn.format('YYYY-MM-DD'), reason, version }), {
    done: t('carry.done'),
    changes: COMMITMENT_CHANGES,
    // At once: the form is made anew when the next version is there, and what was sent is nothing to bring back.
    onTaken: () => {
      form.resetFields();
      kept.forget();
    },
  });
  return (
    <Form<Fields> form={form} name="carry" layout="vertical" requiredMark={false} onFinish={(fields) => carry.mutate(fields)}>
      <p className="quiet">{t('carry.hint')}</p>
      <Form.Item name="dueOn" label={t('report.dueOn')} rules={[required(t('report.dueOn'))]}>
        <DatePicker disabledDate={(day) => day.format('YYYY-MM-DD') <= owedBy} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[written(t('reason')), atMost(REASON_MAX)]}>
        <Input.TextArea rows={2} count={counted(REASON_MAX)} />
      </Form.Item>
      <KeptNote kept={kept} />
      <Button htmlType="submit" loading={carry.isPending}>
        {t('carry.submit')}
      </Button>
    </Form>
  );
}
