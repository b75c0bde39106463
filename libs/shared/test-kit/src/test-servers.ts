import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { provisionDatabases, startLocalServers, type LocalServers, type OfBothRoles } from '@plenum/local-servers';
import { Redis } from 'ioredis';
import { Client, escapeIdentifier } from 'pg';

import { testEventKeys } from './test-event-keys.js';

const SHARED_POSTGRES = 'PLENUM_TEST_POSTGRES_URL';
const SHARED_REDIS = 'PLENUM_TEST_REDIS_URL';
const DATABASE_COUNTER = 'plenum:test:redis-database';

/** Real servers for one test file (or one program), and what it may use of them. */
export interface TestServers {
  /** The administrator's address of PostgreSQL: for provisioning, not for the code under test. */
  readonly postgresUrl: string;
  /** A numbered Redis database of this file's own. */
  readonly redisUrl: string;
  /** The servers themselves when they belong to this file; undefined when the runner shares its own between files. */
  readonly own: LocalServers | undefined;
  /**
   * An empty database with a role of its own that owns it and is no administrator: for what makes tables by itself. A service gets a
   * `serviceEnvironment`.
   * @returns the address of that role
   */
  createTestDatabase(name?: string): Promise<string>;
  /**
   * A service's part of the servers as its environment: a database of its own (called by its name unless another is given) with its two
   * roles, the queues, and keys that are good for the events of every service and of a `publisher` beside them.
   */
  serviceEnvironment(service: string, name?: string): Promise<Record<string, string>>;
  /** The same with a copy of the database of another such environment, which nobody is connected to; the roles are that one's. */
  copyOf(model: NodeJS.ProcessEnv, service: string): Promise<Record<string, string>>;
  /** Drops this file's databases, empties its Redis database, and ends the servers when they are its own. */
  stop(): Promise<void>;
}

/**
 * Servers for a program: the runner's when `PLENUM_TEST_POSTGRES_URL` and `PLENUM_TEST_REDIS_URL` name them, otherwise own ones
 * in a temporary folder, which end with this process however it ends. `exclusive` asks for own ones in any case (a test that
 * stops a server or flushes Redis).
 */
export async function startTestServers({ exclusive = false } = {}): Promise<TestServers> {
  const { [SHARED_POSTGRES]: sharedPostgres, [SHARED_REDIS]: sharedRedis } = process.env;
  if (!exclusive && sharedPostgres && sharedRedis) return serversAt(sharedPostgres, sharedRedis, undefined, async () => undefined);
  const folder = await mkdtemp(path.join(tmpdir(), 'plenum-test-'));
  const own = await startLocalServers({ dataFolder: folder, durable: exclusive, stopOnSignals: false });
  const release = guard([own.postgres.pid, own.redis.pid], folder);
  return serversAt(own.postgresUrl, own.redisUrl, own, async () => {
    await own.stop();
    release();
    await rm(folder, { recursive: true, force: true });
  });
}

interface Hooks {
  beforeAll(work: () => Promise<void>, timeoutMs: number): void;
  afterAll(work: () => Promise<void>, timeoutMs: number): void;
}

const START_TIMEOUT_MS = 90_000;
const GOING_MS = 15_000; // Who was told to stop may still be about it; a pool lets go of what it was just opening after ten seconds.

/** `startTestServers` for a Jest file or `describe`: started before its tests, stopped after them. */
export function testServers(options: { exclusive?: boolean } = {}): TestServers {
  let servers: TestServers | undefined;
  const started = (): TestServers => {
    if (!servers) throw new Error('The test servers are there from the first beforeAll on.');
    return servers;
  };
  const { beforeAll, afterAll } = globalThis as unknown as Hooks;
  beforeAll(async () => {
    servers = await startTestServers(options);
  }, START_TIMEOUT_MS);
  afterAll(async () => servers?.stop(), START_TIMEOUT_MS);
  return {
    get postgresUrl() {
      return started().postgresUrl;
    },
    get redisUrl() {
      return started().redisUrl;
    },
    get own() {
      return started().own;
    },
    createTestDatabase: (name) => started().createTestDatabase(name),
    serviceEnvironment: (service, name) => started().serviceEnvironment(service, name),
    copyOf: (model, service) => started().copyOf(model, service),
    stop: () => started().stop(),
  };
}

