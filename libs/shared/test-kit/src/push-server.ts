import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A push as the service of a browser's maker takes it: it cannot read it. */
export interface PushTaken {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** An answer in place of the usual one; `never` leaves whoever asks waiting. */
export type PushAnswerGiven = { readonly status: number; readonly headers?: Readonly<Record<string, string>> } | 'never' | 'hang-up';

/** The push service of a browser's maker (RFC 8030), as far as whoever pushes sees it. */
export class PushServer {
  readonly taken: PushTaken[] = [];
  private readonly answers: PushAnswerGiven[] = [];
  private readonly server: Server = createServer((request, reply) => {
    void bodyOf(request).then((body) => {
      const answer = this.answers.shift() ?? { status: 201 };
      if (answer === 'hang-up') return void request.socket.destroy();
      if (answer === 'never') return;
      if (answer.status < 300) this.taken.push({ path: request.url ?? '', headers: request.headers, body });
      reply.writeHead(answer.status, answer.headers ?? {}).end();
    });
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What is answered next, one after the other. */
  answersNext(...answers: readonly PushAnswerGiven[]): void {
    this.answers.push(...answers);
  }

  /** What a device was sent, as it reads it. */
  shown(device: TestDevice): readonly Record<string, string>[] {
    return this.of(device).map(({ body }) => JSON.parse(device.decipher(body)) as Record<string, string>);
  }

  /** What was sent to a device. */
  of(device: TestDevice): readonly PushTaken[] {
    return this.taken.filter(({ path }) => path === device.path);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** A browser's half of Web Push: its keys, and how it reads what was enciphered for it (RFC 8291, RFC 8188). */
export class TestDevice {
  readonly path = `/wpush/v2/${randomBytes(24).toString('base64url')}`;
  private readonly keys = createECDH('prime256v1');
  private readonly secret = randomBytes(16);
  private readonly point = this.keys.generateKeys();

  /** As the page tells it the house. */
  get asked(): { readonly endpoint: string; readonly p256dh: string; readonly auth: string } {
    return {
      endpoint: `https://push.example.com${this.path}`,
      p256dh: this.point.toString('base64url'),
      auth: this.secret.toString('base64url'),
    };
  }

  decipher(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const senderPoint = body.subarray(21, 21 + body.readUInt8(20));
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.point, senderPoint]);
    const key = Buffer.from(hkdfSync('sha256', this.keys.computeSecret(senderPoint), this.secret, info, 32));
    const part = (of: string, length: number) =>
      Buffer.from(hkdfSync('sha256', key, salt, Buffer.from(`Content-Encoding: ${of}\0`), length));
    const sealed = body.subarray(21 + senderPoint.length);
    const decipher = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12)).setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    return padded.subarray(0, padded.lastIndexOf(2)).toString();
  }
}

/** What a push service learns from the header of whoever pushes (VAPID, RFC 8292); null where it is not signed by the key it names. */
export function vapidOf({ headers }: PushTaken): { readonly key: string; readonly claims: Record<string, unknown> } | null {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(\S+)$/.exec(headers.authorization ?? '') ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  if (point.length !== 65) return null;
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
  const signer = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const;
  const isSigned = verify('sha256', Buffer.from(`${head}.${claims}`), signer, Buffer.from(signature, 'base64url'));
  return isSigned ? { key, claims: JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown> } : null;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
