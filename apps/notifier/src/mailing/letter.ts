import { deadlineText, isDeadlineFact, type Locale, type NoticeCode } from '@plenum/contracts';
import { ENGLISH } from '../messages/en.js';
import type { FactCode, Messages } from '../messages/messages.js';
import { CHINESE } from '../messages/zh-cn.js';

const MESSAGES: Record<Locale, Messages> = { 'zh-CN': CHINESE, en: ENGLISH };

/** What a letter is made of. */
export interface LetterFacts {
  readonly code: NoticeCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** A path of the web client. */
  readonly link: string | null;
  readonly name: string;
  readonly locale: Locale;
}

/** Where and when the letters of this house are read. */
export interface LetterHead {
  readonly publicUrl: string;
  /** An IANA time zone, e.g. `Asia/Shanghai`. */
  readonly timeZone: string;
}

/** The subject and text of a mail, in its reader's language. */
export function composeLetter(
  { code, params, link, name, locale }: LetterFacts,
  { publicUrl, timeZone }: LetterHead,
): { subject: string; text: string } {
  const messages = MESSAGES[locale];
  const facts = wordedFacts(params, locale, timeZone);
  const { subject, text } = messages.notices[code];
  const paragraphs = [
    filled(messages.greeting, { name: asWritten(name, messages) }),
    filled(text, facts),
    ...(link === null ? [] : [`${messages.link}\n${new URL(link, publicUrl).toString()}`]),
    `-- \n${messages.footer}`,
  ];
  return { subject: oneLine(filled(subject, facts)), text: `${paragraphs.join('\n\n')}\n` };
}

/** What a letter says, without all that makes it one: for whoever is told in another way. */
export function composeSentence(
  { code, params, locale }: Pick<LetterFacts, 'code' | 'params' | 'locale'>,
  { timeZone }: LetterHead,
): string {
  return filled(MESSAGES[locale].notices[code].text, wordedFacts(params, locale, timeZone));
}

const wordedFacts = (params: LetterFacts['params'], locale: Locale, timeZone: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(params).map(([fact, value]) => [fact, worded(fact, String(value), MESSAGES[locale], locale, timeZone)]),
  );

/** A template with its facts; a part in brackets only when each of its facts is there. */
export function filled(template: string, facts: Readonly<Record<string, string>>): string {
  return template
    .split(/\[([^\]]*)\]/)
    .map((part, nth) =>
      nth % 2 === 1 && factsIn(part).some((fact) => !facts[fact]) ? '' : part.replace(/\{(\w+)\}/g, (_, fact: string) => facts[fact] ?? ''),
    )
    .join('');
}

const factsIn = (template: string): string[] => [...template.matchAll(/\{(\w+)\}/g)].map(([, fact]) => fact as string);

const CODED_FACTS = ['kind', 'office', 'outcome', 'status'];

/** A fact as it is read: by its name, never by its looks, since people may write anything into a subject. */
function worded(fact: string, value: string, messages: Messages, locale: Locale, timeZone: string): string {
  if (value === '') return fact in messages.withheld ? messages.withheld[fact as keyof Messages['withheld']] : value;
  if (isDeadlineFact(fact)) return deadlineText(value, locale, timeZone);
  return CODED_FACTS.includes(fact) && Object.hasOwn(messages.words, value)
    ? messages.words[value as FactCode]
    : asWritten(value, messages);
}

const ADDRESS = /(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:)\S*/giu;
/** A dot between a word and a name of two letters or more, which mail programs take for an address; not that of a figure. */
const DOT_OF_A_NAME = /(?<=[\p{L}\p{N}_-])\.(?=\p{L}{2,})|(?<=[a-z0-9-])[\u3002\uff0e\uff61](?=[a-z]{2,})/giu;

/** What somebody wrote, in a letter that others trust: one line, and nothing in it that a mail program makes a link of. */
const asWritten = (text: string, { linkLeftOut }: Messages): string =>
  oneLine(text).replace(ADDRESS, linkLeftOut).replace(DOT_OF_A_NAME, '. ');

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
