import fc from 'fast-check';
import { gatewayFaults, isGatewayUrl, numberFor, type SmsGateway, smsRequestOf } from './sms-gateway.js';

const GATEWAY: SmsGateway = {
  url: 'https://sms.example.com/send?v=2',
  method: 'POST',
  format: 'json',
  headers: [{ name: 'Authorization', value: 'Bearer {secret}' }],
  body: '{"to":["{mobile}"],"message":{"content":"{text}","uid":"{id}"},"flash":false}',
  secret: 'key',
  numbers: 'e164',
  signature: '某某学校',
  charactersMax: 134,
  perMinuteMax: 100,
  answers: { codeAt: 'result.code', accepted: ['0'], temporary: ['BUSY'], numberRefused: ['BAD'], accountRefused: ['KEY'] },
};
const FILLING = { mobile: '+8613800138000', text: '您有新任务', id: 'id-1', secret: 'key' };

describe('the request to a gateway', () => {
  it('is what the template says, each placeholder filled in within its value', () => {
    const { url, method, headers, body } = smsRequestOf(GATEWAY, FILLING);
    expect({ url, method }).toEqual({ url: GATEWAY.url, method: 'POST' });
    expect(headers).toEqual({ Authorization: 'Bearer key', 'content-type': 'application/json; charset=utf-8' });
    expect(JSON.parse(body ?? '')).toEqual({
      to: ['+8613800138000'],
      message: { content: '您有新任务', uid: 'id-1' },
      flash: false,
    });
  });

  it('may be a form, also within the address', () => {
    const form = { ...GATEWAY, format: 'form' as const, body: 'apikey={secret}&mobile={mobile}&text={text}' };
    expect(smsRequestOf(form, { ...FILLING, text: 'a&mobile=1' }).body).toBe('apikey=key&mobile=%2B8613800138000&text=a%26mobile%3D1');
    const { url, body } = smsRequestOf({ ...form, method: 'GET' }, FILLING);
    expect(body).toBeNull();
    expect([...new URL(url).searchParams]).toEqual([
      ['v', '2'],
      ['apikey', 'key'],
      ['mobile', '+8613800138000'],
      ['text', '您有新任务'],
    ]);
  });

  it('keeps any text where it belongs, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { body, headers } = smsRequestOf({ ...GATEWAY, headers: [{ name: 'X-Text', value: '{text}' }] }, { ...FILLING, text });
        expect(JSON.parse(body ?? '')).toMatchObject({ to: ['+8613800138000'], message: { content: text.replaceAll('\0', '\0') } });
        expect(headers['X-Text']).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it('has numbers of the mainland as the gateway wants them', () => {
    expect(numberFor('+8613800138000', 'national')).toBe('13800138000');
    expect(numberFor('+447700900123', 'national')).toBe('+447700900123');
    expect(numberFor('+8613800138000', 'e164')).toBe('+8613800138000');
  });
});

describe('a gateway', () => {
  it('as it should be has no faults', () => expect(gatewayFaults(GATEWAY, [])).toEqual([]));

  it.each<[string, Partial<SmsGateway>, string, string]>([
    ['http', { url: 'http://sms.example.com/send' }, 'url', 'not-public-https'],
    ['an inside address', { url: 'https://127.0.0.1/send' }, 'url', 'not-public-https'],
    ['an inside name', { url: 'https://sms.school.lan/send' }, 'url', 'not-public-https'],
    ['a sign-in in its address', { url: 'https://a:b@sms.example.com/send' }, 'url', 'not-public-https'],
    ['another port', { url: 'https://sms.example.com:8443/send' }, 'url', 'not-public-https'],
    ['JSON that is none', { body: '{"to":"{mobile}","text":{text}}' }, 'body', 'no-json'],
    ['no number', { body: '{"text":"{text}"}' }, 'body', 'mobile-missing'],
    ['no text', { body: '{"to":"{mobile}"}' }, 'body', 'text-missing'],
    ['a form that is none', { format: 'form', body: '{mobile}{text}' }, 'body', 'no-form'],
    ['JSON in an address', { method: 'GET' }, 'format', 'no-json-in-get'],
    ['a header of the request itself', { headers: [{ name: 'Host', value: 'x' }] }, 'headers', 'form'],
    ['a header with a line in it', { headers: [{ name: 'X-A', value: 'a\r\nHost: b' }] }, 'headers', 'form'],
    ['no secret', { secret: null }, 'secret', 'missing'],
    ['a place that is none', { answers: { ...GATEWAY.answers, codeAt: 'result..code' } }, 'answers.codeAt', 'form'],
    ['nothing accepted', { answers: { ...GATEWAY.answers, accepted: [] } }, 'answers.accepted', 'required'],
    ['one code for two things', { answers: { ...GATEWAY.answers, temporary: ['0'] } }, 'answers.accepted', 'duplicate'],
  ])('is refused with %s', (_what, change, field, reason) => {
    expect(gatewayFaults({ ...GATEWAY, ...change }, [])).toEqual([{ field, reason }]);
  });

  it('may stand inside where whoever runs the house allows its origin', () => {
    const own = ['http://sms.school.lan:8080'];
    expect(isGatewayUrl('http://sms.school.lan:8080/send', own)).toBe(true);
    expect(isGatewayUrl('http://sms.school.lan/send', own)).toBe(false);
    expect(isGatewayUrl('http://sms.school.lan:8080@evil.example/', own)).toBe(false);
    expect(isGatewayUrl('javascript:alert(1)', ['null'])).toBe(false);
  });
});
