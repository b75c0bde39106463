import { deadlineText, isDeadlineFact, KIND_OF_NOTICE, type Locale, NOTICE_KINDS, type NoticeCode } from '@plenum/contracts';
import type { Gathering } from '../ways/quiet-hours.js';
import { ENGLISH } from '../messages/en.js';
import type { FactCode, Messages } from '../messages/messages.js';
import { CHINESE } from '../messages/zh-cn.js';

const MESSAGES: Record<Locale, Messages> = { 'zh-CN': CHINESE, en: ENGLISH };

/** A notice as a letter says it. */
export interface NoticeFacts {
  readonly code: NoticeCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** A path of the web client. */
  readonly link: string | null;
}

/** Whom a letter is for. */
export interface LetterReader {
  readonly name: string;
  readonly locale: Locale;
}

/** Where and when the letters of this house are read. */
export interface LetterHead {
  readonly publicUrl: string;
  /** An IANA time zone, e.g. `Asia/Shanghai`. */
  readonly timeZone: string;
}

/**
 * The subject and text of a mail, in its reader's language: of one notice as itself, of several each by its number, in their order; of what
 * was gathered by kind.
 */
export function composeLetter(
  notices: readonly [NoticeFacts, ...NoticeFacts[]],
  { name, locale }: LetterReader,
  head: LetterHead,
  digest: Gathering['digest'] | null = null,
): { subject: string; text: string } {
  const messages = MESSAGES[locale];
  const [first] = notices;
  const several = digest === null ? messages.several : messages.digests[digest];
  const isSingle = notices.length === 1 && digest === null;
  const subject = subjectOf(first, locale, head);
  const facts = { count: String(notices.length), first: subject };
  const body = isSingle
    ? [composeSentence({ ...first, locale }, head), ...linkTo(first, head).map((link) => `${messages.link}\n${link}`)]
    : [filled(several.heading, facts), ...(digest === null ? listed(notices, locale, head) : listedByKind(notices, locale, head))];
  const paragraphs = [filled(messages.greeting, { name: asWritten(name, messages) }), ...body, `-- \n${messages.footer}`];
  return { subject: isSingle ? subject : filled(several.subject, facts), text: `${paragraphs.join('\n\n')}\n` };
}

/** Each with its number and where it is read. */
const listed = (notices: readonly NoticeFacts[], locale: Locale, head: LetterHead, before = 0): readonly string[] =>
  notices.map((notice, nth) =>
    [`${before + nth + 1}. ${composeSentence({ ...notice, locale }, head)}`, ...linkTo(notice, head)].join('\n'),
  );

/** Under the name of its kind, what presses first; within a kind in the order in which it happened. */
function listedByKind(notices: readonly NoticeFacts[], locale: Locale, head: LetterHead): readonly string[] {
  const paragraphs: string[] = [];
  let before = 0;
  for (const kind of NOTICE_KINDS) {
    const own = notices.filter(({ code }) => KIND_OF_NOTICE[code] === kind);
    if (own.length > 0) paragraphs.push(filled(MESSAGES[locale].kindHeading, { kind: MESSAGES[locale].kinds[kind] }));
    paragraphs.push(...listed(own, locale, head, before));
    before += own.length;
  }
  return paragraphs;
}

/** What a notice is about, in one line. */
export const subjectOf = ({ code, params }: NoticeFacts, locale: Locale, { timeZone }: LetterHead): string =>
  oneLine(filled(MESSAGES[locale].notices[code].subject, wordedFacts(params, locale, timeZone)));

const linkTo = ({ link }: NoticeFacts, { publicUrl }: LetterHead): readonly string[] =>
  link === null ? [] : [new URL(link, publicUrl).toString()];

/** What a letter says, without all that makes it one: for whoever is told in another way. */
export function composeSentence(
  { code, params, locale }: Pick<NoticeFacts, 'code' | 'params'> & Pick<LetterReader, 'locale'>,
  { timeZone }: LetterHead,
): string {
  return filled(MESSAGES[locale].notices[code].text, wordedFacts(params, locale, timeZone));
}

const wordedFacts = (params: NoticeFacts['params'], locale: Locale, timeZone: string): Readonly<Record<string, string>> =>
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
  if (fact === 'announcement') return paragraphsOf(value, messages);
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

/** What an organiser wrote for people to read as it stands: its lines stay lines, and there is no more than one empty one between them. */
const paragraphsOf = (text: string, messages: Messages): string =>
  text
    .split(/\r?\n/)
    .map((line) => asWritten(line, messages))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
