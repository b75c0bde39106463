import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shared/page/EmptyState.js';
import { Page } from '../shared/page/Page.js';
import { Button } from '../shared/plain/Button.js';
import { ButtonLink } from '../shared/plain/ButtonLink.js';

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound')}>
      <div className="card">
        <EmptyState text={t('notFoundHint')}>
          <ButtonLink to="/" look="primary" icon="home">
            {t('toHome')}
          </ButtonLink>
        </EmptyState>
      </div>
    </Page>
  );
}

/** A page that broke, or whose code could not be fetched (a release came out meanwhile): the rest of the client stays. */
export function PageFault() {
  const { t } = useTranslation();
  return (
    <Page title={t('crashed')}>
      <div className="card">
        <EmptyState text={t('crashedHint')}>
          <Button look="primary" onClick={() => window.location.reload()}>
            {t('refresh')}
          </Button>
        </EmptyState>
      </div>
    </Page>
  );
}
