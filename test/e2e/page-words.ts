import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { repositoryRoot } from '../lib/repository.js';

const MESSAGES = join(repositoryRoot(), 'apps/web/src/i18n');
/** What the pages call the refusal of somebody whose page it is not. */
const REFUSING = ['notYours', 'officersOnly'];
const KEY = /^[a-z]\w*([.:][a-z]\w*)+$/i;
const CHINESE = /[\u3400-\u9fff]+/g;

type Messages = { readonly [key: string]: string | Messages };

function refusals(messages: Messages): readonly string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value !== 'string' ? refusals(value) : REFUSING.includes(key) ? [value] : [],
  );
}

const messagesIn = (locale: 'zh-CN' | 'en'): readonly string[] =>
  readdirSync(join(MESSAGES, locale)).map((file) => readFileSync(join(MESSAGES, locale, file), 'utf8'));

/** Chinese that stands in English on purpose, such as the headings that a file of the roster may have. */
const ENGLISH = messagesIn('en').join();

/** What pages say to somebody whose page it is not, in Chinese. */
export const NOT_YOURS: readonly string[] = messagesIn('zh-CN').flatMap((file) => refusals(JSON.parse(file) as Messages));

/** Everything that a page says, to eyes and to ears, piece by piece; without what is marked to be of another language. */
export const wordsOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const words = [document.title];
    for (const element of document.querySelectorAll('body, body *')) {
      if (element.closest('[lang]') !== document.documentElement || element.matches('script, style')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) words.push(element.getAttribute(name) ?? '');
      for (const { nodeType, textContent } of element.childNodes) if (nodeType === Node.TEXT_NODE) words.push(textContent?.trim() ?? '');
    }
    return words.filter((word) => word !== '');
  });

/** What was never translated: keys of messages, and places in them that were left open. */
export const rawIn = (words: readonly string[]): readonly string[] => words.filter((word) => KEY.test(word) || word.includes('{{'));

/** Chinese that came from the client itself: all that people wrote came in an answer of the house. */
export const chineseOf = (words: readonly string[], answers: string): readonly string[] =>
  words.filter((word) => (word.match(CHINESE) ?? []).some((run) => !answers.includes(run) && !ENGLISH.includes(run)));
