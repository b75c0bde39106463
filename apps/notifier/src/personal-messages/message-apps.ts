import type { GroupProvider, MessageId } from '@plenum/contracts';
import type { OutsideRequest } from '../ways/outside.js';

/** An app of the organisation at its provider, which may write to its people. */
export interface MessageApp {
  readonly provider: GroupProvider;
  /** WeCom: id of the company (corpid); DingTalk: app key; Feishu: app id. */
  readonly appId: string;
  readonly secret: string;
  /** WeCom and DingTalk number the apps of a company. */
  readonly agentId: string | null;
  /** Which of a member's facts is their id there. */
  readonly idIs: MessageId;
}

/** A text for one person. */
export interface AppMessage {
  readonly app: MessageApp;
  /** As the provider knows them. */
  readonly to: string;
  readonly text: string;
  /** The same message sent again has the same: who knows of such ids shows it once. */
  readonly id: string;
}

/** A request of a provider's interface. */
export interface AppRequest extends OutsideRequest {
  readonly url: string;
}

/** How many bytes of UTF-8 a text may have: WeCom says 2,048, DingTalk 2,048 for the whole of a message, Feishu 150,000. */
export const MESSAGE_MAX_BYTES: Readonly<Record<GroupProvider, number>> = { wecom: 2_048, dingtalk: 1_600, feishu: 4_000 };

const WECOM = 'https://qyapi.weixin.qq.com/cgi-bin';
const DINGTALK = 'https://oapi.dingtalk.com';
const FEISHU = 'https://open.feishu.cn/open-apis';
const JSON_BODY = { 'content-type': 'application/json; charset=utf-8' };

const query = (facts: Readonly<Record<string, string>>): string => new URLSearchParams(facts).toString();
const posted = (url: string, body: object, headers: Readonly<Record<string, string>> = {}): AppRequest => ({
  url,
  method: 'POST',
  headers: { ...JSON_BODY, ...headers },
  body: JSON.stringify(body),
});

/** The request for the token of an app, with which everything else is asked for. */
export function tokenRequestOf({ provider, appId, secret }: MessageApp): AppRequest {
  switch (provider) {
    case 'wecom':
      return { url: `${WECOM}/gettoken?${query({ corpid: appId, corpsecret: secret })}`, method: 'GET' };
    case 'dingtalk':
      return { url: `${DINGTALK}/gettoken?${query({ appkey: appId, appsecret: secret })}`, method: 'GET' };
    case 'feishu':
      return posted(`${FEISHU}/auth/v3/tenant_access_token/internal`, { app_id: appId, app_secret: secret });
  }
}

const DUPLICATE_WITHIN_S = 14_400; // As long as WeCom remembers at most.

/** The request that sends a text to a person. */
export function messageRequestOf({ app: { provider, agentId, idIs }, to, text, id }: AppMessage, token: string): AppRequest {
  switch (provider) {
    case 'wecom':
      return posted(`${WECOM}/message/send?${query({ access_token: token })}`, {
        touser: to,
        msgtype: 'text',
        agentid: Number(agentId),
        text: { content: text },
        enable_duplicate_check: 1,
        duplicate_check_interval: DUPLICATE_WITHIN_S,
      });
    case 'dingtalk':
      return posted(`${DINGTALK}/topapi/message/corpconversation/asyncsend_v2?${query({ access_token: token })}`, {
        agent_id: Number(agentId),
        userid_list: to,
        msg: { msgtype: 'text', text: { content: text } },
      });
    case 'feishu':
      return posted(
        `${FEISHU}/im/v1/messages?${query({ receive_id_type: idIs === 'mail' ? 'email' : 'user_id' })}`,
        { receive_id: to, msg_type: 'text', content: JSON.stringify({ text }), uuid: id },
        { authorization: `Bearer ${token}` },
      );
  }
}

/** Whether somebody may be known by this at a provider; several ids in one would be several people. */
export const isMessageId = (to: string): boolean => /^(?!@)[\w.@+-]{1,64}$/.test(to);
