import { Alert, Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../api/shapes.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { CALL_CHANGES, type NewCall, openCall } from './call-requests.js';
import { type CallFields, callOf, ROUNDS_MAX, ROUNDS_MIN, SECONDERS_MAX, usualCall } from './call-fields.js';
import { PeriodField } from './PeriodField.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const REFUSAL_FIELDS = { 'proposals.window-reversed': 'lastDay', opensAt: 'firstDay', closesAt: 'lastDay' };

interface CallFormProps {
  readonly sessions: readonly SessionView[];
  readonly onOpened: () => void;
}

/** A new call: for which session, from which day to which, under which rules. The rules cannot be changed afterwards, the end can. */
export function CallForm({ sessions, onOpened }: CallFormProps) {
  const { t } = useTranslation('calls');
  const { required } = useRequiredRules();
  const [form] = Form.useForm<CallFields>();
  const kept = useKeptText({ form: 'call', about: 'new' });
  const { firstDay } = (Form.useWatch([], form) ?? {}) as Partial<CallFields>;
  const open = useAction((call: NewCall) => openCall(call), {
    done: t('open.done'),
    changes: CALL_CHANGES,
    onDone: () => {
      kept.forget();
      onOpened();
    },
    onRefused: useRefusedFields(form, REFUSAL_FIELDS),
  });
  if (sessions.length === 0) return <Alert className="section" type="warning" showIcon title={t('open.noSession')} />;
  const initial = usualCall(sessions[0]?.id ?? '', new Date());
  return (
    <Section title={t('open.title')}>
      <p className="quiet">{t('open.intro')}</p>
      <Form<CallFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={initial}
        onFinish={(fields) => open.mutate(callOf(fields))}
      >
        <Form.Item name="sessionId" label={t('open.session')} rules={[required(t('open.session'))]}>
          <Select options={sessions.map(({ id, title }) => ({ value: id, label: title }))} />
        </Form.Item>
        <div className="act-fields">
          <Form.Item name="firstDay" label={t('open.firstDay')} rules={[required(t('open.firstDay'))]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="lastDay" label={t('open.lastDay')} rules={[required(t('open.lastDay'))]}>
            <Input type="date" min={firstDay ?? initial.firstDay} />
          </Form.Item>
          <Form.Item name="minSeconders" label={t('open.minSeconders')} rules={[required(t('open.minSeconders'))]}>
            <InputNumber min={0} max={SECONDERS_MAX} precision={0} />
          </Form.Item>
        </div>
        <Form.Item name="lateHandling" label={t('facts.late')}>
          <Radio.Group options={(['suggestion', 'refuse'] as const).map((value) => ({ value, label: t(`late.${value}`) }))} />
        </Form.Item>
        <PeriodField of="reply" label={t('open.replyDue')} />
        <PeriodField of="feedback" label={t('open.feedbackDue')} />
        <p className="quiet small">{t('open.rehandleHint')}</p>
        <PeriodField of="rehandle" label={t('open.rehandleDue')} />
        <Form.Item name="maxRounds" label={t('open.maxRounds')} extra={t('open.maxRoundsHint')} rules={[required(t('open.maxRounds'))]}>
          <InputNumber min={ROUNDS_MIN} max={ROUNDS_MAX} precision={0} />
        </Form.Item>
        <KeptNote kept={kept} />
        <Button type="primary" htmlType="submit" loading={open.isPending}>
          {t('open.action')}
        </Button>
      </Form>
    </Section>
  );
}
