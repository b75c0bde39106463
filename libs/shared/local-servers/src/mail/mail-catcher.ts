import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

import { troubleFrom } from '../local-server-error.js';
import { freePort, LOOPBACK } from '../ports.js';

const MAIL_BYTES_MAX = 10 * 1024 * 1024;

/** A mail as it arrived: envelope (whom it really goes to), the parts a reader sees, and its bytes. */
export interface CaughtMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly receivedAt: string;
  readonly raw: Buffer;
}

/** A mail server that delivers to nobody. */
export interface MailCatcher {
  /** `smtp://127.0.0.1:<port>`, without encryption or sign-in. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Takes mails on 127.0.0.1 and gives each to `receive`; a mail is accepted once `receive` has kept it, and refused when it fails. */
export async function startMailCatcher(receive: (mail: CaughtMail) => void | Promise<void>, port?: number): Promise<MailCatcher> {
  const chosen = port ?? (await freePort());
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MAIL_BYTES_MAX,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        read(
          Buffer.concat(chunks),
          mailFrom ? mailFrom.address : '',
          rcptTo.map(({ address }) => address),
        )
          .then(receive)
          .then(
            () => done(),
            (error: Error) => done(error),
          );
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: Error) => reject(troubleFrom(String(error), 'The mail catcher', `port ${chosen}`)));
    server.listen(chosen, LOOPBACK, resolve);
  });
  server.on('error', () => undefined); // A client that hangs up is its own affair.
  return { url: `smtp://${LOOPBACK}:${chosen}`, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function read(raw: Buffer, from: string, to: readonly string[]): Promise<CaughtMail> {
  const { subject = '', text = '', html = '', messageId = '' } = await PostalMime.parse(raw);
  return { from, to, subject, text: text.trimEnd(), html, messageId, receivedAt: new Date().toISOString(), raw };
}
