import type { Locale } from '@plenum/contracts';
import { composeLetter, composeSentence, type LetterHead, type NoticeFacts } from '../letters/letter.js';
import { pushMessages } from '../messages/push.js';
import { shortenedTo } from '../ways/shortened.js';

/** What a device shows, as its service worker reads it. */
export interface PushText {
  readonly title: string;
  readonly body: string;
  /** A path of the web client. */
  readonly link: string;
  /** What is shown again under the same tag takes the place of what was there. */
  readonly tag: string;
  readonly lang: Locale;
}

const TITLE_MAX_BYTES = 300;
const BODY_MAX_BYTES = 900; // Push services take 4,096 bytes enciphered; what a device shows of it is less still.
const INBOX = '/inbox';

/**
 * What of a letter is shown on a device, which may lie open on a table: its subject, and the first sentence. Of one notice it leads to what
 * that is about, of several to the inbox.
 */
export function pushTextOf(notices: readonly [NoticeFacts, ...NoticeFacts[]], locale: Locale, tag: string, head: LetterHead): PushText {
  const [first] = notices;
  return {
    title: shortenedTo(composeLetter(notices, { name: '', locale }, head).subject, TITLE_MAX_BYTES),
    body: shortenedTo(composeSentence({ ...first, locale }, head), BODY_MAX_BYTES),
    link: notices.length === 1 && first.link !== null ? first.link : INBOX,
    tag,
    lang: locale,
  };
}

/** What a device shows to try whether it does. */
export const pushTrialOf = (tag: string, locale: Locale): PushText => ({ ...pushMessages(locale), link: INBOX, tag, lang: locale });
