import { smsFieldsOf, turnedSms, wantedSmsOf } from './sms-fields.js';

const GATEWAY = {
  isOn: true,
  url: 'https://sms.example.com/send',
  method: 'POST',
  format: 'json',
  headers: [
    { name: 'Authorization', value: 'Bearer {secret}' },
    { name: 'X-Place', value: 'https://a.example:1' },
  ],
  body: '{"to":"{mobile}","text":"{text}"}',
  hasSecret: true,
  numbers: 'national',
  signature: '某某学校',
  charactersMax: 134,
  perMinuteMax: 100,
  answers: { codeAt: 'code', accepted: ['0', 'OK'], temporary: [], numberRefused: ['8'], accountRefused: [] },
  lastSentAt: null,
  trouble: null,
  troubledAt: null,
} as const;
const kept = () => JSON.parse(JSON.stringify(GATEWAY)) as unknown as Parameters<typeof turnedSms>[0];

describe('the form of a gateway', () => {
  it('asks for the gateway that it was filled with, without its secret', () => {
    const { hasSecret, lastSentAt, trouble, troubledAt, ...wanted } = kept();
    expect([hasSecret, lastSentAt, trouble, troubledAt]).toEqual([true, null, null, null]);
    expect(wantedSmsOf(smsFieldsOf(kept()), true)).toEqual(wanted);
    expect(turnedSms(kept(), false)).toEqual({ ...wanted, isOn: false });
  });

  it('takes what people type: brackets of the signature, commas of either kind, a blank for what is not there', () => {
    const fields = {
      ...smsFieldsOf(null),
      url: ' https://a.example/ ',
      signature: '【某某学校】',
      accepted: '0，OK、 0',
      headers: 'X-Key： {secret}\n\n',
    };
    expect(wantedSmsOf({ ...fields, secret: 'key' }, true)).toMatchObject({
      url: 'https://a.example/',
      signature: '某某学校',
      secret: 'key',
      headers: [{ name: 'X-Key', value: '{secret}' }],
      answers: { codeAt: null, accepted: ['0', 'OK'], temporary: [] },
    });
    expect(wantedSmsOf({ ...fields, signature: ' ' }, true)).not.toHaveProperty('signature');
  });
});
