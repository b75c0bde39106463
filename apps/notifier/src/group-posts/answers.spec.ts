import { outcomeOf } from './answers.js';

const NOW = new Date('2026-03-02T01:00:00Z');
const MINUTE = 60_000;
const ok = (body: unknown) => ({ status: 200, retryAfter: null, body });

describe('what a provider answers', () => {
  it.each([
    ['wecom', { errcode: 0, errmsg: 'ok' }],
    ['dingtalk', { errcode: 0, errmsg: 'ok' }],
    ['feishu', { code: 0, msg: 'success', data: {} }],
    ['feishu', { Extra: null, StatusCode: 0, StatusMessage: 'success' }],
  ] as const)('%s took it: %j', (provider, body) => {
    expect(outcomeOf(provider, ok(body), NOW)).toEqual({ outcome: 'sent' });
  });

  it.each([
    ['wecom', { errcode: 45009, errmsg: 'api freq out of limit' }, 'too-frequent', MINUTE],
    ['wecom', { errcode: -1, errmsg: 'system busy' }, 'provider-busy', undefined],
    ['dingtalk', { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' }, 'too-frequent', 10 * MINUTE],
    ['dingtalk', { errcode: 410100, errmsg: 'send too fast' }, 'too-frequent', 10 * MINUTE],
    ['dingtalk', { errcode: -1, errmsg: '系统繁忙' }, 'provider-busy', undefined],
    ['feishu', { code: 9499, msg: 'too many request' }, 'too-frequent', MINUTE],
    ['feishu', { code: 11232, msg: 'frequency limited psm[lark.oapi.app_platform_runtime]' }, 'too-frequent', MINUTE],
    ['feishu', 'a page of somebody else', 'provider-busy', undefined],
    ['wecom', null, 'provider-busy', undefined],
  ] as const)('%s is in trouble that passes: %j', (provider, body, reason, pauseMs) => {
    expect(outcomeOf(provider, ok(body), NOW)).toEqual({ outcome: 'trouble', reason, ...(pauseMs === undefined ? {} : { pauseMs }) });
  });

  it.each([
    ['wecom', { errcode: 93000, errmsg: 'invalid webhook url' }, 'robot-gone'],
    ['wecom', { errcode: 40058, errmsg: 'invalid Request Parameter' }, 'not-taken'],
    ['dingtalk', { errcode: 310000, errmsg: 'sign not match, more: [https://ding-doc.dingtalk.com/doc#/serverapi2/qf2nxq]' }, 'sign-wrong'],
    ['dingtalk', { errcode: 310000, errmsg: 'invalid timestamp, more: […]' }, 'sign-wrong'],
    ['dingtalk', { errcode: 310000, errmsg: 'keywords not in content, more: […]' }, 'keyword-missing'],
    ['dingtalk', { errcode: 310000, errmsg: 'ip 203.0.113.7 not in whitelist, more: […]' }, 'address-refused'],
    ['dingtalk', { errcode: 400101, errmsg: 'access_token 不存在' }, 'robot-gone'],
    ['dingtalk', { errcode: 400102, errmsg: '机器人已停用' }, 'robot-gone'],
    ['dingtalk', { errcode: 430102, errmsg: '含有不合适的文本' }, 'not-taken'],
    ['feishu', { code: 19021, msg: 'sign match fail or timestamp is not within one hour from current time' }, 'sign-wrong'],
    ['feishu', { code: 19022, msg: 'Ip Not Allowed' }, 'address-refused'],
    ['feishu', { code: 19024, msg: 'Key Words Not Found' }, 'keyword-missing'],
    ['feishu', { code: 19001, msg: 'param invalid: incoming webhook access token invalid' }, 'robot-gone'],
    ['feishu', { code: 9499, msg: 'Bad Request' }, 'not-taken'],
  ] as const)('%s will never take it as it is: %j', (provider, body, reason) => {
    expect(outcomeOf(provider, ok(body), NOW)).toEqual({ outcome: 'refused', reason });
  });

  it('is read by its code, whatever the status: Feishu answers 400 to a wrong signature', () => {
    expect(outcomeOf('feishu', { status: 400, retryAfter: null, body: { code: 19021, msg: 'sign match fail' } }, NOW)).toEqual({
      outcome: 'refused',
      reason: 'sign-wrong',
    });
  });

  it.each([
    [429, null, 'too-frequent', MINUTE],
    [429, '7', 'too-frequent', 7_000],
    [429, 'Mon, 02 Mar 2026 01:00:30 GMT', 'too-frequent', 30_000],
    [429, 'Mon, 02 Mar 2026 00:00:00 GMT', 'too-frequent', 0],
    [429, '864000', 'too-frequent', 60 * MINUTE],
    [429, 'soon', 'too-frequent', MINUTE],
    [503, '20', 'provider-busy', 20_000],
    [500, null, 'provider-busy', undefined],
  ] as const)('%s with “Retry-After: %s” passes', (status, retryAfter, reason, pauseMs) => {
    expect(outcomeOf('wecom', { status, retryAfter, body: null }, NOW)).toEqual({
      outcome: 'trouble',
      reason,
      ...(pauseMs === undefined ? {} : { pauseMs }),
    });
  });

  it.each([
    [404, 'robot-gone'],
    [403, 'not-taken'],
  ] as const)('%s without a code does not', (status, reason) => {
    expect(outcomeOf('feishu', { status, retryAfter: null, body: null }, NOW)).toEqual({ outcome: 'refused', reason });
  });
});
