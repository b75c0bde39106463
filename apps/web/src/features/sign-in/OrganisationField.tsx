import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../shared/plain/Field.js';

/** The code of the organisation that somebody belongs to. */
export function OrganisationField(field: Omit<ComponentProps<typeof Field>, 'label'>) {
  const { t } = useTranslation('signIn');
  return <Field {...field} label={t('organisation')} autoComplete="organization" autoCapitalize="off" spellCheck={false} />;
}
