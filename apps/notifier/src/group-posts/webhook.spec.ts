import { hintOf, isWebhook } from './webhook.js';

describe('the address of a robot', () => {
  it.each([
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa', '5aaa'],
    ['dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=566cc69da782ec', '82ec'],
    ['feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/xxxx-yyyy', 'yyyy'],
  ] as const)('is one of %s: %s', (provider, address, hint) => {
    expect([isWebhook(provider, address), hintOf(provider, address)]).toEqual([true, hint]);
  });

  it.each([
    ['wecom', 'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k'],
    ['wecom', 'https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=k'],
    ['wecom', 'https://qyapi.weixin.qq.com@localhost/cgi-bin/webhook/send?key=k'],
    ['wecom', 'https://qyapi.weixin.qq.com.evil.example/cgi-bin/webhook/send?key=k'],
    ['wecom', 'https://localhost/cgi-bin/webhook/send?key=k'],
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k&next=1'],
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key='],
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k#x'],
    ['wecom', 'https://oapi.dingtalk.com/robot/send?access_token=k'],
    ['dingtalk', 'https://oapi.dingtalk.com/robot/sendBySession?access_token=k'],
    ['feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/../../auth'],
    ['feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/'],
    ['feishu', 'https://169.254.169.254/open-apis/bot/v2/hook/k'],
    ['feishu', ''],
  ] as const)('is none of %s: %s', (provider, address) => {
    expect([isWebhook(provider, address), hintOf(provider, address)]).toEqual([false, '']);
  });
});
