import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CongressConfig } from '../congress.config.js';
import { codeLetter } from './messages/code-letter.js';

/** How long a code by mail may be used, in minutes: mail is read by whoever sees the screen. */
export const CODE_LIFE_MINUTES = 30;

const CONNECT_WITHIN_MS = 10_000;
const ANSWER_WITHIN_MS = 20_000;

/**
 * Sends one-time codes by mail. It is the congress service itself that does: a code never leaves it in an event or a queue (ADR-0003),
 * only to the mailbox of whom it is for.
 */
@Injectable()
export class CodeMail implements OnModuleDestroy {
  private readonly transport: Transporter | null;

  constructor(private readonly config: CongressConfig) {
    const { smtpUrl } = config;
    this.transport = smtpUrl
      ? createTransport({
          url: smtpUrl,
          connectionTimeout: CONNECT_WITHIN_MS,
          greetingTimeout: CONNECT_WITHIN_MS,
          socketTimeout: ANSWER_WITHIN_MS,
        })
      : null;
  }

  /** Whether the house gave this service a mail server. */
  get isSetUp(): boolean {
    return this.transport !== null;
  }

  /** @throws what the mail server says, without the code */
  async send(to: { readonly name: string; readonly address: string }, signInCode: string): Promise<void> {
    const { mailFrom: from, publicUrl } = this.config;
    // Says that nobody wrote this, so that no absence note answers it (RFC 3834).
    const letter = codeLetter(to.name, signInCode, new URL('/first-sign-in', publicUrl).toString(), CODE_LIFE_MINUTES);
    await this.transport?.sendMail({ from, to, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } });
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }
}
