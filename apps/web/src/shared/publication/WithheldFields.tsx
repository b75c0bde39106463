import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequiredRules } from '../forms/use-required-rules.js';
import { WITHHELD_FIELDS, type WithheldField } from './publication-queries.js';

interface WithheldFieldsProps {
  /** What is kept back already: nobody shows it again. */
  readonly fixed: readonly WithheldField[];
  readonly isNeeded?: boolean;
}

/** What is kept back when a matter is published. */
export function WithheldFields({ fixed, isNeeded = false }: WithheldFieldsProps) {
  const { t } = useTranslation('publication');
  const { ticked } = useRequiredRules();
  const rules = isNeeded ? [ticked(t('needed'))] : [];
  return (
    <Form.Item name="withheld" label={t('withheld')} rules={rules}>
      <Checkbox.Group options={WITHHELD_FIELDS.map((value) => ({ value, label: t(`fields.${value}`), disabled: fixed.includes(value) }))} />
    </Form.Item>
  );
}
