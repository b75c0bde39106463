import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CongressConfig } from '../congress.config.js';

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
    this.transport = smtpUrl ? createTransport({ url: smtpUrl, connectionTimeout: CONNECT_WITHIN_MS, greetingTimeout: CONNECT_WITHIN_MS, socketTimeout: ANSWER_WITHIN_MS }) : null;
  }

  /** Whether the house gave this service a mail server. */
  get isSetUp(): boolean {
    return this.transport !== null;
  }

  /** @throws what the mail server says, without the code */
  async send(to: { readonly name: string; readonly address: string }, signInCode: string): Promise<void> {
    const { mailFrom: from, publicUrl } = this.config;
    // Says that nobody wrote this, so that no absence note answers it (RFC 3834).
    await this.transport?.sendMail({ from, to, subject: CODE_SUBJECT, text: codeText(to.name, signInCode, publicUrl), headers: { 'Auto-Submitted': 'auto-generated' } });
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }
}

const CODE_SUBJECT = '一次性登录码 / One-time code';

/** Which language its reader wants is not known before the sign-in: both are there. */
const codeText = (name: string, signInCode: string, publicUrl: string): string => `${name}，您好：

您的一次性登录码：${signInCode}
请在 ${CODE_LIFE_MINUTES} 分钟内打开 ${new URL('/first-sign-in', publicUrl).toString()} ，用它设定新密码。
如非本人操作，请不要理会此邮件；您的密码没有改变。

Your one-time code: ${signInCode}
Within ${CODE_LIFE_MINUTES} minutes, set a new password with it at the address above.
If you did not ask for it, ignore this mail: your password has not changed.
`;
