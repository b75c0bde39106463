import { requestOf } from './robots.js';

const NOW = new Date(1_577_808_000_000);
const WECOM = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k';
const DINGTALK = 'https://oapi.dingtalk.com/robot/send?access_token=k';
const FEISHU = 'https://open.feishu.cn/open-apis/bot/v2/hook/k';

// The signatures were computed with openssl: dgst -sha256 -hmac KEY -binary | base64.
describe('a post', () => {
  it('to WeCom is plain, whatever secret there is', () => {
    const request = { url: WECOM, body: { msgtype: 'text', text: { content: 'Hello' } } };
    expect(requestOf({ provider: 'wecom', webhookUrl: WECOM, secret: null }, 'Hello', NOW)).toEqual(request);
    expect(requestOf({ provider: 'wecom', webhookUrl: WECOM, secret: 's' }, 'Hello', NOW)).toEqual(request);
  });

  it('to DingTalk is signed in the address, where there is a secret', () => {
    const body = { msgtype: 'text', text: { content: 'Hello' } };
    expect(requestOf({ provider: 'dingtalk', webhookUrl: DINGTALK, secret: null }, 'Hello', NOW)).toEqual({ url: DINGTALK, body });
    expect(requestOf({ provider: 'dingtalk', webhookUrl: DINGTALK, secret: 'SECtrial' }, 'Hello', NOW)).toEqual({
      url: `${DINGTALK}&timestamp=1577808000000&sign=iukwd0oKV28bNVVue7XhJ9xbCIrc6s5fuCxa7LY5zKs%3D`,
      body,
    });
  });

  it('to Feishu is signed in the body, where there is a secret', () => {
    const body = { msg_type: 'text', content: { text: 'Hello' } };
    const now = new Date(1_756_800_000_999);
    expect(requestOf({ provider: 'feishu', webhookUrl: FEISHU, secret: null }, 'Hello', now)).toEqual({ url: FEISHU, body });
    expect(requestOf({ provider: 'feishu', webhookUrl: FEISHU, secret: 'orbit-test-secret' }, 'Hello', now)).toEqual({
      url: FEISHU,
      body: { timestamp: '1756800000', sign: 'sN+9ZKa5w6BQmKyxCaxNA1DWEgtEnZaOcfEOCqZ26fg=', ...body },
    });
  });
});
