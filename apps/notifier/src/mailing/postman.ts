import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { NotifierConfig } from '../notifier.config.js';
import type { Way, WayOutcome } from '../ways/way.js';
import { meaningOf, type SmtpAnswer } from './smtp-answer.js';

const CONNECT_WITHIN_MS = 10_000;
const ANSWER_WITHIN_MS = 20_000;

/** A mail to one person. */
export interface Mail {
  /** The letter's id: the same mail sent again has the same Message-ID, by which mail programs know it. */
  readonly letterId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** Where its reader ends mails of its kind by one click (RFC 8058); null where nobody can. */
  readonly unsubscribeUrl?: string | null;
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
      maxConnections: config.mailConnections,
      connectionTimeout: CONNECT_WITHIN_MS,
      greetingTimeout: CONNECT_WITHIN_MS,
      socketTimeout: ANSWER_WITHIN_MS,
    });
    this.domain = domainOf(config);
  }

  /** Sends a mail; never throws. */
  async post({ letterId, to, subject, text, unsubscribeUrl = null }: Mail): Promise<WayOutcome> {
    try {
      await this.transport.sendMail({
        from: this.config.mailFrom,
        to,
        subject,
        text,
        messageId: `<${letterId}@${this.domain}>`,
        // Says that nobody wrote this, so that no absence note answers it (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated', ...(unsubscribeUrl === null ? {} : unsubscribeHeaders(unsubscribeUrl)) },
      });
      return { outcome: 'sent' };
    } catch (error) {
      return meaningOf(answerIn(error));
    }
  }

  close(): void {
    this.transport.close();
  }
}

const unsubscribeHeaders = (url: string): Readonly<Record<string, string>> => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

/** In whose name the Message-IDs of this house are made. */
export const domainOf = ({ mailFrom }: Pick<NotifierConfig, 'mailFrom'>): string => /@([\w.-]+)/.exec(mailFrom)?.[1] ?? 'plenum.invalid';

/** Whose turn it was, as nodemailer has it. */
const ASKED: Readonly<Record<string, SmtpAnswer['to']>> = { 'MAIL FROM': 'sender', 'RCPT TO': 'recipient', DATA: 'message' };

/** What the server said, from the error that nodemailer makes of it. */
function answerIn(error: unknown): SmtpAnswer {
  const { responseCode, code, command, response, message } = (error ?? {}) as Readonly<Record<string, unknown>>;
  return {
    status: typeof responseCode === 'number' ? responseCode : null,
    to: code === 'EAUTH' ? 'sign-in' : (ASKED[String(command)] ?? 'connection'),
    said: typeof response === 'string' ? response : String(message ?? ''),
  };
}
