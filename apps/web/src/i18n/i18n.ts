import { type Locale, LOCALES } from '@plenum/contracts';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type MessageFile, namespaceOf, ofEverybody, REFUSALS } from './message-files.js';

const CHOICE = 'plenum.locale';

/** Every message file, fetched when it is needed; see `vite.config.ts` for what comes in one piece. */
const FILES = import.meta.glob<MessageFile>('./{zh-CN,en}/*.json', { import: 'default' });

/** Whether somebody has opened a page beyond sign-in and vote: then a change of the language fetches every message file. */
let hasAll = false;

const isLocale = (word: string | null): word is Locale => LOCALES.some((locale) => locale === word);

/** The language that this browser chose before, else the one that it asks for first and we have, else Chinese. */
export function chosenLocale(): Locale {
  const choice = localStorage.getItem(CHOICE);
  if (isLocale(choice)) return choice;
  const asked = navigator.languages.find((language) => /^(zh|en)\b/i.test(language)) ?? '';
  return /^en\b/i.test(asked) ? 'en' : LOCALES[0];
}

/** Starts the messages in the chosen language, with the words that everybody needs. */
export async function startMessages(): Promise<void> {
  const locale = chosenLocale();
  document.documentElement.lang = locale;
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false, // A test holds both languages to the same messages.
    resources: {},
    defaultNS: 'common',
    interpolation: { escapeValue: false }, // React escapes what it renders.
  });
  await load(locale, ofEverybody);
  // Another tab of this browser has changed it.
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === CHOICE && isLocale(newValue)) void change(newValue);
  });
}

/** Every message file, in the current language. */
export async function loadAllMessages(): Promise<void> {
  hasAll = true;
  await load(i18next.language, () => true);
}

/** Whether the texts of all refusals are here, in the current language. */
export const hasAllRefusals = (): boolean => REFUSALS.every((namespace) => i18next.hasResourceBundle(i18next.language, namespace));

/** Tells when further messages have come. */
export function onMessagesAdded(listener: () => void): () => void {
  i18next.store.on('added', listener);
  return () => i18next.store.off('added', listener);
}

/** Changes the language of this browser, for good. */
export async function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(CHOICE, locale);
  await change(locale);
}

async function change(locale: Locale): Promise<void> {
  await load(locale, hasAll ? () => true : ofEverybody);
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
}

async function load(locale: string, isNeeded: (namespace: string) => boolean): Promise<void> {
  const wanted = Object.entries(FILES).filter(
    ([path]) => path.startsWith(`./${locale}/`) && isNeeded(namespaceOf(path)) && !i18next.hasResourceBundle(locale, namespaceOf(path)),
  );
  await Promise.all(wanted.map(async ([path, fetchFile]) => i18next.addResourceBundle(locale, namespaceOf(path), await fetchFile())));
}