async function serversAt(
  postgresUrl: string,
  redisUrl: string,
  own: LocalServers | undefined,
  end: () => Promise<void>,
): Promise<TestServers> {
  const ownRedisUrl = own ? redisUrl : await takeRedisDatabase(redisUrl);
  const made: string[] = [];
  const provision = async (name: string): Promise<OfBothRoles<string>> => {
    const unique = `${name}_${randomBytes(5).toString('hex')}`;
    const urls = await provisionDatabases(postgresUrl, [unique], { [unique]: { service: 'test', migration: 'test' } });
    made.push(`plenum_${unique}`);
    return urls[unique] as OfBothRoles<string>;
  };
  const environmentOf = (service: string, urls: OfBothRoles<string>): Record<string, string> => {
    const own = service.toUpperCase();
    const { eventSigningKey, eventPublicKeys } = testEventKeys([service, 'publisher']);
    return {
      [`${own}_DATABASE_URL`]: urls.service,
      [`${own}_MIGRATION_DATABASE_URL`]: urls.migration,
      [`${own}_REDIS_URL`]: ownRedisUrl,
      [`${own}_EVENT_SIGNING_KEY`]: eventSigningKey,
      [`${own}_EVENT_PUBLIC_KEYS`]: eventPublicKeys,
    };
  };
  return {
    postgresUrl,
    redisUrl: ownRedisUrl,
    own,
    createTestDatabase: async (name = 'test') => (await provision(name)).migration,
    serviceEnvironment: async (service, name = service) => environmentOf(service, await provision(name)),
    async copyOf(model, service) {
      const [ofService, ofOwner] = ['DATABASE_URL', 'MIGRATION_DATABASE_URL'].map(
        (key) => new URL(model[`${service.toUpperCase()}_${key}`]!),
      );
      const copy = `plenum_${service}_${randomBytes(5).toString('hex')}`;
      made.push(copy);
      await copyDatabase(postgresUrl, { model: ofService!.pathname.slice(1), copy, owner: ofOwner!.username, user: ofService!.username });
      const [atService, atOwner] = [ofService!, ofOwner!].map((url) => Object.assign(url, { pathname: `/${copy}` }).toString());
      return environmentOf(service, { service: atService!, migration: atOwner! });
    },
    async stop() {
      if (!own) await Promise.all([dropDatabases(postgresUrl, made), flushRedis(ownRedisUrl)]);
      await end();
    },
  };
}

async function withRedis<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url);
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}

/** Database 0 keeps the count; the others are handed out in turn. */
async function takeRedisDatabase(redisUrl: string): Promise<string> {
  return withRedis(redisUrl, async (redis) => {
    const [, databases] = (await redis.config('GET', 'databases')) as string[];
    const number = ((await redis.incr(DATABASE_COUNTER)) % (Number(databases) - 1)) + 1;
    const url = new URL(redisUrl);
    url.pathname = `/${number}`;
    await flushRedis(url.toString());
    return url.toString();
  });
}

/** Empties a Redis database, as an operator's FLUSHDB would: the queues are gone. */
export const flushRedis = (url: string): Promise<unknown> => withRedis(url, (redis) => redis.flushdb());

interface Copy {
  readonly model: string;
  readonly copy: string;
  readonly owner: string;
  readonly user: string;
}

/** With everything in it, and who may what there; who may connect is not copied. */
async function copyDatabase(postgresUrl: string, { model, copy, owner, user }: Copy): Promise<void> {
  const admin = new Client({ connectionString: postgresUrl });
  await admin.connect();
  try {
    const [from, to, ofOwner, ofUser] = [model, copy, owner, user].map(escapeIdentifier);
    await admin.query(`CREATE DATABASE ${to} TEMPLATE ${from} OWNER ${ofOwner}`);
    await admin.query(`REVOKE ALL ON DATABASE ${to} FROM PUBLIC; GRANT CONNECT ON DATABASE ${to} TO ${ofUser}`);
  } finally {
    await admin.end();
  }
}

async function dropDatabases(postgresUrl: string, names: readonly string[]): Promise<void> {
  const admin = new Client({ connectionString: postgresUrl });
  await admin.connect();
  try {
    const left = await stillConnected(admin, names);
    for (const name of names) {
      await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
      for (const role of [name, `${name}_owner`]) await admin.query(`DROP ROLE IF EXISTS ${escapeIdentifier(role)}`);
    }
    if (left.length > 0)
      throw new Error(
        `The tests are over and a service of theirs still runs, connected as ${left.join(', ')}: stop it before its servers.`,
      );
  } finally {
    await admin.end();
  }
}

/**
 * Who is connected to these databases and stays so: a service that was forgotten, and would go on trying for as long as the tests of others
 * run.
 */
async function stillConnected(admin: Client, names: readonly string[]): Promise<readonly string[]> {
  for (const end = performance.now() + GOING_MS; ; await pause(50)) {
    const { rows } = await admin.query<{ who: string }>(
      `
        SELECT DISTINCT datname || ' ' || application_name AS who
        FROM pg_stat_activity
        WHERE datname = ANY($1) AND backend_type = 'client backend'
      `,
      [names],
    );
    if (rows.length === 0 || performance.now() > end) return rows.map(({ who }) => who);
  }
}

/** A shell that holds our pipe: when we are gone without having said "done", it ends the servers and removes their data. */
function guard(pids: readonly number[], folder: string): () => void {
  const script = 'read -r word; if [ "$word" != done ]; then kill -9 $1 $2; sleep 1; rm -rf "$3"; fi';
  const watcher = spawn('sh', ['-c', script, 'guard', ...pids.map(String), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  (watcher.stdin as Socket).unref();
  return () => watcher.stdin.end('done\n');
}
