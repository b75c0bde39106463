import { Button, Form, Input, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../api/shapes.js';
import { Facts } from '../../shared/page/Facts.js';
import { formatDate, formatDay } from '../../shared/text/formats.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { CALL_CHANGES, closeCall, extendCall } from './call-requests.js';
import { endOfDay, lastDayOf } from '../../shared/proposal/call-times.js';
import { useCallText } from '../../shared/proposal/use-call-text.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { Participation } from './participation/Participation.js';
import { SHOWN_RULES, useRuleText } from './use-rule-text.js';

const TONES = { before: 'waiting', open: 'good', after: 'quiet' } as const;

interface CallCardProps {
  readonly call: CallView;
  readonly session: string;
  readonly mayChange: boolean;
}

/** One call: its window with the last day counted, what it asks for, its rules in words, and its end for the committee to move. */
export function CallCard({ call, session, mayChange }: CallCardProps) {
  const { t, i18n } = useTranslation('calls');
  const { t: common } = useTranslation();
  const { closing } = useCallText();
  const { name, says } = useRuleText();
  const { opensAt, closesAt, phase, themes, exclusions } = call;
  const contents = [
    { name: t('facts.themes'), said: themes },
    { name: t('facts.exclusions'), said: exclusions },
  ].filter(({ said }) => said.length > 0);
  return (
    <Section title={session} extra={<StatusTag tone={TONES[phase]}>{t(`phase.${phase}`)}</StatusTag>}>
      <Facts
        facts={[
          { name: t('facts.opens'), value: formatDay(opensAt, i18n.language) },
          { name: t('facts.closes'), value: closing(closesAt, phase) },
          ...contents.map((one) => ({ name: one.name, value: one.said.join(common('listSeparator')), isLong: true })),
          ...SHOWN_RULES.map((rule) => ({ name: name(rule), value: says(rule, call) })),
        ]}
      />
      {mayChange && phase !== 'after' && <Moving call={call} />}
      <Participation call={call} mayChange={mayChange} />
    </Section>
  );
}

/** What the committee may do with a call that is not over: more time, or its end. */
function Moving({ call }: { readonly call: CallView }) {
  return (
    <div className="call-moving">
      {call.closesAt !== null && <Extending call={call} closesAt={call.closesAt} />}
      {call.closesAt !== null && <Unending call={call} />}
      {call.phase === 'open' && <Closing call={call} />}
    </div>
  );
}

function Extending({ call, closesAt }: { readonly call: CallView; readonly closesAt: string }) {
  const { t, i18n } = useTranslation('calls');
  const { required } = useRequiredRules();
  const [form] = Form.useForm<{ lastDay: string }>();
  const { date } = lastDayOf(closesAt, new Date());
  const extend = useAction((lastDay: string) => extendCall(call.id, endOfDay(lastDay).toISOString(), call.version), {
    done: t('extend.done'),
    changes: CALL_CHANGES,
    onTaken: () => form.resetFields(),
    onRefused: useRefusedFields(form, { 'proposals.not-an-extension': 'lastDay' }),
  });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={({ lastDay }) => extend.mutate(lastDay)}>
      <Form.Item
        name="lastDay"
        label={t('extend.label')}
        extra={t('extend.hint', { date: formatDate(date, i18n.language) })}
        rules={[required(t('extend.label'))]}
      >
        <Input type="date" min={date} />
      </Form.Item>
      <Button htmlType="submit" loading={extend.isPending}>
        {t('extend.action')}
      </Button>
    </Form>
  );
}

/** The last day is taken away: proposals are taken until the committee ends the call. */
function Unending({ call }: { readonly call: CallView }) {
  const { t } = useTranslation('calls');
  const extend = useAction(() => extendCall(call.id, null, call.version), { done: t('unend.done'), changes: CALL_CHANGES });
  return (
    <Popconfirm title={t('unend.confirm')} okText={t('unend.action')} onConfirm={() => extend.mutate()}>
      <Button loading={extend.isPending}>{t('unend.action')}</Button>
    </Popconfirm>
  );
}

function Closing({ call }: { readonly call: CallView }) {
  const { t } = useTranslation('calls');
  const close = useAction(() => closeCall(call.id, call.version), { done: t('close.done'), changes: CALL_CHANGES });
  return (
    <Popconfirm
      title={t(`close.confirm.${call.lateHandling}`)}
      okText={t('close.action')}
      okButtonProps={{ danger: true }}
      onConfirm={() => close.mutate()}
    >
      <Button danger loading={close.isPending}>
        {t('close.action')}
      </Button>
    </Popconfirm>
  );
}
