import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../shared/plain/Button.js';
import { Field } from '../../shared/plain/Field.js';
import { Notice } from '../../shared/plain/Notice.js';
import { OrganisationField } from './OrganisationField.js';
import { askForCode, rememberedOrganisation } from './sign-in.js';
import { SignInFrame } from './SignInFrame.js';
import { useAsksOrganisation } from './use-asks-organisation.js';
import { useSignInForm } from './use-sign-in-form.js';

/** For those who forgot their password: a one-time code by mail. What is said afterwards is the same for everybody. */
export function ForgottenPage() {
  const { t } = useTranslation('signIn');
  const asksOrganisation = useAsksOrganisation();
  const [isSent, setSent] = useState(false);
  const { form, submit, fieldOf, isBusy, refusal } = useSignInForm({
    initial: { organisation: rememberedOrganisation(), staffNo: '' },
    asks: (name) => name !== 'organisation' || asksOrganisation,
    send: async (body) => {
      await askForCode(body);
      setSent(true);
    },
  });
  return (
    <SignInFrame title={t('forgottenTitle')} intro={t('forgottenIntro')}>
      {isSent ? (
        <Notice tone="info" title={t('forgottenSent')} />
      ) : (
        <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
          {asksOrganisation && <OrganisationField {...fieldOf('organisation')} />}
          <Field {...fieldOf('staffNo')} label={t('staffNo')} autoComplete="username" autoCapitalize="off" spellCheck={false} />
          {refusal !== null && <Notice tone="bad" title={refusal} />}
          <Button type="submit" look="primary" isLarge isWide isBusy={isBusy}>
            {t('forgottenSubmit')}
          </Button>
        </form>
      )}
      <p className="sign-in-more">
        <Link to="/first-sign-in">{t('toCode')}</Link>
      </p>
    </SignInFrame>
  );
}
