import { useTranslation } from 'react-i18next';
import { session } from '../../api/client.js';
import { Button } from '../../shared/plain/Button.js';
import { Dialog } from '../../shared/plain/Dialog.js';
import { useMe } from '../../shared/congress/use-me.js';
import { PasswordForm } from './PasswordForm.js';

/**
 * A sign-in that has lapsed is renewed over the page, of which nothing can be read meanwhile: a phone lies about, and what stands there
 * may be a vote. The same person goes on where they were; another one is led home, and nothing is left for them.
 */
export function SignInAgain({ name }: { readonly name: string }) {
  const { t } = useTranslation('signIn');
  const me = useMe();
  return (
    <Dialog title={t('again.title')} isOpaque>
      <p>{t('again.text', { name })}</p>
      <PasswordForm staffNo={me.data?.member.staffNo ?? ''} />
      <p className="sign-in-more">
        <Button look="text" onClick={() => session.close('left')}>
          {t('again.leave', { name })}
        </Button>
      </p>
    </Dialog>
  );
}
