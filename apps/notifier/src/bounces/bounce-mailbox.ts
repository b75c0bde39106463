import { Injectable } from '@nestjs/common';
import { ImapFlow } from 'imapflow';
import { NotifierConfig } from '../notifier.config.js';
import { domainOf } from '../mailing/postman.js';
import { BouncesRepository } from './bounces.repository.js';
import { readLateBounce } from './delivery-status.js';

const MESSAGES_MAX = 200; // In one look; the rest in the next.
const MESSAGE_BYTES_MAX = 262_144; // What a notification says stands at its beginning; what it returns is cut.
const CONNECT_WITHIN_MS = 15_000;
const ANSWER_WITHIN_MS = 60_000;

/**
 * The mailbox into which mail servers write what they could not deliver. What is understood is marked as read; nothing is moved or deleted,
 * and what is not ours stays as it was.
 */
@Injectable()
export class BounceMailbox {
  constructor(
    private readonly config: NotifierConfig,
    private readonly bounces: BouncesRepository,
  ) {}

  /** Reads what came since it was last read. Throws where the mailbox cannot be reached. @returns whether more is there */
  async read(stopping?: AbortSignal): Promise<boolean> {
    const at = new URL(this.config.imapUrl as string);
    const { hostname, port, protocol, username, password } = at;
    const isSecure = protocol === 'imaps:';
    const client = new ImapFlow({
      host: hostname,
      port: Number(port) || (isSecure ? 993 : 143),
      secure: isSecure,
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      logger: false,
      connectionTimeout: CONNECT_WITHIN_MS,
      greetingTimeout: CONNECT_WITHIN_MS,
      socketTimeout: ANSWER_WITHIN_MS,
    });
    client.on('error', () => undefined); // What is asked next says so.
    const hangUp = () => client.close();
    stopping?.addEventListener('abort', hangUp);
    try {
      await client.connect();
      const { uidValidity } = await client.mailboxOpen(folderOf(at));
      return await this.readSince(client, mailboxKey(this.config.imapUrl as string), String(uidValidity));
    } finally {
      stopping?.removeEventListener('abort', hangUp);
      client.close();
    }
  }

  private async readSince(client: ImapFlow, mailbox: string, validity: string): Promise<boolean> {
    const through = await this.bounces.readThrough(mailbox, validity);
    const found = (await client.search({ uid: `${through + 1}:*` }, { uid: true })) || [];
    // The last one is always among them, read or not.
    const uids = found.filter((uid) => uid > through).sort((a, b) => a - b);
    for (const uid of uids.slice(0, MESSAGES_MAX)) {
      if (await this.understood(client, uid)) await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
      await this.bounces.keepRead(mailbox, { validity, uid });
    }
    return uids.length > MESSAGES_MAX;
  }

  private async understood(client: ImapFlow, uid: number): Promise<boolean> {
    const message = await client.fetchOne(String(uid), { source: { maxLength: MESSAGE_BYTES_MAX } }, { uid: true });
    const bounce = message && message.source ? await readLateBounce(message.source, domainOf(this.config)) : null;
    return bounce !== null && (await this.bounces.bounce(bounce));
  }
}

const folderOf = ({ pathname }: URL): string => decodeURIComponent(pathname.slice(1)) || 'INBOX';

/** By what a mailbox is known among those of its host: user and folder; its numbers are its own. No password is part of it. */
export function mailboxKey(url: string): string {
  const at = new URL(url);
  return `${decodeURIComponent(at.username)}@${at.hostname}/${folderOf(at)}`;
}
