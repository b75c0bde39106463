import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GroupProvider } from '@plenum/contracts';
import { MessageProviders, type RobotAnswer } from './message-providers.js';

/** A post that a group shows. */
export interface GroupPostSeen {
  readonly provider: GroupProvider;
  readonly key: string;
  readonly text: string;
  readonly at: number;
}

const TOO_FAST: Readonly<Record<GroupProvider, object>> = {
  wecom: { errcode: 45009, errmsg: 'api freq out of limit, hint: [1], from ip: 127.0.0.1' },
  dingtalk: { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' },
  feishu: { code: 11232, msg: 'frequency limited psm[lark.oapi.app_platform_runtime]appID[1500]', data: {} },
};
const BAD_SIGN: Readonly<Partial<Record<GroupProvider, object>>> = {
  dingtalk: { errcode: 310000, errmsg: 'sign not match, more: [https://ding-doc.dingtalk.com/doc#/serverapi2/qf2nxq]' },
  feishu: { code: 19021, msg: 'sign match fail or timestamp is not within one hour from current time', data: {} },
};
const TAKEN: Readonly<Record<GroupProvider, object>> = {
  wecom: { errcode: 0, errmsg: 'ok' },
  dingtalk: { errcode: 0, errmsg: 'ok' },
  feishu: { StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' },
};
const A_MINUTE = 20;
const HOUR_MS = 3_600_000;

/**
 * The robots of WeCom, DingTalk and Feishu as their documents have them: where they listen, how they check a signature, their pace; and
 * their apps, which write to people.
 */
export class RobotServer {
  readonly posts: GroupPostSeen[] = [];
  readonly apps = new MessageProviders();
  private readonly secrets = new Map<string, string>();
  private readonly answers: RobotAnswer[] = [];
  private readonly server: Server = createServer((request, reply) => {
    void this.answer(request).then((answer) => {
      if (answer === 'hang-up') return void request.socket.destroy();
      if (answer === 'never') return;
      const { status = 200, headers = {}, body = '' } = answer;
      reply.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The robot of this key asks for signed posts. */
  signs(key: string, secret: string): void {
    this.secrets.set(key, secret);
  }

  /** What is answered next, one after the other, in place of what would be. */
  answersNext(...answers: readonly RobotAnswer[]): void {
    this.answers.push(...answers);
  }

  /** What a group shows, in order. */
  shown(key: string): readonly string[] {
    return this.posts.filter((post) => post.key === key).map(({ text }) => text);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage): Promise<RobotAnswer> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', this.origin);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as Record<string, unknown>;
    const ofApps = this.apps.answer(request.method ?? '', { url, headers: request.headers, body });
    if (ofApps) return ofApps;
    const special = this.answers.shift();
    if (special) return special;
    const meant = robotOf(url);
    if (!meant || request.method !== 'POST') return { status: 404 };
    const { provider, key } = meant;
    const secret = this.secrets.get(key);
    if (secret !== undefined && !isSigned(provider, url, body, secret)) return { body: BAD_SIGN[provider] ?? {} };
    const at = Date.now();
    if (this.posts.filter((post) => post.key === key && post.at > at - 60_000).length >= A_MINUTE) return { body: TOO_FAST[provider] };
    const text = textOf(provider, body);
    if (text === null)
      return { body: provider === 'feishu' ? { code: 9499, msg: 'Bad Request' } : { errcode: 40035, errmsg: 'lost param' } };
    this.posts.push({ provider, key, text, at });
    return { body: TAKEN[provider] };
  }
}

function robotOf({ pathname, searchParams }: URL): { readonly provider: GroupProvider; readonly key: string } | null {
  if (pathname === '/cgi-bin/webhook/send') return { provider: 'wecom', key: searchParams.get('key') ?? '' };
  if (pathname === '/robot/send') return { provider: 'dingtalk', key: searchParams.get('access_token') ?? '' };
  const [, key] = /^\/open-apis\/bot\/v2\/hook\/([\w-]+)$/.exec(pathname) ?? [];
  return key === undefined ? null : { provider: 'feishu', key };
}

function textOf(provider: GroupProvider, body: Record<string, unknown>): string | null {
  const { msgtype, msg_type: kind, text, content } = body as Record<string, { readonly content?: string; readonly text?: string } & string>;
  if (provider === 'feishu') return kind === 'text' && typeof content?.text === 'string' ? content.text : null;
  return msgtype === 'text' && typeof text?.content === 'string' ? text.content : null;
}

/** DingTalk: secret as the key, by the millisecond, in the address. Feishu: secret as a part of the key, by the second, in the body. */
function isSigned(provider: GroupProvider, url: URL, body: Record<string, unknown>, secret: string): boolean {
  const timestamp = String(provider === 'feishu' ? body['timestamp'] : url.searchParams.get('timestamp'));
  const ms = Number(timestamp) * (provider === 'feishu' ? 1_000 : 1);
  const string = `${timestamp}\n${secret}`;
  const hmac = provider === 'feishu' ? createHmac('sha256', string) : createHmac('sha256', secret).update(string);
  const sign = provider === 'feishu' ? body['sign'] : url.searchParams.get('sign');
  return Math.abs(Date.now() - ms) < HOUR_MS && sign === hmac.digest('base64');
}
