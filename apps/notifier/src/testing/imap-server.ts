import { createRequire } from 'node:module';
import type { AddressInfo, Server } from 'node:net';

interface Message {
  readonly raw: string;
  readonly flags: string[];
}
interface Hoodiecrow {
  listen(port: number, done: () => void): void;
  close(done: () => void): void;
  appendMessage(mailbox: string, flags: readonly string[], date: string | null, raw: string): void;
  getMailbox(path: string): { readonly messages: Message[] };
  readonly server: Server;
}
const hoodiecrow = createRequire(__filename)('hoodiecrow-imap') as (options: object) => Hoodiecrow;

/** A mailbox on a real IMAP server on 127.0.0.1. */
export class ImapServer {
  private readonly server = hoodiecrow({ plugins: ['ID', 'AUTH-PLAIN', 'SASL-IR', 'UNSELECT'], storage: { INBOX: { messages: [] } } });

  /** @returns its address, with the name and password that it knows */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, resolve));
    return `imap://testuser:testpass@127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  arrive(raw: string): void {
    this.server.appendMessage('INBOX', [], null, raw);
  }

  /** The flags of each message there, in their order. */
  get flags(): readonly (readonly string[])[] {
    return this.server.getMailbox('INBOX').messages.map(({ flags }) => [...flags]);
  }

  stop = (): Promise<void> => new Promise((resolve) => this.server.close(resolve));
}
