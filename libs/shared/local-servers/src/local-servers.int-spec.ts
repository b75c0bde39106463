import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Redis } from 'ioredis';
import { Client } from 'pg';

import { commandLineOf, freePort, isAlive, startLocalServers, startPostgres, startRedis, type LocalServers } from './index.js';

const sql = async (url: string, text: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

const redisSays = async (url: string, ...command: [string, ...string[]]): Promise<unknown> => {
  const client = new Redis(url);
  try {
    return await client.call(...command);
  } finally {
    client.disconnect();
  }
};

describe('servers of one machine', () => {
  let folder: string;
  let servers: LocalServers | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'plenum-servers-'));
  });

  afterEach(async () => {
    await servers?.stop();
    servers = undefined;
    await rm(folder, { recursive: true, force: true });
  });

  const start = async (): Promise<LocalServers> => (servers = await startLocalServers({ dataFolder: folder, stopOnSignals: false }));

  it('keep what was written across a stop and a start', async () => {
    const first = await start();
    await sql(first.postgresUrl, 'CREATE TABLE kept AS SELECT 57 AS delegates');
    await redisSays(first.redisUrl, 'SET', 'kept', '57');
    await first.stop();
    expect(isAlive(first.postgres.pid)).toBe(false);
    expect(isAlive(first.redis.pid)).toBe(false);

    const second = await start();
    expect(await sql(second.postgresUrl, 'SELECT delegates FROM kept')).toEqual([{ delegates: 57 }]);
    expect(await redisSays(second.redisUrl, 'GET', 'kept')).toBe('57');
  }, 60_000);

  it('are taken over when an earlier run was killed', async () => {
    const first = await start();
    const second = await startLocalServers({ dataFolder: folder, stopOnSignals: false });
    expect([second.postgres.pid, second.redis.pid]).toEqual([first.postgres.pid, first.redis.pid]);
    expect([second.postgresUrl, second.redisUrl]).toEqual([first.postgresUrl, first.redisUrl]);
  }, 60_000);

  it('come back after they were killed themselves, with every committed row', async () => {
    const first = await start();
    await sql(first.postgresUrl, 'CREATE TABLE kept AS SELECT 52 AS signatures');
    process.kill(first.postgres.pid, 'SIGKILL');
    process.kill(first.redis.pid, 'SIGKILL');
    const second = await start();
    expect(second.postgres.pid).not.toBe(first.postgres.pid);
    expect(await sql(second.postgresUrl, 'SELECT signatures FROM kept')).toEqual([{ signatures: 52 }]);
  }, 60_000);

  it('start although a stale lock names a process that belongs to somebody else', async () => {
    const first = await start();
    await first.stop();
    await writeFile(path.join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${folder}\n0\n5432\n`);
    await writeFile(path.join(folder, 'redis.process'), `${process.pid} 6379`);
    const second = await start();
    expect(await sql(second.postgresUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  }, 60_000);

  it('listen on this machine only, keep secrets to their owner, and never evict', async () => {
    const { postgresUrl, redisUrl } = await start();
    expect(await sql(postgresUrl, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await redisSays(redisUrl, 'CONFIG', 'GET', 'bind')).toEqual(['bind', '127.0.0.1']);
    expect(await redisSays(redisUrl, 'CONFIG', 'GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    expect(await redisSays(redisUrl, 'CONFIG', 'GET', 'appendonly')).toEqual(['appendonly', 'yes']);
    for (const file of ['postgres.password', 'redis.password', 'redis.conf']) {
      expect(((await stat(path.join(folder, file))).mode & 0o777).toString(8)).toBe('600');
    }
    const stranger = new URL(redisUrl);
    stranger.password = '';
    const guess = new Redis(stranger.toString(), { enableReadyCheck: false });
    guess.on('error', () => undefined); // Told by the call itself.
    await expect(guess.ping()).rejects.toThrow(/NOAUTH/);
    guess.disconnect();
  }, 60_000);

  it('sort and store text the same whatever the caller’s language settings', async () => {
    const { postgresUrl } = await start();
    expect(
      await sql(
        postgresUrl,
        `
          SELECT getdatabaseencoding() AS encoding, datlocprovider AS provider, datlocale AS locale
          FROM pg_database
          WHERE datname = 'postgres'
        `,
      ),
    ).toEqual([{ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' }]);
  }, 60_000);

  it('name a taken port in one line and leave nothing running', async () => {
    const port = await freePort();
    const stranger = createServer().listen(port, '127.0.0.1');
    await expect(startLocalServers({ dataFolder: folder, redisPort: port })).rejects.toMatchObject({
      trouble: 'port-taken',
      message: expect.stringContaining(`Port ${port} is taken`),
    });
    stranger.close();
    expect(await readFile(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => 'none')).toBe('none');
  }, 60_000);

  it('move to another port when asked', async () => {
    const first = await start();
    const port = await freePort();
    const moved = await startPostgres({ dataFolder: folder, port });
    expect(moved.port).toBe(port);
    expect(isAlive(first.postgres.pid)).toBe(false);
    await moved.stop();
    const redisPort = await freePort();
    const movedRedis = await startRedis({ dataFolder: folder, port: redisPort });
    expect(movedRedis.port).toBe(redisPort);
    await movedRedis.stop();
  }, 60_000);
});

describe('a process of this machine', () => {
  it('is alive until it has ended, and is known by its command line', async () => {
    const child = spawn('sleep', ['86400']);
    const pid = child.pid as number;
    await new Promise((resolve) => child.once('spawn', resolve));
    expect(isAlive(pid)).toBe(true);
    expect(await commandLineOf(pid)).toContain('sleep');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(isAlive(pid)).toBe(false);
  });
});
