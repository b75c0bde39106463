import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '@plenum/local-servers';
import { probe, type startTestTokens, type TestServers } from '@plenum/test-kit';
import { Client } from 'pg';
import { Person } from '../../lib/api-client.js';
import { repositoryRoot } from '../../lib/repository.js';

const SERVICE = join(repositoryRoot(), 'apps/notifier/dist/main.js');
const NOTICES = 1_000_000;

/** Every other notice is the first member's until that one has ten thousand; a tenth of all are unread, and each was mailed. */
const FILL = `
  INSERT INTO notices (organisation_id, member_id, cause, code, params, link, created_at, read_at)
  SELECT $1, CASE WHEN n % 2 = 0 AND n <= 20000 THEN ($2::uuid[])[1] ELSE ($2::uuid[])[1 + n % cardinality($2::uuid[])] END, 'cause ' || n,
    'proposals.proposal-closed', jsonb_build_object('subject', '延长图书馆开放时间' || n, 'docketNo', '7-1-' || n), NULL,
    now() - n * interval '10 s', CASE WHEN n % 10 > 0 THEN now() END
  FROM generate_series(1, $3::int) AS n`;

/** The notifier service with a million notices, as the member reads it who has the most of them. */
export async function fullInbox(
  servers: TestServers,
  tokens: Awaited<ReturnType<typeof startTestTokens>>,
  organisationId: string,
  members: readonly string[],
): Promise<{ readonly reader: Person; stop(): Promise<void> }> {
  const environment: Record<string, string> = {
    ...(await servers.serviceEnvironment('notifier', 'inbox_bench')),
    NODE_ENV: 'production',
    NOTIFIER_JWKS_URL: tokens.jwksUrl,
    NOTIFIER_SMTP_URL: 'smtp://127.0.0.1:9',
    NOTIFIER_MAIL_FROM: 'Plenum <plenum@example.test>',
    NOTIFIER_PUBLIC_URL: 'http://localhost:8080',
    NOTIFIER_REQUESTS_PER_MINUTE_MAX: '100000000',
  };
  execFileSync(process.execPath, [SERVICE, 'migrate'], { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit'] });
  const client = new Client({ connectionString: environment['NOTIFIER_DATABASE_URL'] });
  await client.connect();
  try {
    await client.query(FILL, [organisationId, members, NOTICES]);
    await client.query('ANALYZE notices');
  } finally {
    await client.end();
  }
  const port = await freePort();
  const program: ChildProcess = spawn(process.execPath, [SERVICE, 'run'], {
    env: { ...process.env, ...environment, NOTIFIER_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await probe('the notifier service is ready', async () => (await fetch(`${url}/health`)).ok, { timeoutMs: 120_000 });
  const [memberId = ''] = members;
  return {
    reader: new Person(url, memberId, memberId, await tokens.tokenFor(memberId, organisationId, {}, '1 hour')),
    stop: async () => {
      program.kill('SIGTERM');
      if (program.exitCode === null) await once(program, 'exit');
    },
  };
}
