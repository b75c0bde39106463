import { DatePicker, Form, Input } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { PeopleField } from '../congress/PeopleField.js';
import { counted, useTextRules } from '../forms/use-text-rules.js';
import { civilDateOf } from '../text/formats.js';

const OPINION_MAX = 2000;
const NOBODY: ReadonlySet<string> = new Set();

/** When a meeting was held, who sat, and what it thought. */
export function MeetingFields() {
  const { t } = useTranslation('review');
  const atMost = useTextRules();
  const today = dayjs(civilDateOf(new Date()));
  return (
    <>
      <Form.Item name="metOn" label={t('metOn')} extra={t('metOnHint')}>
        <DatePicker className="fill" disabledDate={(day) => day.isAfter(today, 'day')} />
      </Form.Item>
      <Form.Item name="present" label={t('presentLabel')} extra={t('presentHint')}>
        <PeopleField label={t('presentLabel')} without={NOBODY} />
      </Form.Item>
      <Form.Item name="opinion" label={t('opinion')} extra={t('opinionHint')} rules={[atMost(OPINION_MAX)]}>
        <Input.TextArea rows={2} count={counted(OPINION_MAX)} />
      </Form.Item>
    </>
  );
}
