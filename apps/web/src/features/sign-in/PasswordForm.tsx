import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/plain/Button.js';
import { Field, PasswordField } from '../../shared/plain/Field.js';
import { Notice } from '../../shared/plain/Notice.js';
import { OrganisationField } from './OrganisationField.js';
import { rememberedOrganisation, signIn } from './sign-in.js';
import { useAsksOrganisation } from './use-asks-organisation.js';
import { useSignInForm } from './use-sign-in-form.js';

interface PasswordFormProps {
  /** Who signs in, where that is known. */
  readonly staffNo?: string;
}

/** Organisation, staff number, password. */
export function PasswordForm({ staffNo = '' }: PasswordFormProps) {
  const { t } = useTranslation('signIn');
  const asksOrganisation = useAsksOrganisation();
  const { form, submit, fieldOf, isBusy, refusal } = useSignInForm({
    initial: { organisation: rememberedOrganisation(), staffNo, password: '' },
    asks: (name) => name !== 'organisation' || asksOrganisation,
    send: signIn,
  });
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      {asksOrganisation && <OrganisationField {...fieldOf('organisation')} />}
      <Field {...fieldOf('staffNo')} label={t('staffNo')} autoComplete="username" autoCapitalize="off" spellCheck={false} />
      <PasswordField
        {...fieldOf('password')}
        label={t('password')}
        autoComplete="current-password"
        data-first={staffNo === '' ? undefined : ''}
      />
      {refusal !== null && <Notice tone="bad" title={refusal} />}
      <Button type="submit" look="primary" isLarge isWide isBusy={isBusy}>
        {t('submit')}
      </Button>
    </form>
  );
}
