import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was asked of the gateway. */
export interface SmsAsked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An answer that a gateway gives instead of its usual one. */
export interface SmsAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const SECRET = 'Bearer key-of-the-gateway';

/**
 * A gateway of SMS as many are: takes JSON with the number and the text, signed in by a header, and answers with a code. A number that ends
 * with 0000 is none to it.
 */
export class SmsServer {
  readonly asked: SmsAsked[] = [];
  private readonly next: (SmsAnswer | 'hang-up')[] = [];
  private server: Server | undefined;

  get origin(): string {
    return `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}`;
  }

  /** The texts that got to a number. */
  readonly sent: { readonly to: string; readonly text: string; readonly id: string }[] = [];

  answersNext(...answers: (SmsAnswer | 'hang-up')[]): void {
    this.next.push(...answers);
  }

  answersAsUsual(): void {
    this.next.length = 0;
  }

  async start(): Promise<this> {
    this.server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts).toString('utf8');
        this.asked.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
        const answer = this.next.shift() ?? this.usual(request, body);
        if (answer === 'hang-up') return request.socket.destroy();
        response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
        return response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}));
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private usual(request: IncomingMessage, body: string): SmsAnswer {
    if (request.headers.authorization !== SECRET) return { status: 200, body: { result: { code: 'UNAUTHORISED' } } };
    const { phone, content, uid } = JSON.parse(body) as { phone: string; content: string; uid: string };
    if (phone.endsWith('0000')) return { status: 200, body: { result: { code: 'INVALID_NUMBER' } } };
    if (!this.sent.some(({ id }) => id === uid)) this.sent.push({ to: phone, text: content, id: uid });
    return { status: 200, body: { result: { code: 0 } } };
  }
}
