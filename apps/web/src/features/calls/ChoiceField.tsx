import { Form, Radio } from 'antd';
import { type ShownRule, useRuleText } from './use-rule-text.js';

interface ChoiceFieldProps {
  readonly rule: ShownRule;
  readonly extra?: string;
  readonly options: readonly { readonly value: string | number | boolean; readonly label: string }[];
}

/** A rule of a call that is one of few ways, each in words. */
export function ChoiceField({ rule, extra, options }: ChoiceFieldProps) {
  const { name } = useRuleText();
  return (
    <Form.Item name={rule} label={name(rule)} extra={extra}>
      <Radio.Group className="rule-choices" options={[...options]} />
    </Form.Item>
  );
}
