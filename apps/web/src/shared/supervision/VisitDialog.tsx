import { DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useAction } from '../forms/use-action.js';
import { useRequiredRules } from '../forms/use-required-rules.js';
import { useRetryKey } from '../forms/use-retry-key.js';
import { counted, useTextRules } from '../forms/use-text-rules.js';
import { KeptNote } from '../kept-text/KeptNote.js';
import { useKeptText } from '../kept-text/use-kept-text.js';
import { civilDateOf } from '../text/formats.js';
import { logVisit, SUPERVISION_CHANGES } from './supervision-queries.js';

const WITH_WHOM_MAX = 500;
const FOUND_MAX = 5_000;

interface Fields {
  readonly visitedOn: Dayjs;
  readonly withWhom: string;
  readonly found: string;
}

/** When somebody looked how far it is, with whom, and what they found; the other side is told. */
export function VisitDialog({ proposalId, onClose }: { readonly proposalId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('supervision');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const keyOf = useRetryKey();
  const [form] = Form.useForm<Fields>();
  const today = dayjs(civilDateOf(new Date()));
  const kept = useKeptText({ form: 'visit', about: proposalId });
  const visiting = useAction(
    ({ visitedOn, ...said }: Fields) => {
      const body = { ...said, visitedOn: visitedOn.format('YYYY-MM-DD') };
      return logVisit(proposalId, body, keyOf(body));
    },
    {
      done: t('visit.done'),
      changes: SUPERVISION_CHANGES,
      onDone: () => {
        kept.forget();
        onClose();
      },
    },
  );
  return (
    <Modal
      open
      title={t('visit.title')}
      okText={t('visit.submit')}
      confirmLoading={visiting.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Fields>
        form={form}
        name="visit"
        layout="vertical"
        requiredMark={false}
        initialValues={{ visitedOn: today }}
        onFinish={(fields) => visiting.mutate(fields)}
      >
        <Form.Item name="visitedOn" label={t('visit.on')} rules={[required(t('visit.on'))]}>
          <DatePicker disabledDate={(day) => day.isAfter(today, 'day')} />
        </Form.Item>
        <Form.Item name="withWhom" label={t('visit.withWhom')} rules={[written(t('visit.withWhom')), atMost(WITH_WHOM_MAX)]}>
          <Input />
        </Form.Item>
        <Form.Item name="found" label={t('visit.found')} rules={[written(t('visit.found')), atMost(FOUND_MAX)]}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} count={counted(FOUND_MAX)} />
        </Form.Item>
        <KeptNote kept={kept} />
      </Form>
    </Modal>
  );
}
