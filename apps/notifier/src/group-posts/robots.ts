import { createHmac } from 'node:crypto';
import type { GroupProvider } from '@plenum/contracts';

/** A robot of a group: whoever knows its address posts there, signed where the robot asks for it. */
export interface Robot {
  readonly provider: GroupProvider;
  readonly webhookUrl: string;
  readonly secret: string | null;
}

/** A post as its provider wants it. */
export interface RobotRequest {
  readonly url: string;
  readonly body: object;
}

/** How many bytes of UTF-8 a text may have: WeCom says 2,048, the others 20,000 for the whole of a request. */
export const TEXT_MAX_BYTES: Readonly<Record<GroupProvider, number>> = { wecom: 2_048, dingtalk: 16_000, feishu: 16_000 };

/** The request that posts a text. WeCom does not sign; DingTalk signs in the address, by the millisecond; Feishu in the body. */
export function requestOf({ provider, webhookUrl, secret }: Robot, text: string, now: Date): RobotRequest {
  if (provider === 'feishu') {
    const timestamp = String(Math.floor(now.getTime() / 1_000));
    const signed = secret === null ? {} : { timestamp, sign: feishuSign(timestamp, secret) };
    return { url: webhookUrl, body: { ...signed, msg_type: 'text', content: { text } } };
  }
  const body = { msgtype: 'text', text: { content: text } };
  if (provider === 'wecom' || secret === null) return { url: webhookUrl, body };
  const timestamp = String(now.getTime());
  const url = `${webhookUrl}&timestamp=${timestamp}&sign=${encodeURIComponent(dingtalkSign(timestamp, secret))}`;
  return { url, body };
}

/** The secret is the key, and the moment with the secret what is signed. */
export const dingtalkSign = (timestamp: string, secret: string): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');

/** The moment with the secret is the key, and nothing what is signed. */
export const feishuSign = (timestamp: string, secret: string): string =>
  createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
