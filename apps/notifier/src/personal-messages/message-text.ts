import type { Locale } from '@plenum/contracts';
import { composeSentence, type LetterHead, type NoticeFacts } from '../letters/letter.js';
import { personalMessages } from '../messages/personal.js';
import { shortenedTo } from '../ways/shortened.js';

const SENTENCE_MAX_BYTES = 600; // A reason may be long: the page says it whole.
const REST_MAX_BYTES = 300; // For the line on those that do not fit, with its address.
const INBOX = '/inbox';

/** One message of all that somebody is told at a time, in order: what does not fit is counted, and found in the inbox. */
export function messageTextOf(facts: readonly NoticeFacts[], locale: Locale, head: LetterHead, maxBytes: number): string {
  const messages = personalMessages(locale);
  const addressOf = (link: string): string => new URL(link, head.publicUrl).toString();
  const parts = [messages.heading];
  for (const [nth, { code, params, link }] of facts.entries()) {
    const sentence = shortenedTo(composeSentence({ code, params, locale }, head), SENTENCE_MAX_BYTES);
    const part = link === null ? sentence : `${sentence}\n${addressOf(link)}`;
    const isLast = nth === facts.length - 1;
    if (nth > 0 && Buffer.byteLength([...parts, part].join('\n\n')) > maxBytes - (isLast ? 0 : REST_MAX_BYTES)) {
      parts.push(`${messages.more(facts.length - nth)}\n${addressOf(INBOX)}`);
      break;
    }
    parts.push(part);
  }
  return parts.join('\n\n');
}

/** What somebody is sent to try whether it arrives, each time another text. */
export function messageTrialText(locale: Locale, now: Date, { timeZone }: Pick<LetterHead, 'timeZone'>): string {
  const { heading, trial } = personalMessages(locale);
  const at = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle: 'h23', timeZone }).format(now);
  return `${heading}\n\n${trial(at)}`;
}
