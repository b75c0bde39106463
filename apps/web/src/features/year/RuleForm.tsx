import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUnits } from '../../shared/congress/members.js';
import { PeopleField } from '../../shared/congress/PeopleField.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { RecurrenceFields } from './RecurrenceFields.js';
import { fieldsOf, type RuleFields, ruleOf } from './rule-fields.js';
import { amendRule, defineRule, type PresetView, type RuleView, YEAR_CHANGES } from './year-requests.js';

const TITLE_MAX = 100;
const AHEAD_MAX = 366;
const MOVES = ['BEFORE', 'AFTER', 'STAYS'] as const;
const OFFICES = ['PRESIDIUM', 'SECRETARIAT', 'PROPOSALS_COMMITTEE'] as const;
const NOBODY: ReadonlySet<string> = new Set();
const REFUSAL_FIELDS = {
  titleZh: 'titleZh',
  titleEn: 'titleEn',
  startsOn: 'startsOn',
  aheadDays: 'aheadDays',
  responsible: 'offices',
  'recurrence.days': 'days',
  'recurrence.autumn': 'autumn',
  'recurrence.spring': 'spring',
  'recurrence.every': 'every',
  'recurrence.from': 'from',
};

interface RuleFormProps {
  /** What a new rule begins with; null for one of its own. */
  readonly preset: PresetView | null;
  /** The rule that is amended; null for a new one. */
  readonly rule: RuleView | null;
  readonly today: string;
  readonly onClose: () => void;
}

/** Sets a rule, or amends one. */
export function RuleForm({ preset, rule, today, onClose }: RuleFormProps) {
  const { t, i18n } = useTranslation('year');
  const { t: common } = useTranslation();
  const { written, required } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<RuleFields>();
  const units = useUnits();
  const kept = useKeptText({ form: 'duty-rule', about: rule?.id ?? 'new', ...(rule ? { basis: rule.version } : {}) });
  const outdated = useOutdated(rule ?? { version: 0 }, { changes: YEAR_CHANGES, kept });
  const send = useVersionedAction<unknown, RuleFields>(
    outdated,
    (version, fields) => (rule ? amendRule(rule.id, ruleOf(fields, rule), version) : defineRule(ruleOf(fields, preset))),
    {
      done: t(rule ? 'amend.done' : 'rules.done'),
      onRefused: useRefusedFields(form, REFUSAL_FIELDS),
      onDone: () => (kept.forget(), onClose()),
    },
  );
  const titleIn = (lng: string) => (preset ? i18n.getFixedT(lng, 'year')(`preset.${preset.preset}`) : '');
  return (
    <Form<RuleFields>
      form={form}
      name={`duty-rule-${rule?.id ?? 'new'}`}
      layout="vertical"
      requiredMark={false}
      initialValues={fieldsOf(rule, preset, [titleIn('zh-CN'), titleIn('en')], today)}
      onFinish={() => send.mutate(form.getFieldsValue(true) as RuleFields)}
    >
      <Form.Item name="titleZh" label={t('form.titleZh')} rules={[written(t('form.titleZh')), atMost(TITLE_MAX)]}>
        <Input autoComplete="off" count={counted(TITLE_MAX)} />
      </Form.Item>
      <Form.Item name="titleEn" label={t('form.titleEn')} rules={[atMost(TITLE_MAX)]}>
        <Input autoComplete="off" count={counted(TITLE_MAX)} />
      </Form.Item>
      <RecurrenceFields />
      <div className="act-fields">
        <Form.Item name="startsOn" label={t('form.startsOn')} extra={t('form.startsOnHint')} rules={[required(t('form.startsOn'))]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="aheadDays" label={t('form.aheadDays')} rules={[required(t('form.aheadDays'))]}>
          <InputNumber min={0} max={AHEAD_MAX} precision={0} />
        </Form.Item>
        <Form.Item name="onDayOff" label={t('form.onDayOff')}>
          <Select className="year-choice" options={MOVES.map((move) => ({ value: move, label: t(`move.${move}`) }))} />
        </Form.Item>
      </div>
      <Form.Item
        name="offices"
        label={t('form.offices')}
        dependencies={['people', 'unitId']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_: unknown, offices: readonly string[] | undefined) => {
              const people = (getFieldValue('people') ?? []) as RuleFields['people'];
              const isOwed = (offices ?? []).length > 0 || people.length > 0 || Boolean(getFieldValue('unitId'));
              return isOwed ? Promise.resolve() : Promise.reject(new Error(t('form.nobody')));
            },
          }),
        ]}
      >
        <Checkbox.Group options={OFFICES.map((office) => ({ value: office, label: common(`roles.${office}`) }))} />
      </Form.Item>
      <Form.Item name="people" label={t('form.people')}>
        <PeopleField label={t('form.people')} without={NOBODY} />
      </Form.Item>
      <Form.Item name="unitId" label={t('form.unit')}>
        <Select
          className="year-choice"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <p className="quiet small">{t('form.ladder')}</p>
      <ConflictNotice of={outdated} />
      <KeptNote kept={kept} />
      <div className="toolbar">
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t(rule ? 'amend.action' : 'rules.action')}
        </Button>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </div>
    </Form>
  );
}
