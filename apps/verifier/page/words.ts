import en from './words/en.json';
import zh from './words/zh-CN.json';

export type Words = typeof zh;
export type Language = 'zh-CN' | 'en';

const ALL: Readonly<Record<Language, Words>> = { 'zh-CN': zh, en };

/** Chinese first, unless the browser prefers another language. */
export const preferred = (languages: readonly string[]): Language => ((languages[0] ?? 'zh').startsWith('zh') ? 'zh-CN' : 'en');

export const wordsIn = (language: Language): Words => ALL[language];

/** Puts facts into a sentence. */
export const filled = (text: string, facts: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
