import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { NotifierConfig } from '../notifier.config.js';
import { Postman } from './postman.js';

const refusal = (responseCode: number, words = 'somebody@example.test is not welcome'): Error =>
  Object.assign(new Error(words), { responseCode });

describe('the postman', () => {
  const open: { close(): unknown }[] = [];

  afterEach(() => open.splice(0).forEach((one) => one.close()));

  const postman = (smtpUrl: string): Postman => {
    const made = new Postman({ smtpUrl, mailFrom: 'Plenum <plenum@example.test>' } as NotifierConfig);
    open.unshift(made);
    return made;
  };

  const serverThat = async (options: SMTPServerOptions): Promise<string> => {
    const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], ...options });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push(server);
    return `127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  };

  const mail = { deliveryId: 'd1', to: { name: 'A', address: 'somebody@example.test' }, subject: 's', text: 't' };

  it('says that a mail was taken, with a Message-ID made of its delivery', async () => {
    let source = '';
    const host = await serverThat({
      onData: (stream, _session, done) => stream.on('data', (part) => (source += String(part))).on('end', () => done()),
    });
    expect(await postman(`smtp://${host}`).post(mail)).toEqual({ outcome: 'sent' });
    expect(source).toContain('Message-ID: <d1@example.test>');
    expect(source).toContain('Auto-Submitted: auto-generated');
  });

  it.each([
    [
      'an address that the server does not know',
      { onRcptTo: (_address, _session, done) => done(refusal(550)) },
      'refused',
      'EENVELOPE 550',
    ],
    [
      'a mail that the server does not want',
      { onData: (stream, _session, done) => stream.resume().on('end', () => done(refusal(552))) },
      'refused',
      'EMESSAGE 552',
    ],
    [
      'one that it does not know, in words that have others in them',
      { onRcptTo: (_address, _session, done) => done(refusal(550, '5.1.1 No such user in the corporate directory, unlimited')) },
      'refused',
      'EENVELOPE 550',
    ],
    [
      'a server that takes so many an hour and calls it final',
      { onRcptTo: (_address, _session, done) => done(refusal(550, '5.7.1 Too many messages from this sender')) },
      'trouble',
      'EENVELOPE 550',
    ],
    [
      'one that says so by its code alone',
      { onData: (stream, _session, done) => stream.resume().on('end', () => done(refusal(550, '5.4.5 Daily sending'))) },
      'trouble',
      'EMESSAGE 550',
    ],
    [
      'one that says so in Chinese',
      { onRcptTo: (_address, _session, done) => done(refusal(554, '发信频率过快')) },
      'trouble',
      'EENVELOPE 554',
    ],
    ['a mailbox that is full for now', { onRcptTo: (_address, _session, done) => done(refusal(452)) }, 'trouble', 'EENVELOPE 452'],
  ] as const satisfies readonly (readonly [string, SMTPServerOptions, string, string])[])(
    'tells %s',
    async (_what, options, outcome, reason) => {
      expect(await postman(`smtp://${await serverThat(options)}`).post(mail)).toEqual({ outcome, reason });
    },
  );

  it('takes a wrong password for trouble of ours, that somebody may mend', async () => {
    const host = await serverThat({ authOptional: false, allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(refusal(535)) });
    expect(await postman(`smtp://plenum:wrong@${host}`).post(mail)).toEqual({ outcome: 'trouble', reason: 'EAUTH 535' });
  });

  it('takes a server that does not answer for trouble', async () => {
    expect(await postman('smtp://127.0.0.1:1').post(mail)).toMatchObject({
      outcome: 'trouble',
      reason: expect.stringMatching(/ECONNECTION|ESOCKET/),
    });
  });
});
