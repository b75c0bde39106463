import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { builtInBrowser } from './built-in-browser.js';

/** Says before anything is made that this browser may lose it, and how the page is opened in another. */
export function BuiltInBrowser() {
  const { t } = useTranslation('scrutiny');
  const where = builtInBrowser(navigator.userAgent);
  if (where === null) return null;
  return (
    <Alert
      className="section"
      type="warning"
      showIcon
      title={t('builtIn.title', { where: t(`builtIn.name.${where}`) })}
      description={t(`builtIn.wayOut.${where}`)}
    />
  );
}
