import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { NotifierConfig } from '../notifier.config.js';
import type { Way, WayOutcome } from '../ways/way.js';

const CONNECT_WITHIN_MS = 10_000;
const ANSWER_WITHIN_MS = 20_000;
const CONNECTIONS_MAX = 5;

/** A mail to one person. */
export interface Mail {
  /** The delivery's id: the same mail sent again has the same Message-ID, by which mail programs know it. */
  readonly deliveryId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
}

/** Gives mails to the mail server. */
@Injectable()
export class Postman implements Way<Mail> {
  private readonly transport: Transporter;
  private readonly domain: string;

  constructor(private readonly config: NotifierConfig) {
    this.transport = createTransport({
      url: config.smtpUrl,
      pool: true,
      maxConnections: CONNECTIONS_MAX,
      connectionTimeout: CONNECT_WITHIN_MS,
      greetingTimeout: CONNECT_WITHIN_MS,
      socketTimeout: ANSWER_WITHIN_MS,
    });
    this.domain = /@([\w.-]+)/.exec(config.mailFrom)?.[1] ?? 'plenum.invalid';
  }

  /** Sends a mail; never throws. */
  async post({ deliveryId, to, subject, text }: Mail): Promise<WayOutcome> {
    try {
      await this.transport.sendMail({
        from: this.config.mailFrom,
        to,
        subject,
        text,
        messageId: `<${deliveryId}@${this.domain}>`,
        // Says that nobody wrote this, so that no absence note answers it (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { outcome: 'sent' };
    } catch (error) {
      return { outcome: isPermanent(error) ? 'refused' : 'trouble', reason: reasonOf(error) };
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** Enhanced codes (RFC 3463) of what passes: 4.x.x, a full mailbox, a busy system, limits of a day or of a sender. */
const PASSING_CODE = /\b(?:4\.\d{1,3}\.\d{1,3}|5\.2\.2|5\.3\.[12]|5\.4\.5|5\.7\.(?:0|28))\b/;
const PASSING_WORDS =
  /\b(?:too (?:many|fast|much)|rate|limit|quota|exceed|frequen|throttl|busy|grey ?list|temporar|try (?:again|later)|later)|频率|频繁|过多|过快|超过|超出|限制|稍后|繁忙/i;

/**
 * Only what the server says of this very mail is permanent; a wrong password or an unknown host is ours to mend. And not all that is called
 * permanent is: many servers answer 550 to who sends too many at a time, and would take the same mail an hour later.
 */
function isPermanent(error: unknown): boolean {
  const { responseCode, code, response, message } = (error ?? {}) as {
    responseCode?: unknown;
    code?: unknown;
    response?: unknown;
    message?: unknown;
  };
  if (typeof responseCode !== 'number' || responseCode < 500 || (code !== 'EENVELOPE' && code !== 'EMESSAGE')) return false;
  const said = typeof response === 'string' ? response : String(message ?? '');
  return !PASSING_CODE.test(said) && !PASSING_WORDS.test(said);
}

/** A stable word for the log and the row: never the server's text, which may repeat the address. */
function reasonOf(error: unknown): string {
  const { responseCode, code } = (error ?? {}) as { responseCode?: unknown; code?: unknown };
  return [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ') || 'unknown';
}
