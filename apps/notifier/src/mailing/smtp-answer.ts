import type { BounceReason, MailDelay } from '@plenum/contracts';
import type { WayOutcome } from '../ways/way.js';

/** What a mail server answered to a mail that it did not take, or what came between. */
export interface SmtpAnswer {
  /** The three digits of RFC 5321; null where nothing was answered. */
  readonly status: number | null;
  /** To what it was answered. */
  readonly to: 'sign-in' | 'sender' | 'recipient' | 'message' | 'connection';
  /** What the server said, an enhanced code (RFC 3463) among it where it has one. Never kept: it may repeat an address. */
  readonly said: string;
}

const PAUSE_MS: Partial<Record<MailDelay, number>> = { 'too-frequent': 30_000, greylisted: 60_000 };

/** What servers say to who sends too many at a time; many answer 550 and would take the same mail an hour later. */
const TOO_FREQUENT =
  /\b(?:too (?:many|fast|much|quickly|often)|rate|frequen\w*|throttl\w*|daily|hourly|per (?:day|hour|minute)|limit(?:s|ed)?|exceed\w*|quota)\b|频率|频繁|过多|过快|超过|超出|限制|上限/i;
const GREYLISTED = /\bgr[ea]y[- ]?list/i;
const BUSY = /\b(?:busy|temporar\w*|(?:try|come) (?:again|back|later)|later)\b|繁忙|稍后/i;
const FULL =
  /\b(?:mailbox|inbox|account|recipient)\b.*\b(?:full|quota|storage)\b|\b(?:over|out of|exceed\w*) (?:\w+ )?(?:quota|storage)\b|已满|空间不足/i;
const TOO_LARGE = /\bsize\b|\btoo (?:large|big|long)\b|过大/i;

/** Codes by their subject and detail (RFC 3463, RFC 7372, RFC 7505), whatever the server says beside them. */
const BY_CODE: Readonly<Record<string, BounceReason>> = {
  '1.1': 'mailbox-unknown',
  '1.2': 'domain-unknown',
  '1.3': 'address-malformed',
  '1.4': 'address-malformed',
  '1.6': 'mailbox-unknown',
  '1.10': 'domain-unknown',
  '2.2': 'mailbox-full',
  '2.3': 'too-large',
  '3.4': 'too-large',
};
/** Codes of what passes although it is called permanent: a busy system, limits of a day or of a sender. */
const PASSING_CODES = ['3.1', '3.2', '4.5', '7.28'];
/** Codes that are also given to who was too fast: only where the words do not say so. */
const BY_CODE_LAST: Readonly<Record<string, BounceReason>> = {
  '2.1': 'mailbox-off',
  '4.1': 'mailbox-unknown',
  '4.4': 'domain-unknown',
  '7.1': 'blocked',
};
/** Words of servers that give no code, or one that says nothing. */
const BY_WORDS: readonly (readonly [said: RegExp, meant: BounceReason])[] = [
  [/\b(?:domain|host)\b.*\b(?:not found|unknown|invalid|not exist)|\bno such domain\b|域名不存在/i, 'domain-unknown'],
  [/\b(?:disabled|suspended|deactivated|inactive|locked|closed)\b|停用|冻结|注销/i, 'mailbox-off'],
  [/\b(?:spam|spm|black ?list|block ?list|blocked|policy|reputation|virus|content|denied)\b|垃圾|黑名单|拒绝/i, 'blocked'],
  [
    /\b(?:no such|unknown|invalid|non-?existent)\b.*\b(?:user|mailbox|recipient|rcptto|account|address)|\b(?:user|mailbox|recipient|account|address)\b.*\b(?:unknown|not found|unavailable|invalid|not exist|doesn't exist|unrouteable)|不存在|未找到/i,
    'mailbox-unknown',
  ],
];

/**
 * What an answer means for the mail. Permanent is only what the server says of this very recipient or message; a wrong password, a sender
 * that it does not take or a host that is away is for us to mend. And not all that is called permanent is.
 */
export function meaningOf({ status, to, said }: SmtpAnswer): WayOutcome {
  if (to === 'sign-in') return delayed('sign-in-refused');
  if (status === null || to === 'connection') return delayed('unreachable');
  const code = /\b([245])\.(\d{1,3}\.\d{1,3})\b/.exec(said);
  if (status < 500 || code?.[1] === '4') return delayed(passing(code?.[2], said));
  if (to === 'sender') return delayed(TOO_FREQUENT.test(said) ? 'too-frequent' : 'sender-refused');
  return permanent(status, code?.[2], said);
}

/** The reason of RFC 3463's code alone, as a notification of later has it (RFC 3464, `Status`). */
export function reasonOfCode(code: string): BounceReason {
  const detail = code.replace(/^\d\./, '');
  return BY_CODE[detail] ?? BY_CODE_LAST[detail] ?? (detail.startsWith('7.') ? 'blocked' : 'not-taken');
}

function permanent(status: number, detail: string | undefined, said: string): WayOutcome {
  const byCode = detail === undefined ? undefined : BY_CODE[detail];
  if (byCode) return { outcome: 'refused', reason: byCode };
  if (detail !== undefined && PASSING_CODES.includes(detail)) return delayed('too-frequent');
  if (TOO_LARGE.test(said)) return refused('too-large');
  if (GREYLISTED.test(said)) return delayed('greylisted');
  if (FULL.test(said)) return refused('mailbox-full');
  if (TOO_FREQUENT.test(said)) return delayed('too-frequent');
  if (BUSY.test(said)) return delayed('server-busy');
  if (detail !== undefined && BY_CODE_LAST[detail]) return refused(BY_CODE_LAST[detail]);
  const byWords = BY_WORDS.find(([words]) => words.test(said))?.[1];
  if (byWords) return refused(byWords);
  if (detail?.startsWith('7.')) return refused('blocked');
  return refused(status === 552 ? 'mailbox-full' : 'not-taken');
}

function passing(detail: string | undefined, said: string): MailDelay {
  if (GREYLISTED.test(said)) return 'greylisted';
  if (detail === '2.2' || FULL.test(said)) return 'mailbox-full';
  return detail === '7.28' || TOO_FREQUENT.test(said) ? 'too-frequent' : 'server-busy';
}

const refused = (reason: BounceReason): WayOutcome => ({ outcome: 'refused', reason });
function delayed(reason: MailDelay): WayOutcome {
  const pauseMs = PAUSE_MS[reason];
  return { outcome: 'trouble', reason, ...(pauseMs === undefined ? {} : { pauseMs }) };
}
