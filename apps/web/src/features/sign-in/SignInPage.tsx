import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { PasswordForm } from './PasswordForm.js';
import { SignInFrame } from './SignInFrame.js';

/** The sign-in by staff number and password. */
export function SignInPage() {
  const { t } = useTranslation('signIn');
  const location = useLocation();
  return (
    <SignInFrame title={t('title')}>
      <PasswordForm />
      <p className="sign-in-more">
        <Link to="/first-sign-in" state={location.state}>
          {t('toFirst')}
        </Link>
      </p>
      <p className="sign-in-more">
        <Link to="/forgotten-password">{t('toForgotten')}</Link>
      </p>
    </SignInFrame>
  );
}
