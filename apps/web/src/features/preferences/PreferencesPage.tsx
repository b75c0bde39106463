import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { PreferencesForm } from './PreferencesForm.js';
import { usePreferences } from './preference-requests.js';
import './preferences.css';

/** How one is told: by kind and way, in which hours not, gathered how, in which language. */
export function PreferencesPage() {
  const { t } = useTranslation('preferences');
  return (
    <Page title={t('title')} intro={t('intro')} back="/inbox" actions={<LinkButton to="/account">{t('devices')}</LinkButton>}>
      <QueryView query={usePreferences()} lines={8}>
        {(preferences) => <PreferencesForm preferences={preferences} />}
      </QueryView>
    </Page>
  );
}
