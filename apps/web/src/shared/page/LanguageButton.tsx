import { LOCALES } from '@plenum/contracts';
import { useTranslation } from 'react-i18next';
import { chooseLocale } from '../../i18n/i18n.js';
import { Button } from '../plain/Button.js';

/** Changes to the other language; labelled in that language, for those who cannot read this one. */
export function LanguageButton() {
  const { t, i18n } = useTranslation();
  const other = LOCALES.find((locale) => locale !== i18n.language) ?? LOCALES[0];
  return (
    <Button look="text" icon="language" title={t('languageLabel')} onClick={() => void chooseLocale(other)}>
      <span lang={other}>{t('language')}</span>
    </Button>
  );
}
