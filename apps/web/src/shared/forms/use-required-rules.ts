import type { FormRule } from 'antd';
import { useTranslation } from 'react-i18next';

interface RequiredRules {
  /** Something has to be chosen or filled in. */
  readonly required: (label: string) => FormRule;
  /** Something has to be written: spaces alone are nothing. */
  readonly written: (label: string) => FormRule;
}

/** Rules for fields that may not be left empty, which name the field by its label. */
export function useRequiredRules(): RequiredRules {
  const { t } = useTranslation();
  const required = (label: string) => ({ required: true, message: t('fillIn', { field: label }) });
  return { required, written: (label) => ({ ...required(label), whitespace: true }) };
}
