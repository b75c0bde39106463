import type { Locale } from '@plenum/contracts';
import { type LetterHead, type NoticeFacts, subjectOf } from '../letters/letter.js';
import { smsMessages } from '../messages/sms.js';

const INBOX = '/inbox';

/** How a message begins and how long it may be. */
export interface SmsMeasure {
  readonly signature: string | null;
  readonly charactersMax: number;
}

/**
 * A message of all that somebody is told at a time: the subject of one notice and where it is read, or how many there are and the first of
 * them. Its length counts in characters of UCS-2 (3GPP TS 23.038: 70 in one part); what does not fit is cut from the subject, never from
 * the address.
 */
export function smsTextOf(
  notices: readonly [NoticeFacts, ...NoticeFacts[]],
  locale: Locale,
  head: LetterHead,
  { signature, charactersMax }: SmsMeasure,
): string {
  const [first] = notices;
  const subject = subjectOf(first, locale, head);
  const address = new URL(notices.length === 1 ? (first.link ?? INBOX) : INBOX, head.publicUrl).toString();
  const said = notices.length === 1 ? subject : smsMessages(locale).several(notices.length, subject);
  const sign = signOf(signature);
  const room = charactersMax - sign.length - address.length - 1;
  // Where the address of the matter leaves no room for what it is, that of the inbox is shorter.
  const inbox = new URL(INBOX, head.publicUrl).toString();
  return room >= ROOM_MIN || address === inbox
    ? `${sign}${cut(said, room)} ${address}`
    : `${sign}${cut(said, charactersMax - sign.length - inbox.length - 1)} ${inbox}`;
}

const ROOM_MIN = 12;

/** What somebody is sent to try whether it arrives. */
export const smsTrialText = (locale: Locale, now: Date, { timeZone }: Pick<LetterHead, 'timeZone'>, { signature }: SmsMeasure): string =>
  `${signOf(signature)}${smsMessages(locale).trial(new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle: 'h23', timeZone }).format(now))}`;

const signOf = (signature: string | null): string => (signature === null ? '' : `【${signature}】`);

/** Cut between characters where it is too long; a sign outside the basic plane counts two. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > Math.max(max - 1, 0)) break;
    kept += character;
  }
  return `${kept}…`;
}
