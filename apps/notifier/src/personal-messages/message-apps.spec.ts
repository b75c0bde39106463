import { isMessageId, messageRequestOf, tokenRequestOf, type MessageApp } from './message-apps.js';

const APPS: Readonly<Record<'wecom' | 'dingtalk' | 'feishu', MessageApp>> = {
  wecom: { provider: 'wecom', appId: 'ww1', secret: 's/1', agentId: '1000002', idIs: 'staff-no' },
  dingtalk: { provider: 'dingtalk', appId: 'ding1', secret: 's/1', agentId: '1234', idIs: 'staff-no' },
  feishu: { provider: 'feishu', appId: 'cli_1', secret: 's/1', agentId: null, idIs: 'mail' },
};
const JSON_BODY = 'application/json; charset=utf-8';
const bodyOf = ({ body }: { readonly body?: string }): unknown => JSON.parse(body ?? 'null');

describe('what is asked of a provider', () => {
  it.each([
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/gettoken?corpid=ww1&corpsecret=s%2F1'],
    ['dingtalk', 'https://oapi.dingtalk.com/gettoken?appkey=ding1&appsecret=s%2F1'],
  ] as const)('is a token of the app: %s', (provider, url) => {
    expect(tokenRequestOf(APPS[provider])).toEqual({ url, method: 'GET' });
  });

  it('is a token of the app: feishu', () => {
    const request = tokenRequestOf(APPS.feishu);
    expect(request).toMatchObject({
      url: 'https://open.feishu.cn/open-apis/auth/v3/tenant_access_token/internal',
      method: 'POST',
      headers: { 'content-type': JSON_BODY },
    });
    expect(bodyOf(request)).toEqual({ app_id: 'cli_1', app_secret: 's/1' });
  });

  it('is a message to one person of WeCom, which drops what it has shown', () => {
    const request = messageRequestOf({ app: APPS.wecom, to: 'A1001', text: 'Hello', id: 'one' }, 'tok');
    expect(request.url).toBe('https://qyapi.weixin.qq.com/cgi-bin/message/send?access_token=tok');
    expect(bodyOf(request)).toEqual({
      touser: 'A1001',
      msgtype: 'text',
      agentid: 1_000_002,
      text: { content: 'Hello' },
      enable_duplicate_check: 1,
      duplicate_check_interval: 14_400,
    });
  });

  it('is a work notice of DingTalk', () => {
    const request = messageRequestOf({ app: APPS.dingtalk, to: 'A1001', text: 'Hello', id: 'one' }, 'tok');
    expect(request.url).toBe('https://oapi.dingtalk.com/topapi/message/corpconversation/asyncsend_v2?access_token=tok');
    expect(bodyOf(request)).toEqual({ agent_id: 1_234, userid_list: 'A1001', msg: { msgtype: 'text', text: { content: 'Hello' } } });
  });

  it.each([
    ['mail', 'email'],
    ['staff-no', 'user_id'],
  ] as const)('is a message of Feishu, to whom it knows by %s', (idIs, kind) => {
    const request = messageRequestOf({ app: { ...APPS.feishu, idIs }, to: 'a@example.test', text: 'Hello', id: 'one' }, 'tok');
    expect(request).toMatchObject({
      url: `https://open.feishu.cn/open-apis/im/v1/messages?receive_id_type=${kind}`,
      headers: { authorization: 'Bearer tok' },
    });
    expect(bodyOf(request)).toEqual({ receive_id: 'a@example.test', msg_type: 'text', content: '{"text":"Hello"}', uuid: 'one' });
  });

  it.each(['A1001', 'li.ming', 'li_ming-2', 'li.ming@example.test'])('may be for %s', (to) => {
    expect(isMessageId(to)).toBe(true);
  });

  it.each(['', '@all', 'A1|A2', 'A1,A2', 'A 1', '李明', 'x'.repeat(65)])('is for one person, never for “%s”', (to) => {
    expect(isMessageId(to)).toBe(false);
  });
});
