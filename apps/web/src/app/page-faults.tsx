import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../shared/LinkButton.js';

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Result
      status="404"
      title={t('notFound')}
      subTitle={t('notFoundHint')}
      extra={
        <LinkButton to="/" type="primary">
          {t('toHome')}
        </LinkButton>
      }
    />
  );
}

/** A page that broke, or whose code could not be fetched (a release came out meanwhile): the rest of the client stays. */
export function PageFault() {
  const { t } = useTranslation();
  return (
    <Result
      status="warning"
      title={t('crashed')}
      subTitle={t('crashedHint')}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('refresh')}
        </Button>
      }
    />
  );
}
