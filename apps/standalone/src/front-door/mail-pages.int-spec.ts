import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { fastify, type FastifyInstance } from 'fastify';

import { MailStore } from '../mail/mail-store.js';
import { showMails } from './mail-pages.js';

describe('the caught mails', () => {
  let folder: string;
  let door: FastifyInstance;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'plenum-mails-'));
    const store = await MailStore.open(folder);
    for (const subject of ['first', 'second']) {
      await store.keep({ from: 'p@example.test', to: ['t@example.test'], subject, text: '', html: '', messageId: '', receivedAt: `2026-03-0${subject === 'first' ? 1 : 2}T00:00:00.000Z`, raw: Buffer.from('Subject: x') });
    }
    door = fastify();
    await showMails(door, await MailStore.open(folder));
  });

  afterAll(async () => {
    await door.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('are shown newest first on this machine', async () => {
    const answer = await door.inject({ url: '/mail/messages', remoteAddress: '127.0.0.1' });
    expect(answer.json<{ items: { subject: string }[] }>().items.map(({ subject }) => subject)).toEqual(['second', 'first']);
  });

  it.each(['/mail', '/mail/messages', '/mail/some-id', '/mail/some-id/source'])('are not there for another machine: %s', async (url) => {
    expect((await door.inject({ url, remoteAddress: '203.0.113.7' })).statusCode).toBe(404);
  });
});
