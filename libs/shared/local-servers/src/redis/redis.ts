import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { Redis } from 'ioredis';

import { ensureRoom, keepSecret, logsOf, privateFolder, tailOf } from '../folders.js';
import { LocalServerError, troubleFrom } from '../local-server-error.js';
import { ensurePortFree, freePort, LOOPBACK } from '../ports.js';
import type { RunningServer, ServerOptions } from '../postgres/postgres.js';
import { commandLineOf, endProcess, isAlive, launch, until } from '../processes.js';
import { redisProgram } from './redis.program.js';

const DATA_BYTES = 16 * 1024 * 1024;
const READY_TIMEOUT_MS = 30_000; // A long append-only file is read first.
const DATABASES = 1024; // Test files take one each.
const STOP_STEPS = [
  { signal: 'SIGTERM', waitMs: 10_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
] as const;

/**
 * Redis on 127.0.0.1 as queues need it (never evicts, append-only file), with its data in `<dataFolder>/redis`. A server that
 * a killed earlier run left behind is taken over. Refuses with a one-line `LocalServerError`.
 */
export async function startRedis({ dataFolder, port, durable = true }: ServerOptions): Promise<RunningServer> {
  const folder = path.resolve(dataFolder);
  const data = await privateFolder(path.join(folder, 'redis'));
  await privateFolder(logsOf(folder));
  const password = await keepSecret(path.join(folder, 'redis.password'));
  const processFile = path.join(folder, 'redis.process');
  const left = await leftBehind(processFile, data, password);
  if (left && (port === undefined || left.port === port)) return left;
  if (left) await left.stop();

  await ensureRoom(folder, DATA_BYTES);
  const { program, libraries } = await redisProgram(folder);
  const chosen = port ?? (await freePort());
  await ensurePortFree(chosen, 'Redis');
  const configFile = path.join(folder, 'redis.conf');
  await writeFile(configFile, configOf({ port: chosen, data, password, durable }), { mode: 0o600 });
  const logFile = path.join(logsOf(folder), 'redis.log');
  const env = libraries === undefined ? process.env : { ...process.env, LD_LIBRARY_PATH: libraries };
  const launched = await launch({ program, args: [configFile], env }, logFile);
  await writeFile(processFile, `${launched.pid} ${chosen}`, { mode: 0o600 });
  const url = urlOf(chosen, password);
  const settled = await until(async () => launched.hasEnded() || (await servingPid(url, data)) !== undefined, READY_TIMEOUT_MS);
  if (launched.hasEnded()) throw troubleFrom(await tailOf(logFile, 3), 'Redis', logFile);
  if (!settled) {
    await endProcess(launched.pid, STOP_STEPS);
    throw new LocalServerError('failed', `Redis did not answer within ${READY_TIMEOUT_MS / 1000} s (its log is in ${logFile}).`);
  }
  return runningAt(launched.pid, chosen, password);
}

const urlOf = (port: number, password: string): string => `redis://:${encodeURIComponent(password)}@${LOOPBACK}:${port}`;

const runningAt = (pid: number, port: number, password: string): RunningServer => ({
  url: urlOf(port, password),
  port,
  pid,
  stop: () => endProcess(pid, STOP_STEPS),
});

const configOf = ({ port, data, password, durable }: { port: number; data: string; password: string; durable: boolean }): string =>
  [
    `bind ${LOOPBACK}`,
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${JSON.stringify(data)}`,
    `databases ${DATABASES}`,
    'maxmemory-policy noeviction',
    `appendonly ${durable ? 'yes' : 'no'}`,
    'appendfsync everysec',
    'save ""',
    'daemonize no',
    '',
  ].join('\n');

/** The process that serves this data folder at an address, if it answers and is ours. */
async function servingPid(url: string, data: string): Promise<number | undefined> {
  // One short try: no queue, no repetition, no waiting until a long file is loaded, and no timer left behind.
  const options = {
    lazyConnect: true,
    enableReadyCheck: false,
    enableOfflineQueue: false,
    retryStrategy: () => null,
    connectTimeout: 2_000,
    disconnectTimeout: 50,
  };
  const client = new Redis(url, options);
  client.on('error', () => undefined); // Told by the call itself.
  try {
    await client.connect();
    const [, folder] = (await client.config('GET', 'dir')) as string[];
    const pid = Number(/^process_id:(\d+)/m.exec(await client.info('server'))?.[1]);
    return folder === data && isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  } finally {
    client.disconnect();
  }
}

/** The server that still runs on this data, if any; one that does not answer is ended. */
async function leftBehind(processFile: string, data: string, password: string): Promise<RunningServer | undefined> {
  const [pid = 0, port = 0] = (await readFile(processFile, 'utf8').catch(() => '')).split(' ').map(Number);
  // Redis renames itself to its address: a stranger with this process id does not carry it.
  if (!pid || !isAlive(pid) || !(await commandLineOf(pid)).includes(`${LOOPBACK}:${port}`)) return undefined;
  const answers = await until(async () => (await servingPid(urlOf(port, password), data)) === pid, 5_000);
  if (answers) return runningAt(pid, port, password);
  await endProcess(pid, STOP_STEPS);
  return undefined;
}
