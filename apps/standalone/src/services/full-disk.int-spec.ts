import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';

import { freePort } from '@plenum/local-servers';
import { probe, startTestTokens, testServers, type TestTokens } from '@plenum/test-kit';
import { Client } from 'pg';

import { repositoryRoot } from '../testing/repository-root.js';
import { programOf } from './service-list.js';

const FULL = '/dev/full'; // Whoever writes to it hears from the kernel that no space is left on the device.
const TIMEOUT_MS = 120_000; // A laden machine starts three programs.
const WANTED = { locale: 'en', muted: [], digest: 'each', digestHour: 8, digestDay: 1, version: 0 };
const REQUESTS = 300; // Each is a line of the log, and all together more than the pipe of a process takes.

describe('a service of the house as a process of its own, whose log is on a full disk', () => {
  afterAll(async () => {
    if (child?.exitCode === null && child.signalCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    await tokens?.stop();
  }, TIMEOUT_MS);
  const servers = testServers();
  let tokens: TestTokens;
  let child: ChildProcess;
  let url: string;
  let ownerUrl: string;

  beforeAll(async () => {
    tokens = await startTestTokens();
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const given = await servers.serviceEnvironment('notifier');
    ownerUrl = given['NOTIFIER_MIGRATION_DATABASE_URL'] ?? '';
    const env = {
      ...process.env,
      ...given,
      NOTIFIER_JWKS_URL: tokens.jwksUrl,
      NOTIFIER_PORT: String(port),
      NOTIFIER_REQUESTS_PER_MINUTE_MAX: '1000000',
      NOTIFIER_SMTP_URL: 'smtp://127.0.0.1:1',
      NOTIFIER_MAIL_FROM: 'Plenum <plenum@example.test>',
      NOTIFIER_PUBLIC_URL: 'https://congress.example.test',
    };
    const program = path.join(repositoryRoot(), programOf('notifier'));
    execFileSync(process.execPath, [program, 'migrate'], { env, stdio: 'ignore' });
    const full = openSync(FULL, 'w');
    child = spawn(process.execPath, [program, 'run'], { env, stdio: ['ignore', full, full] });
    closeSync(full);
    await probe('the service is ready', async () => (await fetch(`${url}/health`).catch(() => null))?.status === 200, {
      timeoutMs: TIMEOUT_MS,
    });
  }, TIMEOUT_MS * 2);

  it(
    'starts, and answers everybody as ever',
    async () => {
      const answers = await Promise.all(Array.from({ length: REQUESTS }, async () => (await fetch(`${url}/api/notifier/notices`)).status));
      expect(new Set(answers)).toEqual(new Set([401]));
      expect((await fetch(`${url}/health`)).status).toBe(200);
      expect(child.exitCode).toBeNull();
    },
    TIMEOUT_MS,
  );

  it(
    'answers the changes that are under way when it is told to end, and then ends',
    async () => {
      const owner = new Client({ connectionString: ownerUrl });
      await owner.connect();
      try {
        // Whoever writes waits for this lock: the changes are neither refused nor made when the signal comes.
        await owner.query('BEGIN; LOCK TABLE preferences IN EXCLUSIVE MODE');
        const changes = await Promise.all(
          Array.from({ length: 4 }, async () => {
            const memberId = randomUUID();
            const headers = {
              authorization: `Bearer ${await tokens.tokenFor(memberId, randomUUID())}`,
              'content-type': 'application/json',
            };
            return {
              memberId,
              answer: fetch(`${url}/api/notifier/preferences`, {
                method: 'PUT',
                headers,
                body: JSON.stringify(WANTED),
              }).then(async (given) => [given.status, await given.json()], String),
            };
          }),
        );
        const waiting = async () =>
          (
            await owner.query<{ n: number }>(
              "SELECT count(*)::int AS n FROM pg_locks WHERE relation = 'preferences'::regclass AND NOT granted",
            )
          ).rows[0]?.n;
        await probe('all of them wait', async () => (await waiting()) === changes.length, {
          describe: async () => `${await waiting()} do`,
        });
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await probe('nobody else is taken in', () =>
          fetch(`${url}/health`).then(
            () => false,
            () => true,
          ),
        );
        await owner.query('COMMIT');
        expect(await Promise.all(changes.map(({ answer }) => answer))).toEqual(
          changes.map(() => [200, expect.objectContaining({ muted: [], locale: 'en', version: 1 })]),
        );
        await ended;
        const kept = await owner.query('SELECT FROM preferences WHERE member_id = ANY($1)', [changes.map(({ memberId }) => memberId)]);
        expect(kept.rows).toHaveLength(changes.length);
      } finally {
        await owner.end();
      }
    },
    TIMEOUT_MS,
  );
});
