import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '@plenum/local-servers';
import { probe, startTestServers, startTestTokens } from '@plenum/test-kit';
import { Client } from 'pg';
import { repositoryRoot } from '../lib/repository.js';
import { figureOf, note, printFigures } from './lib/figures.js';
import { type Load, type LoadResult, post } from './lib/load.js';

// A write through the proposals service against a bare node:http + pg handler that writes the same rows, in turns.
const ROUNDS = 11; // Many and short: what else the machine does then weighs on both sides alike.
const ROUND_S = 3;
const WARM_UP_S = 8; // Until the compiler has settled: the first thousands of requests cost several times as much.
const CONNECTIONS = 32;

const SERVICE = join(repositoryRoot(), 'dist/services/proposals.js');
const BARE = join(repositoryRoot(), 'test/out-tsc/load/lib/bare-drafts.js');
const [organisationId, sessionId, memberId, callId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const DRAFT = {
  callId,
  subject: 'A canteen that opens late',
  grounds: 'Evening classes end at nine. '.repeat(12),
  measures: 'Open until ten. '.repeat(12),
  category: 'logistics',
};

const servers = await startTestServers({ exclusive: true });
const tokens = await startTestTokens();
const programs: ChildProcess[] = [];

try {
  const service = await startService();
  const bare = await startBare();
  note('warming up');
  for (const load of [service, bare]) await post({ ...load, seconds: WARM_UP_S });
  const [ours, theirs]: [LoadResult[], LoadResult[]] = [[], []];
  for (let round = 1; round <= ROUNDS; round += 1) {
    // Who comes first changes from round to round.
    const turns: [Load, LoadResult[]][] = [
      [service, ours],
      [bare, theirs],
    ];
    for (const [load, results] of round % 2 === 0 ? turns.reverse() : turns) results.push(await post(load));
    note(
      `round ${round} of ${ROUNDS}: ${ours.at(-1)?.requestsPerSecond.toFixed(0)} against ${theirs.at(-1)?.requestsPerSecond.toFixed(0)} requests/s`,
    );
  }
  const samples = (results: LoadResult[], of: keyof LoadResult) => results.map((result) => result[of]);
  printFigures(
    [
      {
        name: 'draft through the proposals service',
        unit: 'requests/s',
        samples: samples(ours, 'requestsPerSecond'),
        against: samples(theirs, 'requestsPerSecond'),
      },
      { name: 'the same rows by node:http and pg', unit: 'requests/s', samples: samples(theirs, 'requestsPerSecond') },
      { name: `draft p50, ${CONNECTIONS} connections`, unit: 'ms', samples: samples(ours, 'p50'), against: samples(theirs, 'p50') },
      { name: `draft p99, ${CONNECTIONS} connections`, unit: 'ms', samples: samples(ours, 'p99'), against: samples(theirs, 'p99') },
    ].map(figureOf),
  );
} finally {
  for (const program of programs) await ended(program);
  await tokens.stop();
  await servers.stop();
}

/** The service as it runs in production, with its logs, relay and audit chain; only the limit of requests is out of the way. */
async function startService(): Promise<Load> {
  const environment = await preparedDatabase();
  const port = await freePort();
  start([SERVICE, 'run'], { ...environment, PROPOSALS_PORT: String(port), PROPOSALS_REQUESTS_PER_MINUTE_MAX: '100000000' });
  const origin = `http://127.0.0.1:${port}`;
  await probe('the proposals service is ready', async () => (await fetch(`${origin}/health`)).ok, { timeoutMs: 60_000 });
  const authorization = `Bearer ${await tokens.tokenFor(memberId, organisationId, {}, '1 hour')}`;
  return loadOf(`${origin}/api/proposals/proposals`, { authorization });
}

/** The bare handler, on tables of its own: the service's audit chain would take its rows for the service's. */
async function startBare(): Promise<Load> {
  const { PROPOSALS_DATABASE_URL: databaseUrl = '' } = await preparedDatabase();
  const port = await freePort();
  start([BARE, String(port), databaseUrl, organisationId, sessionId, memberId], {});
  const url = `http://127.0.0.1:${port}/`;
  await probe('the bare handler answers', async () => (await fetch(url, { method: 'POST', body: JSON.stringify(DRAFT) })).ok);
  return loadOf(url, {});
}

function loadOf(url: string, headers: Record<string, string>): Load {
  return { url, headers, body: JSON.stringify(DRAFT), connections: CONNECTIONS, seconds: ROUND_S };
}

/** A database with the service's tables, a delegate and a call that is open, as the service's environment. */
async function preparedDatabase(): Promise<Record<string, string>> {
  const environment: Record<string, string> = {
    ...(await servers.serviceEnvironment('proposals', 'bench')),
    PROPOSALS_JWKS_URL: tokens.jwksUrl,
  };
  execFileSync(process.execPath, [SERVICE, 'migrate'], { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit'] });
  const client = new Client({ connectionString: environment['PROPOSALS_DATABASE_URL'] });
  await client.connect();
  await client.query(
    `
      INSERT INTO directory_members (id, organisation_id, staff_no, name, active, standing, has_vote, version)
      VALUES ($1, $2, '1', 'A delegate', true, 'FULL', true, 1)
    `,
    [memberId, organisationId],
  );
  await client.query(
    "INSERT INTO directory_seats (session_id, member_id, organisation_id, kind, seated, version) VALUES ($1, $2, $3, 'DELEGATE', true, 1)",
    [sessionId, memberId, organisationId],
  );
  await client.query(
    `
      INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings)
      VALUES ($1, $2, $3, now() - interval '1 day', now() + interval '1 day', $4)
    `,
    [callId, organisationId, sessionId, JSON.stringify({ nonDelegateMayPropose: 'no', lateHandling: 'refuse' })],
  );
  await client.end();
  return environment;
}

function start(args: readonly string[], env: Record<string, string>): void {
  programs.push(spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] }));
}

async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const exit = once(program, 'exit');
  program.kill('SIGTERM');
  await exit;
}
