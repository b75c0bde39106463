import { execFile } from 'node:child_process';
import { chmod, chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { Client } from 'pg';

import { ensureRoom, keepSecret, logsOf, privateFolder, tailOf } from '../folders.js';
import { LocalServerError, troubleFrom } from '../local-server-error.js';
import { ensurePortFree, freePort, LOOPBACK } from '../ports.js';
import { commandLineOf, endProcess, isAlive, launch, until } from '../processes.js';
import { postgresIdentity, type Identity } from './postgres.identity.js';
import { postgresPrograms, type PostgresPrograms } from './postgres.programs.js';

const run = promisify(execFile);

const ADMIN = 'postgres';
const NEW_CLUSTER_BYTES = 128 * 1024 * 1024; // An empty cluster takes 47 MB and its first log segments as much again.
const OLD_CLUSTER_BYTES = 32 * 1024 * 1024;
const READY_TIMEOUT_MS = 60_000; // Recovery after a crash replays the log first.
const STOP_STEPS = [
  { signal: 'SIGINT', waitMs: 20_000 }, // fast: rolls back and ends the sessions
  { signal: 'SIGQUIT', waitMs: 5_000 }, // at once: recovers at the next start
  { signal: 'SIGKILL', waitMs: 5_000 },
] as const;

/** How a server of this machine is asked for. */
export interface ServerOptions {
  /** The folder that keeps the server's data, log and password; made when it is not there. */
  readonly dataFolder: string;
  /** The port on 127.0.0.1; by default the one it ran on when it still runs, otherwise a free one. */
  readonly port?: number;
  /** false: the data may be lost in a crash of the machine (tests); by default every commit is on the disk. */
  readonly durable?: boolean;
}

/** A running server. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Ends the server and waits until it is gone; a second call does nothing. */
  stop(): Promise<void>;
}

/**
 * PostgreSQL on 127.0.0.1 with its data in `<dataFolder>/postgres`; `url` is the administrator's. A server that a killed
 * earlier run left behind is taken over. Refuses with a one-line `LocalServerError`.
 */
export async function startPostgres({ dataFolder, port, durable = true }: ServerOptions): Promise<RunningServer> {
  const folder = path.resolve(dataFolder);
  const cluster = path.join(folder, 'postgres');
  await privateFolder(folder);
  await privateFolder(logsOf(folder));
  const password = await keepSecret(path.join(folder, 'postgres.password'));
  const left = await leftBehind(cluster, password);
  if (left && (port === undefined || left.port === port)) return left;
  if (left) await left.stop();

  const programs = await postgresPrograms();
  const isNew = !(await isCluster(cluster));
  await ensureRoom(folder, isNew ? NEW_CLUSTER_BYTES : OLD_CLUSTER_BYTES);
  const identity = await postgresIdentity(programs, cluster);
  if (isNew) await makeCluster(programs, identity, cluster, password);
  const chosen = port ?? (await freePort());
  await ensurePortFree(chosen, 'PostgreSQL');
  const server = await launchCluster({
    programs,
    identity,
    cluster,
    password,
    port: chosen,
    durable,
    logFile: path.join(logsOf(folder), 'postgres.log'),
  });
  // In a cluster of our own no service role has business in the administrator's databases.
  await asAdmin(server.url, async (admin) => {
    await admin.query('REVOKE CONNECT, TEMPORARY ON DATABASE postgres FROM PUBLIC');
    await admin.query('REVOKE CONNECT, TEMPORARY ON DATABASE template1 FROM PUBLIC');
  });
  return server;
}

const urlOf = (port: number, password: string): string =>
  `postgres://${ADMIN}:${encodeURIComponent(password)}@${LOOPBACK}:${port}/postgres`;

const runningAt = (pid: number, port: number, password: string): RunningServer => ({
  url: urlOf(port, password),
  port,
  pid,
  stop: () => endProcess(pid, STOP_STEPS),
});

const isCluster = (cluster: string): Promise<boolean> =>
  readFile(path.join(cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  );

async function asAdmin<T>(url: string, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  admin.on('error', () => undefined); // A server that ends under us is told by the query itself.
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end().catch(() => undefined);
  }
}

