import { Form, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { PeriodField } from './PeriodField.js';
import { useRuleText } from './use-rule-text.js';

const EXTENSION_MAX = 12;
const CLARIFICATION_MAX = 10;

/** What a unit and a proposer may ask about an assignment, by when, and how far it moves the day of the reply. */
export function RequestRules() {
  const { t } = useTranslation('calls');
  const { required } = useRequiredRules();
  const { name } = useRuleText();
  const asked = Form.useWatch<number | undefined>('clarificationsPerRound');
  return (
    <>
      <PeriodField of="objection" label={t('open.objectionWithin')} />
      <PeriodField of="reassign" label={t('open.reassignWithin')} />
      <Form.Item name="proposerMayObjectToRouting" label={name('proposerMayObjectToRouting')}>
        <Radio.Group
          className="rule-choices"
          options={[
            { value: true, label: t('rules.routingObjection.yes') },
            { value: false, label: t('rules.routingObjection.no') },
          ]}
        />
      </Form.Item>
      <div className="act-fields">
        <Form.Item name={['extensionLimit', 'months']} label={t('open.extensionMonths')} rules={[required(t('open.extensionMonths'))]}>
          <InputNumber min={1} max={EXTENSION_MAX} precision={0} />
        </Form.Item>
        <Form.Item name={['extensionLimit', 'counted']} label={t('open.extensionCounted')}>
          <Radio.Group
            className="rule-choices"
            options={(['in-all', 'beyond'] as const).map((value) => ({ value, label: t(`rules.extensionCounted.${value}`) }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="clarificationsPerRound" label={name('clarificationsPerRound')}>
        <Radio.Group
          className="rule-choices"
          options={[
            { value: 1, label: t('rules.clarification.once') },
            { value: 0, label: t('rules.clarification.none') },
          ]}
        />
      </Form.Item>
      {asked !== 0 && (
        <Form.Item
          name="clarificationWorkingDays"
          label={t('open.clarificationWorkingDays')}
          rules={[required(t('open.clarificationWorkingDays'))]}
        >
          <InputNumber min={1} max={CLARIFICATION_MAX} precision={0} />
        </Form.Item>
      )}
    </>
  );
}
