import { Button, DatePicker, Form, Input, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useUnits } from '../../shared/congress/members.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { civilDateOf } from '../../shared/text/formats.js';
import { SUBJECT_MAX, TEXT_MAX } from './NewOpinionPage.js';
import { decide, type Decision, OPINION_CHANGES, type OpinionDetail } from './opinion-requests.js';

const OUTCOMES = ['ROUTED', 'ACCEPTED', 'DECLINED', 'HINT'] as const;
const REASON_MAX = 2_000;

interface Fields {
  readonly outcome: Decision['outcome'];
  readonly unitId?: string;
  readonly dueOn?: Dayjs | null;
  readonly reason?: string;
  readonly subject?: string;
  readonly text?: string;
}

/** The committee routes it, takes it on, declines it with a reason, or keeps it as a hint for a proposal. */
export function DecisionForm({ opinion }: { readonly opinion: OpinionDetail }) {
  const { t } = useTranslation('opinions');
  const { id, version, state } = opinion;
  const { written } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const outcome = Form.useWatch('outcome', form) ?? 'ROUTED';
  const kept = useKeptText({ form: 'opinion-decision', about: id });
  const send = useAction((fields: Fields) => decide(id, decisionOf(fields, version)), {
    done: t('decide.done'),
    changes: OPINION_CHANGES,
    onDone: () => kept.forget(),
  });
  const reasonLabel = t(`decide.reason_${outcome}`);
  const initialValues = { outcome: 'ROUTED', subject: opinion.subject, text: opinion.text };
  return (
    <Form<Fields>
      form={form}
      name="decision"
      layout="vertical"
      requiredMark={false}
      initialValues={initialValues}
      onFinish={(fields) => send.mutate(fields)}
    >
      <Form.Item name="outcome" label={t('decide.outcome')}>
        <Radio.Group
          options={OUTCOMES.filter((value) => value !== 'ACCEPTED' || state !== 'ACCEPTED').map((value) => ({
            value,
            label: t(`outcome.${value}`),
          }))}
        />
      </Form.Item>
      {outcome === 'ROUTED' && <RoutingFields />}
      {outcome === 'HINT' && (
        <>
          <p className="quiet">{t('decide.hintHint')}</p>
          <Form.Item name="subject" label={t('subject')} rules={[written(t('subject')), atMost(SUBJECT_MAX)]}>
            <Input count={counted(SUBJECT_MAX)} />
          </Form.Item>
          <Form.Item name="text" label={t('text')} rules={[written(t('text')), atMost(TEXT_MAX)]}>
            <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} count={counted(TEXT_MAX)} />
          </Form.Item>
        </>
      )}
      <Form.Item name="reason" label={reasonLabel} rules={[...(outcome === 'DECLINED' ? [written(reasonLabel)] : []), atMost(REASON_MAX)]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} count={counted(REASON_MAX)} />
      </Form.Item>
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t(`decide.submit_${outcome}`)}
      </Button>
    </Form>
  );
}

function RoutingFields() {
  const { t } = useTranslation('opinions');
  const { t: common } = useTranslation();
  const { required } = useRequiredRules();
  const units = useUnits();
  const today = dayjs(civilDateOf(new Date()));
  return (
    <>
      <Form.Item name="unitId" label={t('unit')} extra={t('decide.unitHint')} rules={[required(t('unit'))]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={common('chooseUnit')}
          options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          loading={units.isPending}
        />
      </Form.Item>
      <Form.Item name="dueOn" label={t('dueOn')} extra={t('decide.dueHint')}>
        <DatePicker className="fill" disabledDate={(day) => day.isBefore(today, 'day')} />
      </Form.Item>
    </>
  );
}

/** What the outcome asks for, and nothing that was typed for another. */
function decisionOf({ outcome, unitId, dueOn, reason, subject, text }: Fields, version: number): Decision {
  const said = { outcome, version, reason: reason?.trim() || null };
  if (outcome === 'HINT') return { ...said, subject: subject ?? '', text: text ?? '' };
  if (outcome !== 'ROUTED') return said;
  const due = dueOn ? ({ kind: 'date', date: dueOn.format('YYYY-MM-DD') } as const) : null;
  return { ...said, unitId: unitId ?? null, due };
}