/** The server that still runs on this cluster, if any; a lock file of a process that is not PostgreSQL is put away. */
async function leftBehind(cluster: string, password: string): Promise<RunningServer | undefined> {
  const lockFile = path.join(cluster, 'postmaster.pid');
  const lock = (await readFile(lockFile, 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lock[0]), Number(lock[3])];
  if (!pid) return undefined;
  if (!isAlive(pid) || !(await commandLineOf(pid)).includes(cluster)) {
    await rm(lockFile, { force: true });
    return undefined;
  }
  const answers = await until(() => isServing(urlOf(port, password), cluster), 5_000);
  if (answers) return runningAt(pid, port, password);
  await endProcess(pid, STOP_STEPS);
  return undefined;
}

const isServing = (url: string, cluster: string): Promise<boolean> =>
  asAdmin(
    url,
    async (admin) =>
      (await admin.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder")).rows[0]?.folder === cluster,
  ).catch(() => false);

/** Makes the cluster beside its place and moves it there whole, so that a killed run leaves none half made. */
async function makeCluster(programs: PostgresPrograms, identity: Identity, cluster: string, password: string): Promise<void> {
  const unfinished = `${cluster}.unfinished`;
  const passwordFile = `${cluster}.pw`;
  await rm(unfinished, { recursive: true, force: true });
  await rm(cluster, { recursive: true, force: true });
  await privateFolder(unfinished);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (identity.uid !== undefined && identity.gid !== undefined) {
    await chown(unfinished, identity.uid, identity.gid);
    await chown(passwordFile, identity.uid, identity.gid);
    await chmod(path.dirname(cluster), 0o711);
  }
  // Encoding and order must not follow the caller's environment: the same data sorts the same on every machine.
  const wrapped = identity.wrap(programs.initdb, [
    '-D',
    unfinished,
    '-U',
    ADMIN,
    `--pwfile=${passwordFile}`,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-sync',
  ]);
  try {
    await run(wrapped.program, [...wrapped.args], { uid: identity.uid, gid: identity.gid, env: { ...process.env, LC_ALL: 'C' } });
    await rename(unfinished, cluster);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    const { stderr, message } = error as { stderr?: string; message: string };
    throw troubleFrom(stderr || message, 'PostgreSQL', path.dirname(cluster));
  } finally {
    await rm(passwordFile, { force: true });
  }
}

interface ClusterLaunch {
  readonly programs: PostgresPrograms;
  readonly identity: Identity;
  readonly cluster: string;
  readonly password: string;
  readonly port: number;
  readonly durable: boolean;
  readonly logFile: string;
}

const settings = (port: number, durable: boolean): string[] =>
  Object.entries({
    listen_addresses: LOOPBACK,
    port: String(port),
    unix_socket_directories: '',
    max_connections: '300',
    shared_buffers: '128MB',
    log_min_messages: 'warning',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

async function launchCluster({ programs, identity, cluster, password, port, durable, logFile }: ClusterLaunch): Promise<RunningServer> {
  const wrapped = identity.wrap(programs.postgres, ['-D', cluster, ...settings(port, durable)]);
  const { uid, gid } = identity;
  const before = (await tailOf(logFile)).length;
  const launched = await launch(
    { ...wrapped, env: { ...process.env, LC_ALL: 'C' }, ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) },
    logFile,
  );
  const url = urlOf(port, password);
  const settled = await until(async () => launched.hasEnded() || isServing(url, cluster), READY_TIMEOUT_MS);
  if (launched.hasEnded()) throw troubleFrom((await tailOf(logFile)).slice(before) || (await tailOf(logFile, 3)), 'PostgreSQL', logFile);
  if (!settled) {
    await endProcess(launched.pid, STOP_STEPS);
    throw new LocalServerError('failed', `PostgreSQL did not answer within ${READY_TIMEOUT_MS / 1000} s (its log is in ${logFile}).`);
  }
  return runningAt(launched.pid, port, password);
}
