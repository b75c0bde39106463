import { builtInBrowser } from './built-in-browser.js';

const PHONE = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0 Mobile Safari/537.36';

describe('a built-in browser', () => {
  it.each([
    ['wechat', `${PHONE} XWEB/1300 MMWEBSDK/20240404 MicroMessenger/8.0.49 Language/zh_CN`],
    ['wechat-work', `${PHONE} wxwork/4.1.28 MicroMessenger/7.0.1 Language/zh`],
    ['dingtalk', `${PHONE} AliApp(DingTalk/7.6.0) com.alibaba.android.rimet`],
    ['qq', `${PHONE} V1_AND_SQ_9.0.0 QQ/9.0.0.0`],
    ['lark', `${PHONE} Lark/7.20.0 LarkLocale/zh_CN`],
  ])('is known: %s', (name, userAgent) => {
    expect(builtInBrowser(userAgent)).toBe(name);
  });

  it('is none where the page has a browser of its own, nor that of the maker of one of them', () => {
    expect(builtInBrowser(PHONE)).toBeNull();
    expect(builtInBrowser(`${PHONE} MQQBrowser/15.0`)).toBeNull();
  });
});
