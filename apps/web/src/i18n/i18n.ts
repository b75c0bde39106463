import { type Locale, LOCALES } from '@plenum/contracts';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { CHINESE, ENGLISH } from './messages.js';

const CHOICE = 'plenum.locale';

const isLocale = (word: string | null): word is Locale => LOCALES.some((locale) => locale === word);

/** The language that this browser chose before, else Chinese. */
export function chosenLocale(): Locale {
  const choice = localStorage.getItem(CHOICE);
  return isLocale(choice) ? choice : LOCALES[0];
}

/** Starts the messages in the chosen language; everything is bundled, so nothing is waited for. */
export function startMessages(): void {
  void i18next.use(initReactI18next).init({
    lng: chosenLocale(),
    fallbackLng: LOCALES[0],
    resources: { 'zh-CN': CHINESE, en: ENGLISH },
    defaultNS: 'common',
    interpolation: { escapeValue: false }, // React escapes what it renders.
  });
  document.documentElement.lang = i18next.language;
}

/** Changes the language of this browser, for good. */
export async function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(CHOICE, locale);
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
}
