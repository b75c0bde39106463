import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import type { CallFields } from './call-fields.js';

/** From which day to which proposals are taken, or all the year; and what is late then. */
export function WindowFields() {
  const { t } = useTranslation('calls');
  const { required } = useRequiredRules();
  const form = Form.useFormInstance<CallFields>();
  const firstDay = Form.useWatch('firstDay', form);
  const isAllYear = Form.useWatch('isAllYear', form) ?? false;
  return (
    <>
      <div className="act-fields">
        <Form.Item name="firstDay" label={t('open.firstDay')} rules={[required(t('open.firstDay'))]}>
          <Input type="date" />
        </Form.Item>
        {/* Typed days stay while there is no last one: ticking it off again brings them back. */}
        <Form.Item name="lastDay" label={t('open.lastDay')} hidden={isAllYear} rules={isAllYear ? [] : [required(t('open.lastDay'))]}>
          <Input type="date" {...(firstDay && { min: firstDay })} />
        </Form.Item>
      </div>
      <Form.Item name="isAllYear" valuePropName="checked" extra={t(isAllYear ? 'open.allYearLate' : 'open.windowLate')}>
        <Checkbox>{t('open.allYear')}</Checkbox>
      </Form.Item>
    </>
  );
}
