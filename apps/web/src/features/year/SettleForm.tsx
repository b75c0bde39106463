import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSessions } from '../../shared/congress/members.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { type DutiesView, type DutyView, type EvidenceRequest, settleDuty, YEAR_CHANGES } from './year-requests.js';

const TEXT_MAX = 2000;

interface Fields {
  readonly text: string;
  readonly on: string;
  readonly sessionId?: string;
  readonly ballotId?: string;
}

interface SettleFormProps {
  readonly duty: DutyView;
  readonly today: string;
  readonly resolutions: DutiesView['resolutions'];
  readonly onClose: () => void;
}

/** What was done, and on which day; the button says beforehand whether that is late. */
export function SettleForm({ duty, today, resolutions, onClose }: SettleFormProps) {
  const { t } = useTranslation('year');
  const { t: common } = useTranslation();
  const { written, required } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'evidence', about: duty.id, basis: duty.version });
  const refused = useRefusedFields(form, { text: 'text', on: 'on', sessionId: 'sessionId', ballotId: 'ballotId' });
  const outdated = useOutdated(duty, { changes: YEAR_CHANGES, kept });
  const sessions = useSessions();
  const settle = useVersionedAction<unknown, EvidenceRequest>(outdated, (version, said) => settleDuty(duty.id, said, version), {
    done: t('settle.done'),
    onRefused: refused,
    onDone: () => (kept.forget(), onClose()),
  });
  const on = Form.useWatch('on', form) ?? today;
  const named = (items: readonly { readonly id: string; readonly label: string }[]) => items.map(({ id, label }) => ({ value: id, label }));
  return (
    <Form<Fields>
      form={form}
      name={`evidence-${duty.id}`}
      layout="vertical"
      requiredMark={false}
      initialValues={{ on: today }}
      onFinish={({ sessionId, ballotId, ...said }) =>
        settle.mutate({ ...said, ...(sessionId ? { sessionId } : {}), ...(ballotId ? { ballotId } : {}) })
      }
    >
      <Form.Item name="text" label={t('settle.text')} extra={t('settle.hint')} rules={[written(t('settle.text')), atMost(TEXT_MAX)]}>
        <Input.TextArea rows={3} count={counted(TEXT_MAX)} />
      </Form.Item>
      <div className="act-fields">
        <Form.Item name="on" label={t('settle.on')} rules={[required(t('settle.on'))]}>
          <Input type="date" max={today} />
        </Form.Item>
        <Form.Item name="sessionId" label={t('settle.session')}>
          <Select
            className="year-choice"
            allowClear
            options={named((sessions.data ?? []).map(({ id, title }) => ({ id, label: title })))}
          />
        </Form.Item>
        {resolutions.length > 0 && (
          <Form.Item name="ballotId" label={t('settle.ballot')}>
            <Select className="year-choice" allowClear options={named(resolutions.map(({ id, name }) => ({ id, label: name })))} />
          </Form.Item>
        )}
      </div>
      <ConflictNotice of={outdated} />
      <KeptNote kept={kept} />
      <div className="toolbar">
        <Button type="primary" htmlType="submit" loading={settle.isPending}>
          {t(on > duty.dueOn ? 'settle.late' : 'settle.action')}
        </Button>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </div>
    </Form>
  );
}
