import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { GroupProvider } from '@plenum/contracts';

/** An answer of a provider in place of its usual one; `never` leaves whoever asks waiting. */
export type RobotAnswer =
  { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: object | string } | 'never' | 'hang-up';

/** A message that somebody sees in the app of a provider. */
export interface MessageSeen {
  readonly provider: GroupProvider;
  readonly to: string;
  readonly text: string;
}

/** An app that an organisation has set up at a provider. */
export interface ProvidersApp {
  readonly appId: string;
  readonly secret: string;
  readonly agentId?: string;
}

interface Asked {
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}

const BAD_CREDENTIALS: Readonly<Record<GroupProvider, object>> = {
  wecom: { errcode: 40001, errmsg: 'invalid credential, hint: [1], from ip: 127.0.0.1' },
  dingtalk: { errcode: 40089, errmsg: '不合法的corpid或corpsecret' },
  feishu: { code: 10014, msg: 'app secret invalid' },
};
const BAD_TOKEN: Readonly<Record<GroupProvider, RobotAnswer>> = {
  wecom: { body: { errcode: 42001, errmsg: 'access_token expired' } },
  dingtalk: { body: { errcode: 88, sub_code: '40014', sub_msg: '不合法的access_token', errmsg: 'ding talk error[subcode=40014]' } },
  feishu: { status: 400, body: { code: 99991663, msg: 'Invalid access token for authorization.' } },
};
const BAD_AGENT = { body: { errcode: 40056, errmsg: 'invalid agentid' } };
const UNKNOWN: Readonly<Record<GroupProvider, RobotAnswer>> = {
  wecom: { body: { errcode: 81013, errmsg: 'user & party & tag all invalid' } },
  dingtalk: { body: { errcode: 33012, errmsg: '无效的USERID' } },
  feishu: { status: 400, body: { code: 230013, msg: 'Bot has NO availability to this user.' } },
};

/** The interfaces of WeCom, DingTalk and Feishu by which an app writes to people, as their documents have them. */
export class MessageProviders {
  readonly seen: MessageSeen[] = [];
  /** How many tokens were given. */
  tokensGiven = 0;
  /** How many messages it was asked to send. */
  asked = 0;
  private readonly apps = new Map<string, ProvidersApp>();
  private readonly people = new Set<string>();
  private readonly tokens = new Map<string, ProvidersApp>();
  private readonly once = new Set<string>();
  private readonly answers: RobotAnswer[] = [];

  has(provider: GroupProvider, app: ProvidersApp): void {
    this.apps.set(`${provider} ${app.appId}`, app);
  }

  knows(provider: GroupProvider, ...ids: readonly string[]): void {
    for (const id of ids) this.people.add(`${provider} ${id}`);
  }

  forgets(provider: GroupProvider, id: string): void {
    this.people.delete(`${provider} ${id}`);
  }

  /** Every token that was given ends now, before its time. */
  endTokens(): void {
    this.tokens.clear();
  }

  /** What is answered next to whoever sends a message, in place of what would be. */
  answersNext(...answers: readonly RobotAnswer[]): void {
    this.answers.push(...answers);
  }

  /** What somebody sees, in order. */
  shown(provider: GroupProvider, to: string): readonly string[] {
    return this.seen.filter((message) => message.provider === provider && message.to === to).map(({ text }) => text);
  }

  /** Null where it is no request of these interfaces. */
  answer(method: string, { url, headers, body }: Asked): RobotAnswer | null {
    const { searchParams: asked } = url;
    switch (`${method} ${url.pathname}`) {
      case 'GET /cgi-bin/gettoken':
        return this.token('wecom', asked.get('corpid'), asked.get('corpsecret'));
      case 'GET /gettoken':
        return this.token('dingtalk', asked.get('appkey'), asked.get('appsecret'));
      case 'POST /open-apis/auth/v3/tenant_access_token/internal':
        return this.token('feishu', body['app_id'], body['app_secret']);
      case 'POST /cgi-bin/message/send':
        return this.message('wecom', asked.get('access_token'), {
          to: body['touser'],
          agentId: body['agentid'],
          text: body['msgtype'] === 'text' && (body['text'] as { content?: string })?.content,
          once: body['enable_duplicate_check'] === 1 ? JSON.stringify(body) : '',
        });
      case 'POST /topapi/message/corpconversation/asyncsend_v2': {
        const { msgtype, text } = body['msg'] as { msgtype?: string; text?: { content?: string } };
        const fields = { to: body['userid_list'], agentId: body['agent_id'], text: msgtype === 'text' && text?.content };
        return this.message('dingtalk', asked.get('access_token'), { ...fields, once: JSON.stringify(fields) });
      }
      case 'POST /open-apis/im/v1/messages':
        return this.message('feishu', /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1], {
          to: `${asked.get('receive_id_type')}:${String(body['receive_id'])}`,
          agentId: undefined,
          text: body['msg_type'] === 'text' && (JSON.parse(String(body['content'])) as { text?: string }).text,
          once: String(body['uuid']),
        });
      default:
        return null;
    }
  }

  private token(provider: GroupProvider, appId: unknown, secret: unknown): RobotAnswer {
    const app = this.apps.get(`${provider} ${String(appId)}`);
    if (!app || app.secret !== secret) return { body: BAD_CREDENTIALS[provider] };
    const token = randomUUID();
    this.tokens.set(token, app);
    this.tokensGiven += 1;
    if (provider === 'feishu') return { body: { code: 0, msg: 'ok', tenant_access_token: token, expire: 7_200 } };
    return { body: { errcode: 0, errmsg: 'ok', access_token: token, expires_in: 7_200 } };
  }

  private message(
    provider: GroupProvider,
    token: string | null | undefined,
    asked: { readonly to: unknown; readonly agentId: unknown; readonly text: unknown; readonly once: string },
  ): RobotAnswer {
    this.asked += 1;
    const special = this.answers.shift();
    if (special) return special;
    const app = this.tokens.get(token ?? '');
    if (!app) return BAD_TOKEN[provider];
    if (app.agentId !== undefined && asked.agentId !== Number(app.agentId)) return BAD_AGENT;
    const [to, text] = [String(asked.to), String(asked.text)];
    if (!this.people.has(`${provider} ${to}`)) return UNKNOWN[provider];
    const once = `${provider} ${to} ${asked.once}`;
    if (this.once.has(once) && provider === 'dingtalk') return { body: { errcode: 143106, errmsg: '单应用给单人推送重复消息超限' } };
    if (!this.once.has(once)) this.seen.push({ provider, to, text });
    if (asked.once !== '') this.once.add(once);
    return { body: provider === 'feishu' ? { code: 0, msg: 'success', data: { message_id: randomUUID() } } : { errcode: 0, errmsg: 'ok' } };
  }
}
