import type { GroupProvider } from '@plenum/contracts';
import { messageOutcome, tokenIn } from './message-answers.js';

const NOW = new Date('2026-03-02T01:00:00Z');
const MINUTE = 60_000;
const ok = (body: unknown) => ({ status: 200, retryAfter: null, body });
const trouble = (reason: string, pauseMs?: number) => ({ outcome: 'trouble', reason, ...(pauseMs === undefined ? {} : { pauseMs }) });
const refused = (reason: string) => ({ outcome: 'refused', reason });

describe('what a provider answers to a message', () => {
  it.each<[GroupProvider, object, unknown]>([
    ['wecom', { errcode: 0, errmsg: 'ok', msgid: 'm' }, { outcome: 'sent' }],
    ['wecom', { errcode: 0, errmsg: 'ok', invaliduser: 'A1001' }, refused('no-address')],
    ['wecom', { errcode: 0, errmsg: 'ok', unlicenseduser: 'A1001' }, refused('no-address')],
    ['wecom', { errcode: 0, errmsg: 'ok', invaliduser: '' }, { outcome: 'sent' }],
    ['wecom', { errcode: 81013, errmsg: 'user & party & tag all invalid' }, refused('no-address')],
    ['wecom', { errcode: 40014, errmsg: 'invalid access_token' }, 'token-over'],
    ['wecom', { errcode: 42001, errmsg: 'access_token expired' }, 'token-over'],
    ['wecom', { errcode: 45009, errmsg: 'api freq out of limit' }, trouble('too-frequent', MINUTE)],
    ['wecom', { errcode: -1, errmsg: 'system busy' }, trouble('provider-busy')],
    ['wecom', { errcode: 60020, errmsg: 'not allow to access from your ip' }, refused('address-refused')],
    ['wecom', { errcode: 40056, errmsg: 'invalid agentid' }, refused('app-refused')],
    ['wecom', { errcode: 40058, errmsg: 'invalid Request Parameter' }, refused('not-taken')],
    ['dingtalk', { errcode: 0, errmsg: 'ok', task_id: 1 }, { outcome: 'sent' }],
    ['dingtalk', { errcode: 143106, errmsg: '单应用给单人推送重复消息超限' }, { outcome: 'sent' }],
    ['dingtalk', { errcode: 33012, errmsg: '无效的USERID' }, refused('no-address')],
    ['dingtalk', { errcode: 88, sub_code: '40014', errmsg: 'ding talk error' }, 'token-over'],
    ['dingtalk', { errcode: 88, sub_code: '60011', errmsg: 'ding talk error' }, refused('app-refused')],
    ['dingtalk', { errcode: 88, sub_code: 'isv.none', errmsg: 'ding talk error' }, refused('not-taken')],
    ['dingtalk', { errcode: 42001, errmsg: 'access_token超时' }, 'token-over'],
    ['dingtalk', { errcode: 90018, errmsg: 'request frequency limited' }, trouble('too-frequent', MINUTE)],
    ['dingtalk', { errcode: 143103, errmsg: '企业单应用消息发送人次QPM超限' }, trouble('too-frequent', MINUTE)],
    ['dingtalk', { errcode: 143105, errmsg: '单应用给单人每日推送量超限' }, trouble('too-frequent', 60 * MINUTE)],
    ['feishu', { code: 0, msg: 'success', data: {} }, { outcome: 'sent' }],
    ['feishu', { code: 230013, msg: 'Bot has NO availability to this user.' }, refused('no-address')],
    ['feishu', { code: 99991663, msg: 'Invalid access token' }, 'token-over'],
    ['feishu', { code: 99991661, msg: 'Missing access token' }, 'token-over'],
    ['feishu', { code: 99991400, msg: 'request trigger frequency limit' }, trouble('too-frequent', MINUTE)],
    ['feishu', { code: 230020, msg: 'frequency limited' }, trouble('too-frequent', MINUTE)],
    ['feishu', { code: 230006, msg: 'Bot ability is not activated.' }, refused('app-refused')],
    ['feishu', { code: 99991672, msg: 'Access denied' }, refused('app-refused')],
    ['feishu', { code: 230001, msg: 'invalid request parameter' }, refused('not-taken')],
  ])('%s: %j', (provider, body, became) => {
    expect(messageOutcome(provider, ok(body), NOW)).toEqual(became);
  });

  it('is read by its code, whatever the status: Feishu answers 400 to what it refuses', () => {
    const answer = { status: 400, retryAfter: null, body: { code: 99991663, msg: 'Invalid access token' } };
    expect(messageOutcome('feishu', answer, NOW)).toBe('token-over');
  });

  it.each([
    [429, null, trouble('too-frequent', MINUTE)],
    [429, '7', trouble('too-frequent', 7_000)],
    [429, '2.5', trouble('too-frequent', 2_500)],
    [503, '20', trouble('provider-busy', 20_000)],
    [502, null, trouble('provider-busy')],
    [302, null, trouble('provider-busy')],
    [404, null, refused('not-taken')],
  ])('without a code: %s with a hint of %s', (status, retryAfter, became) => {
    expect(messageOutcome('wecom', { status, retryAfter, body: null }, NOW)).toEqual(became);
  });

  it('waits as long as Feishu says with its frequency code', () => {
    const answer = { status: 429, retryAfter: '42', body: { code: 99991400, msg: 'request trigger frequency limit' } };
    expect(messageOutcome('feishu', answer, NOW)).toEqual(trouble('too-frequent', 42_000));
  });
});

describe('what a provider answers to who asks for a token', () => {
  it.each<[GroupProvider, object]>([
    ['wecom', { errcode: 0, errmsg: 'ok', access_token: 't', expires_in: 7_200 }],
    ['dingtalk', { errcode: 0, errmsg: 'ok', access_token: 't', expires_in: 7_200 }],
    ['feishu', { code: 0, msg: 'ok', tenant_access_token: 't', expire: 7_200 }],
  ])('%s gives one for two hours', (provider, body) => {
    expect(tokenIn(provider, ok(body), NOW)).toEqual({ token: 't', lifeMs: 7_200_000 });
  });

  it.each<[GroupProvider, object, unknown]>([
    ['wecom', { errcode: 40001, errmsg: 'invalid credential' }, refused('app-refused')],
    ['wecom', { errcode: 40013, errmsg: 'invalid corpid' }, refused('app-refused')],
    ['wecom', { errcode: 40014, errmsg: 'invalid access_token' }, refused('app-refused')],
    ['wecom', { errcode: 60020, errmsg: 'not allow to access from your ip' }, refused('address-refused')],
    ['wecom', { errcode: 45009, errmsg: 'api freq out of limit' }, trouble('too-frequent', MINUTE)],
    ['dingtalk', { errcode: 40089, errmsg: '不合法的corpid或corpsecret' }, refused('app-refused')],
    ['dingtalk', { errcode: 99_999, errmsg: 'whatever else' }, refused('app-refused')],
    ['feishu', { code: 10014, msg: 'app secret invalid' }, refused('app-refused')],
    ['feishu', { code: 0, msg: 'ok' }, refused('app-refused')],
  ])('%s gives none: %j', (provider, body, became) => {
    expect(tokenIn(provider, ok(body), NOW)).toEqual(became);
  });

  it('is in trouble that passes where something else answers', () => {
    expect(tokenIn('wecom', { status: 502, retryAfter: null, body: null }, NOW)).toEqual(trouble('provider-busy'));
    expect(tokenIn('wecom', ok('a page of somebody else'), NOW)).toEqual(trouble('provider-busy'));
  });
});
