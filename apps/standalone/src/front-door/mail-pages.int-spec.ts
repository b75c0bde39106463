import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { fastify, type FastifyInstance } from 'fastify';

import { MailStore } from '../mail/mail-store.js';
import { showMails } from './mail-pages.js';

const SECRET = 'a-word-that-nobody-guesses';

describe('the caught mails', () => {
  let folder: string;
  let server: FastifyInstance;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'plenum-mails-'));
    const store = await MailStore.open(folder);
    for (const subject of ['first', 'second']) {
      await store.keep({
        from: 'p@example.test',
        to: ['t@example.test'],
        subject,
        text: '',
        html: '',
        messageId: '',
        receivedAt: `2026-03-0${subject === 'first' ? 1 : 2}T00:00:00.000Z`,
        raw: Buffer.from('Subject: x'),
      });
    }
    server = fastify({ trustProxy: '203.0.113.9' });
    await showMails(server, { store: await MailStore.open(folder), secret: SECRET });
  });

  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('are shown newest first on this machine', async () => {
    const answer = await server.inject({
      url: `/mail/${SECRET}/messages`,
      remoteAddress: '127.0.0.1',
      headers: { host: '127.0.0.1:8080' },
    });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json<{ items: { subject: string }[] }>().items.map(({ subject }) => subject)).toEqual(['second', 'first']);
  });

  const HERE = { remoteAddress: '127.0.0.1', headers: { host: 'localhost:8080' } };
  it.each<[string, { url?: string; remoteAddress?: string; headers?: Record<string, string> }]>([
    ['another machine', { remoteAddress: '203.0.113.7' }],
    ['somebody behind a proxy on this machine that nobody told us of', { headers: { ...HERE.headers, 'x-forwarded-for': '203.0.113.7' } }],
    ['somebody behind one that says so in the new way', { headers: { ...HERE.headers, forwarded: 'for=203.0.113.7' } }],
    [
      'somebody behind a proxy that is believed, who says to be this machine',
      { remoteAddress: '203.0.113.9', headers: { ...HERE.headers, 'x-forwarded-for': '127.0.0.1' } },
    ],
    ['a name that leads here, as a page of somebody else may use', { headers: { host: 'plenum.attacker.example' } }],
    ['a name that only begins as ours', { headers: { host: 'localhost.attacker.example:8080' } }],
    ['who knows no secret', { url: '/mail' }],
    ['who guesses one', { url: '/mail/a-word-that-somebody-guesses/messages' }],
    ['who asks as before', { url: '/mail/messages' }],
  ])('are not there for %s', async (_, asked) => {
    for (const below of ['', '/messages', '/some-id', '/some-id/source']) {
      expect((await server.inject({ ...HERE, url: `/mail/${SECRET}${below}`, ...asked })).statusCode).toBe(404);
    }
  });
});
