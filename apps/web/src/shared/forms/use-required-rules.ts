import type { FormRule } from 'antd';
import { useTranslation } from 'react-i18next';

interface RequiredRules {
  /** Something has to be chosen or filled in. */
  readonly required: (label: string) => FormRule;
  /** Something has to be written: spaces alone are nothing. */
  readonly written: (label: string) => FormRule;
  /** Of several boxes at least one has to be ticked. A group of boxes may not be called required: no screen reader knows that. */
  readonly ticked: (message: string) => FormRule;
}

/** Rules for fields that may not be left empty, which name the field by its label. */
export function useRequiredRules(): RequiredRules {
  const { t } = useTranslation();
  const required = (label: string) => ({ required: true, message: t('fillIn', { field: label }) });
  const ticked = (message: string) => ({
    validator: (_: unknown, chosen: readonly string[] | undefined) =>
      (chosen ?? []).length > 0 ? Promise.resolve() : Promise.reject(new Error(message)),
  });
  return { required, written: (label) => ({ ...required(label), whitespace: true }), ticked };
}
