import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page/Page.js';
import { useMe } from '../../shared/congress/use-me.js';
import { Appearance } from './Appearance.js';
import { Devices } from './Devices.js';
import { MobileForm } from './MobileForm.js';
import { PasswordForm } from './PasswordForm.js';
import { Pushes } from './push/Pushes.js';
import './account.css';

/** One's own account: how pages are shown here, where one is told and signed in, and the password. */
export function AccountPage() {
  const { t } = useTranslation('account');
  const { t: common } = useTranslation();
  const me = useMe();
  return (
    <Page title={t('title')} intro={me.data && `${common('person', me.data.member)} · ${me.data.organisation.name}`}>
      <Appearance />
      <Pushes />
      <MobileForm />
      <Devices />
      <PasswordForm />
    </Page>
  );
}
