import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { monthDaysOf } from './month-days.js';
import type { RuleFields } from './rule-fields.js';

const KINDS = ['YEARLY', 'SCHOOL_TERMS', 'MONTHS'] as const;
const MONTHS_MAX = 60;
const DAYS_MAX = 12;

/** In a rule's form: on days of every year, on a day of each school term, or every so many months. */
export function RecurrenceFields() {
  const { t } = useTranslation('year');
  const { required } = useRequiredRules();
  const kind = Form.useWatch<RuleFields['kind'] | undefined>('kind', Form.useFormInstance<RuleFields>());
  const days = (most: number) => ({
    validator: (_: unknown, text: string | undefined) => {
      const read = monthDaysOf(text ?? '');
      return read && read.length <= most ? Promise.resolve() : Promise.reject(new Error(t('form.noDays')));
    },
  });
  return (
    <div className="act-fields">
      <Form.Item name="kind" label={t('form.kind')}>
        <Select className="year-choice" options={KINDS.map((each) => ({ value: each, label: t(`kind.${each}`) }))} />
      </Form.Item>
      {kind === 'YEARLY' && (
        <Form.Item name="days" label={t('form.days')} extra={t('form.daysHint')} rules={[days(DAYS_MAX)]}>
          <Input autoComplete="off" />
        </Form.Item>
      )}
      {kind === 'SCHOOL_TERMS' && (
        <>
          <Form.Item name="autumn" label={t('form.autumn')} extra={t('form.autumnHint')} rules={[days(1)]}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="spring" label={t('form.spring')} extra={t('form.springHint')} rules={[days(1)]}>
            <Input autoComplete="off" />
          </Form.Item>
        </>
      )}
      {kind === 'MONTHS' && (
        <>
          <Form.Item name="every" label={t('form.every')} rules={[required(t('form.every'))]}>
            <InputNumber min={1} max={MONTHS_MAX} precision={0} />
          </Form.Item>
          <Form.Item name="from" label={t('form.from')} rules={[required(t('form.from'))]}>
            <Input type="date" />
          </Form.Item>
        </>
      )}
    </div>
  );
}
