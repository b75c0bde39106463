import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { NotifierConfig } from '../notifier.config.js';
import type { WayOutcome } from '../ways/way.js';
import { Postman } from './postman.js';

const refusal = (responseCode: number, words = 'somebody@example.test is not welcome'): Error =>
  Object.assign(new Error(words), { responseCode });

describe('the postman', () => {
  const open: { close(): unknown }[] = [];

  afterEach(() => open.splice(0).forEach((one) => one.close()));

  const postman = (smtpUrl: string): Postman => {
    const made = new Postman({ smtpUrl, mailFrom: 'Plenum <plenum@example.test>', mailConnections: 2 } as NotifierConfig);
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

  const mail = { letterId: 'd1', to: { name: 'A', address: 'somebody@example.test' }, subject: 's', text: 't' };

  it('says that a mail was taken, with a Message-ID made of its letter', async () => {
    let source = '';
    const host = await serverThat({
      onData: (stream, _session, done) => stream.on('data', (part) => (source += String(part))).on('end', () => done()),
    });
    expect(await postman(`smtp://${host}`).post(mail)).toEqual({ outcome: 'sent' });
    expect(source).toContain('Message-ID: <d1@example.test>');
    expect(source).toContain('Auto-Submitted: auto-generated');
  });

  const atRecipient = (status: number, words?: string): SMTPServerOptions => ({
    onRcptTo: (_address, _session, done) => done(refusal(status, words)),
  });
  const atMessage = (status: number, words?: string): SMTPServerOptions => ({
    onData: (stream, _session, done) => stream.resume().on('end', () => done(refusal(status, words))),
  });

  it.each([
    ['an address that the server does not know', atRecipient(550, '5.1.1 User unknown'), { outcome: 'refused', reason: 'mailbox-unknown' }],
    ['a mailbox that is full', atRecipient(552, '5.2.2 Over quota'), { outcome: 'refused', reason: 'mailbox-full' }],
    ['a mailbox that is off', atRecipient(550, '5.2.1 Disabled'), { outcome: 'refused', reason: 'mailbox-off' }],
    ['a domain that is not there', atRecipient(550, '5.1.2 No such domain'), { outcome: 'refused', reason: 'domain-unknown' }],
    ['a mail that the server takes for spam', atMessage(554, '5.7.1 Rejected as spam'), { outcome: 'refused', reason: 'blocked' }],
    ['a mail that is too large', atMessage(552, '5.3.4 Message too big'), { outcome: 'refused', reason: 'too-large' }],
    ['one that it does not want and does not say why', atRecipient(550), { outcome: 'refused', reason: 'not-taken' }],
    [
      'one that it does not know, in words that have others in them',
      atRecipient(550, '5.1.1 No such user in the corporate directory, unlimited'),
      { outcome: 'refused', reason: 'mailbox-unknown' },
    ],
    [
      'a server that takes so many an hour and calls it final',
      atRecipient(550, '5.7.1 Too many messages from this sender'),
      { outcome: 'trouble', reason: 'too-frequent', pauseMs: 30_000 },
    ],
    [
      'one that says so by its code alone',
      atMessage(550, '5.4.5 Sending'),
      { outcome: 'trouble', reason: 'too-frequent', pauseMs: 30_000 },
    ],
    ['one that says so in Chinese', atRecipient(554, '发信频率过快'), { outcome: 'trouble', reason: 'too-frequent', pauseMs: 30_000 }],
    ['one that wants it later', atRecipient(550, 'Please try again later'), { outcome: 'trouble', reason: 'server-busy' }],
    [
      'one that does not know us yet and calls it final',
      atRecipient(550, 'Greylisting in effect'),
      { outcome: 'trouble', reason: 'greylisted', pauseMs: 60_000 },
    ],
    ['a mailbox that is full for now', atRecipient(452, '4.2.2 Mailbox full'), { outcome: 'trouble', reason: 'mailbox-full' }],
    [
      'a sender that it does not take',
      { onMailFrom: (_address, _session, done) => done(refusal(553, '5.1.8 Not yours')) },
      { outcome: 'trouble', reason: 'sender-refused' },
    ],
  ] as const satisfies readonly (readonly [string, SMTPServerOptions, WayOutcome])[])('tells %s', async (_what, options, became) => {
    expect(await postman(`smtp://${await serverThat(options)}`).post(mail)).toEqual(became);
  });

  it('takes a wrong password for trouble of ours, that somebody may mend', async () => {
    const host = await serverThat({ authOptional: false, allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(refusal(535)) });
    expect(await postman(`smtp://plenum:wrong@${host}`).post(mail)).toEqual({ outcome: 'trouble', reason: 'sign-in-refused' });
  });

  it('takes a server that does not answer for trouble', async () => {
    expect(await postman('smtp://127.0.0.1:1').post(mail)).toEqual({ outcome: 'trouble', reason: 'unreachable' });
  });
});
