import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';

import { freePort } from '@plenum/local-servers';
import { probe, startTestTokens, testServers, type TestTokens } from '@plenum/test-kit';

import { repositoryRoot } from '../testing/repository-root.js';
import { programOf } from './service-list.js';

const FULL = '/dev/full'; // Whoever writes to it hears from the kernel that no space is left on the device.
const TIMEOUT_MS = 120_000; // A laden machine starts three programs.
const REQUESTS = 300; // Each is a line of the log, and all together more than the pipe of a process takes.

describe('a service whose log is on a full disk', () => {
  afterAll(async () => {
    if (child?.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    await tokens?.stop();
  }, TIMEOUT_MS);
  const servers = testServers();
  let tokens: TestTokens;
  let child: ChildProcess;
  let url: string;

  beforeAll(async () => {
    tokens = await startTestTokens();
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const env = {
      ...process.env,
      ...(await servers.serviceEnvironment('notifier')),
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
    await probe('the service is ready', async () => (await fetch(`${url}/health`).catch(() => null))?.status === 200, { timeoutMs: TIMEOUT_MS });
  }, TIMEOUT_MS * 2);


  it('starts, and answers everybody as ever', async () => {
    const answers = await Promise.all(Array.from({ length: REQUESTS }, async () => (await fetch(`${url}/api/notifier/notices`)).status));
    expect(new Set(answers)).toEqual(new Set([401]));
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(child.exitCode).toBeNull();
  }, TIMEOUT_MS);
});
