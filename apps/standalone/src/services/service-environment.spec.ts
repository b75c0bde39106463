import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Secrets } from './secrets.js';
import { type Addresses, environmentOf } from './service-environment.js';

describe('the environment of a service', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-environment-'));
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const everyService = <V>(value: V) => ({ congress: value, proposals: value, ballot: value, notifier: value });
  const addresses: Addresses = {
    ports: everyService(1),
    databaseUrls: everyService({ service: 'postgres://of-nobody', migration: 'postgres://of-nobody' }),
    redisUrl: 'redis://of-nobody',
    smtpUrl: 'smtp://of-nobody',
    mailFrom: 'plenum@example.test',
    publicUrl: 'http://localhost',
    logLevel: 'silent',
  };
  const secrets = { folder, eventKeyFiles: everyService('key') } as unknown as Secrets;
  const of = (service: 'notifier' | 'ballot') => environmentOf(service, addresses, secrets);

  it('has what whoever runs the house has said of that service, and of no other', async () => {
    process.env['NOTIFIER_MAIL_CONNECTIONS'] = '3';
    process.env['BALLOT_REQUESTS_PER_MINUTE_MAX'] = '4';
    expect(await of('notifier')).toMatchObject({ NOTIFIER_MAIL_CONNECTIONS: '3' });
    expect(await of('notifier')).not.toHaveProperty('BALLOT_REQUESTS_PER_MINUTE_MAX');
    expect(await of('ballot')).toMatchObject({ BALLOT_REQUESTS_PER_MINUTE_MAX: '4' });
    expect(await of('ballot')).not.toHaveProperty('NOTIFIER_MAIL_CONNECTIONS');
  });

  it('has what holds a password as the name of a file alone', async () => {
    process.env['NOTIFIER_IMAP_URL'] = 'imaps://plenum:secret@imap.example.test';
    const { NOTIFIER_IMAP_URL_FILE: file = '', ...rest } = await of('notifier');
    expect(readFileSync(file, 'utf8').trim()).toBe('imaps://plenum:secret@imap.example.test');
    expect(JSON.stringify(rest)).not.toContain('secret@');
    delete process.env['NOTIFIER_IMAP_URL'];
    expect(await of('notifier')).not.toHaveProperty('NOTIFIER_IMAP_URL_FILE');
  });
});
