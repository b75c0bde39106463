import { DatePicker, Form, Input, Modal, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useAction } from '../forms/use-action.js';
import { useRequiredRules } from '../forms/use-required-rules.js';
import { useRetryKey } from '../forms/use-retry-key.js';
import { counted, useTextRules } from '../forms/use-text-rules.js';
import { KeptNote } from '../kept-text/KeptNote.js';
import { useKeptText } from '../kept-text/use-kept-text.js';
import { civilDateOf } from '../text/formats.js';
import { type ContactRequest, DESK_CHANGES, logContact, type Work } from './reply-desk-queries.js';

const WAYS = ['VISIT', 'PHONE', 'MEETING', 'WRITING'] as const;
const WHO_MAX = 200;
const NOTED_MAX = 5_000;

interface Fields extends Omit<ContactRequest, 'contactedOn'> {
  readonly contactedOn: Dayjs;
}

/** When the unit spoke with the proposer, by which way, who, and what came of it; the proposer reads it too. */
export function ContactDialog({ work, onClose }: { readonly work: Work; readonly onClose: () => void }) {
  const { t } = useTranslation('replying');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const keyOf = useRetryKey();
  const [form] = Form.useForm<Fields>();
  const today = dayjs(civilDateOf(new Date()));
  const kept = useKeptText({ form: 'contact', about: work.handlingId });
  const logging = useAction(
    ({ contactedOn, ...said }: Fields) => {
      const body = { ...said, contactedOn: contactedOn.format('YYYY-MM-DD') };
      return logContact(work, body, keyOf(body));
    },
    {
      done: t('contact.done'),
      changes: DESK_CHANGES,
      onDone: () => {
        kept.forget();
        onClose();
      },
    },
  );
  return (
    <Modal
      open
      title={t('contact.open')}
      okText={t('contact.submit')}
      confirmLoading={logging.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Fields>
        form={form}
        name="contact"
        layout="vertical"
        requiredMark={false}
        initialValues={{ contactedOn: today, way: 'PHONE' }}
        onFinish={(fields) => logging.mutate(fields)}
      >
        <p className="quiet small">{t('contact.hint')}</p>
        <Form.Item name="contactedOn" label={t('contact.on')} rules={[required(t('contact.on'))]}>
          <DatePicker disabledDate={(day) => day.isAfter(today, 'day')} />
        </Form.Item>
        <Form.Item name="way" label={t('contact.by')} rules={[required(t('contact.by'))]}>
          <Radio.Group options={WAYS.map((way) => ({ value: way, label: t(`contact.way.${way}`) }))} />
        </Form.Item>
        <Form.Item name="who" label={t('contact.who')} rules={[written(t('contact.who')), atMost(WHO_MAX)]}>
          <Input />
        </Form.Item>
        <Form.Item name="noted" label={t('contact.noted')} rules={[written(t('contact.noted')), atMost(NOTED_MAX)]}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} count={counted(NOTED_MAX)} />
        </Form.Item>
        <KeptNote kept={kept} />
      </Form>
    </Modal>
  );
}
