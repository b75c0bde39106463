import { startSummary } from './sign-ins.js';

const HOUSE = {
  url: 'http://127.0.0.1:8080',
  mailsAt: '/mail/a-secret',
  sample: undefined,
  operatorTokenFile: '/data/secrets/operator',
  seconds: 1,
};

describe('the last words of the start', () => {
  it('tell the operator of an empty house where to found it and with what', () => {
    const words = startSummary({ ...HOUSE, operatorToken: 'a-token-of-the-operator' });
    expect(words).toContain('http://127.0.0.1:8080/found');
    expect(words).toContain('a-token-of-the-operator');
  });

  it('tell where caught mails are, where they are caught', () => {
    expect(startSummary({ ...HOUSE, operatorToken: undefined })).toContain('http://127.0.0.1:8080/mail/a-secret');
    expect(startSummary({ ...HOUSE, mailsAt: undefined, operatorToken: undefined })).not.toContain('/mail');
  });

  it('tell where the queues are looked at, and where the password is kept', () => {
    const words = startSummary({ ...HOUSE, operatorToken: undefined });
    expect(words).toContain('http://127.0.0.1:8080/api/notifier/queues/ (as operator; the password is the text of /data/secrets/operator)');
  });

  it('keep the token to themselves once the house is founded', () => {
    expect(startSummary({ ...HOUSE, operatorToken: undefined })).not.toMatch(/token|found/i);
  });
});
