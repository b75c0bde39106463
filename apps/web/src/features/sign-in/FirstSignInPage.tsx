import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Button } from '../../shared/plain/Button.js';
import { Field, PasswordField } from '../../shared/plain/Field.js';
import { Notice } from '../../shared/plain/Notice.js';
import { OrganisationField } from './OrganisationField.js';
import { firstSignIn, PASSWORD_LENGTH_MIN, rememberedOrganisation } from './sign-in.js';
import { SignInFrame } from './SignInFrame.js';
import { useAsksOrganisation } from './use-asks-organisation.js';
import { useSignInForm } from './use-sign-in-form.js';

/** The first sign-in: a one-time code sets the password. */
export function FirstSignInPage() {
  const { t } = useTranslation('signIn');
  const location = useLocation();
  const asksOrganisation = useAsksOrganisation();
  const { form, submit, fieldOf, isBusy, refusal } = useSignInForm({
    initial: { organisation: rememberedOrganisation(), staffNo: '', signInCode: '', password: '', repeated: '' },
    asks: (name) => name !== 'organisation' || asksOrganisation,
    faultOf: (name, { password, repeated }) => {
      if (name === 'password' && [...password].length < PASSWORD_LENGTH_MIN) return t('passwordTooShort', { min: PASSWORD_LENGTH_MIN });
      return name === 'repeated' && repeated !== password ? t('passwordsDiffer') : null;
    },
    send: ({ repeated: _repeated, ...body }) => firstSignIn(body),
  });
  return (
    <SignInFrame title={t('firstTitle')} intro={t('firstIntro')}>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        {asksOrganisation && <OrganisationField {...fieldOf('organisation')} />}
        <Field {...fieldOf('staffNo')} label={t('staffNo')} autoComplete="username" autoCapitalize="off" spellCheck={false} />
        <Field
          {...fieldOf('signInCode')}
          label={t('signInCode')}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <PasswordField
          {...fieldOf('password')}
          label={t('newPassword')}
          hint={t('passwordHint', { min: PASSWORD_LENGTH_MIN })}
          autoComplete="new-password"
        />
        <PasswordField {...fieldOf('repeated')} label={t('repeatPassword')} autoComplete="new-password" />
        {refusal !== null && <Notice tone="bad" title={refusal} />}
        <Button type="submit" look="primary" isLarge isWide isBusy={isBusy}>
          {t('submitFirst')}
        </Button>
      </form>
      <p className="sign-in-more">
        <Link to="/sign-in" state={location.state}>
          {t('toSignIn')}
        </Link>
      </p>
    </SignInFrame>
  );
}
