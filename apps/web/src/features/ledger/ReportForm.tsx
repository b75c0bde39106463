import { Button, DatePicker, Form, Input, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { COMMITMENT_CHANGES, type CommitmentView } from '../../shared/commitments/commitment-queries.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { CommitmentEvidence } from './CommitmentEvidence.js';
import { reportSettled } from './ledger-requests.js';
import { TEXT_MAX } from './NoteForm.js';

const SETTLEMENTS = ['DONE', 'EXPLAINED', 'CARRIED'] as const;
type Settlement = (typeof SETTLEMENTS)[number];

interface Fields {
  readonly settlement: Settlement;
  readonly text: string;
  readonly link?: string;
  readonly dueOn?: Dayjs;
}

/** The unit says that it is done, why it could not be, or until when it takes longer; the committee decides. */
export function ReportForm({ commitment }: { readonly commitment: CommitmentView }) {
  const { id, dueOn: owedBy, version } = commitment;
  const { t } = useTranslation('ledger');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const settlement = Form.useWatch('settlement', form) ?? 'DONE';
  const kept = useKeptText({ form: 'settlement', about: id });
  const report = useAction(
    ({ dueOn, link, ...said }: Fields) =>
      reportSettled(id, { ...said, link: link?.trim() || null, dueOn: dueOn?.format('YYYY-MM-DD') ?? null, version }),
    { done: t('report.done'), changes: COMMITMENT_CHANGES, onDone: () => kept.forget() },
  );
  return (
    <Form<Fields>
      name="report"
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ settlement: 'DONE' }}
      onFinish={(fields) => report.mutate(fields)}
    >
      <Form.Item name="settlement" label={t('report.settlement')}>
        <Radio.Group options={SETTLEMENTS.map((value) => ({ value, label: t(`settlement.${value}`) }))} />
      </Form.Item>
      <Form.Item name="text" label={t(`report.text_${settlement}`)} rules={[written(t(`report.text_${settlement}`)), atMost(TEXT_MAX)]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} count={counted(TEXT_MAX)} />
      </Form.Item>
      {settlement === 'CARRIED' && (
        <Form.Item name="dueOn" label={t('report.dueOn')} rules={[required(t('report.dueOn'))]}>
          <DatePicker disabledDate={(day) => day.format('YYYY-MM-DD') <= owedBy} />
        </Form.Item>
      )}
      <Form.Item name="link" label={t('link')} extra={t('linkHint')} rules={[{ type: 'url', message: t('linkHint') }]}>
        <Input inputMode="url" />
      </Form.Item>
      <CommitmentEvidence commitment={commitment} />
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={report.isPending}>
        {t(`report.submit_${settlement}`)}
      </Button>
    </Form>
  );
}
