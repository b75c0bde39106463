import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { endProcess, freePort } from '@plenum/local-servers';
import { probe } from '@plenum/test-kit';
import { Client, type QueryResultRow } from 'pg';
import { ApiClient } from './api-client.js';
import { repositoryRoot } from './repository.js';

export const SERVICES = ['congress', 'proposals', 'ballot', 'notifier'] as const;
export type Service = (typeof SERVICES)[number];

/** A mail that the house would have sent. */
export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** A second process of a service. */
export interface Replica {
  readonly url: string;
  /** Ends it on the spot. */
  kill(): Promise<void>;
}

const PROGRAM = 'apps/standalone/dist/main.js';
const PREPARED = 'PLENUM_TEST_PREPARED';
const copyFolder = promisify(execFile); // Node's own copy asks for each of a thousand files by itself.
const READY_WITHIN_MS = 180_000; // Two cores that start everything at once, on a cold disk.
const END_STEPS = [
  { signal: 'SIGTERM', waitMs: 30_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
] as const;

/**
 * A whole house of one's own, thrown away afterwards: the very program that `npm start` runs, on a free port, in a temporary folder,
 * without the sample congress. Everything goes through its public endpoints; what tests of faults need besides is below the line.
 */
export class House {
  private constructor(
    readonly url: string,
    readonly dataFolder: string,
    private readonly program: ChildProcess,
    private readonly dismissGuard: () => void,
    private readonly said: () => string,
  ) {}

  /** Starts a house and waits until every service is ready. The programs must have been built. */
  static async open(environment: Readonly<Record<string, string>> = {}): Promise<House> {
    const dataFolder = await mkdtemp(join(tmpdir(), 'plenum-house-'));
    const prepared = process.env[PREPARED];
    if (prepared) await copyFolder('cp', ['-a', `${prepared}/.`, dataFolder]);
    return House.start(dataFolder, environment);
  }

  /**
   * Makes the data folder of a house that was started once and then ended, in a folder that is not there yet: named by
   * `PLENUM_TEST_PREPARED`, every house begins with a copy of it. To make a database cluster and its tables is half of what a first start
   * computes.
   */
  static async prepare(dataFolder: string): Promise<void> {
    await mkdir(dataFolder, { mode: 0o700 });
    const house = await House.start(dataFolder, {});
    await house.end();
    for (const ofOneRun of ['run', 'logs', 'tmp']) await rm(join(dataFolder, ofOneRun), { recursive: true, force: true });
  }

  private static async start(dataFolder: string, environment: Readonly<Record<string, string>>): Promise<House> {
    const root = repositoryRoot();
    const missing = [PROGRAM, ...SERVICES.map((service) => `dist/services/${service}.js`)].filter((file) => !existsSync(join(root, file)));
    if (missing.length > 0) throw new Error(`Build first (npm run build): there is no ${missing.join(', no ')}.`);
    const port = await freePort();
    const program = spawn(process.execPath, [join(root, PROGRAM)], {
      cwd: root,
      env: {
        ...process.env,
        TMPDIR: await temporaryFolderOf(dataFolder),
        PLENUM_DATA: dataFolder,
        PLENUM_PORT: String(port),
        PLENUM_SAMPLE: 'off',
        DATABASE_URL: '',
        REDIS_URL: '',
        SMTP_URL: '',
        // No trial posts into anybody's group, or shows anything on anybody's device.
        NOTIFIER_ROBOT_TRIAL_ORIGIN: 'http://127.0.0.1:1',
        NOTIFIER_PUSH_TRIAL_ORIGIN: 'http://127.0.0.1:1',
        NOTIFIER_LETTER_WINDOW_S: '0', // Nobody waits for mails that wait for others.
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [program.stdout, program.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-20_000)));
    const house = new House(`http://127.0.0.1:${port}`, dataFolder, program, guard(program.pid as number, dataFolder), () => said);
    try {
      await house.ready();
      return house;
    } catch (error) {
      await house.close();
      throw new Error(`The house did not open: ${String(error)}\n${said}`, { cause: error });
    }
  }

  /** Ends everything and takes the data away. What went wrong at the front door meanwhile is told to whoever reads the test's log. */
  async close(): Promise<void> {
    for (const line of this.said().split('\n')) if (line.startsWith('The front door failed')) process.stderr.write(`${line}\n`);
    await this.end();
    await rm(this.dataFolder, { recursive: true, force: true });
  }

  private async end(): Promise<void> {
    if (this.program.pid !== undefined && this.program.exitCode === null) await endProcess(this.program.pid, END_STEPS);
    this.dismissGuard();
  }

  /** Somebody nobody knows. */
  get stranger(): ApiClient {
    return new ApiClient(this.url);
  }

  /** Whoever runs the house, and may found organisations. */
  async operator(): Promise<ApiClient> {
    return this.stranger.with({ 'x-operator-token': await this.operatorToken() });
  }

  /** What the launcher prints at the start of an empty house. */
  operatorToken(): Promise<string> {
    return this.secret('operator-token');
  }

  /** Waits until every service is ready. */
  async ready(timeoutMs = READY_WITHIN_MS): Promise<void> {
    await probe(
      'every service is ready',
      async () => {
        if (this.program.exitCode !== null) throw new Error(`the house has ended (${this.program.exitCode}): ${this.said()}`);
        return (await this.stranger.ask('GET', '/health')).status === 200;
      },
      { timeoutMs, describe: async () => JSON.stringify((await this.stranger.ask('GET', '/health').catch(String)) ?? '') },
    );
  }

  /** The mails that would have gone out so far. */
  async mails(): Promise<readonly Mail[]> {
    return (await this.stranger.get<{ items: readonly Mail[] }>(`/mail/${await this.secret('mail-pages')}/messages`)).items;
  }

  // ---- What only tests of faults may touch: processes, databases, logs.

  /** The process of a service. */
  async pidOf(service: Service): Promise<number> {
    return Number(await readFile(join(this.dataFolder, 'run', `${service}.pid`), 'utf8'));
  }

  /** Ends a service on the spot, as a fault of power would; the house starts it again. */
  async kill(service: Service): Promise<void> {
    const pid = await this.pidOf(service);
    process.kill(pid, 'SIGKILL');
    // The pause before a restart grows with each.
    await probe(`${service} has another process`, async () => (await this.pidOf(service)) !== pid, { timeoutMs: 90_000 });
  }

  /** Ends PostgreSQL on the spot, its first process and all others; the house starts it again. */
  async killPostgres(): Promise<void> {
    const pid = this.postmaster();
    const others = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
    for (const each of [pid, ...others]) endAtOnce(each);
    await probe('PostgreSQL has another process', () => this.postmaster() !== pid, { timeoutMs: 60_000 });
  }

  /** The first process of the house's own PostgreSQL. */
  postmaster(): number {
    return Number(readFileSync(join(this.dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** Starts another process of the ballot service on the same database and the same Redis, with a port of its own. */
  async ballotReplica(): Promise<Replica> {
    const port = await freePort();
    const env = {
      PATH: process.env['PATH'] ?? '',
      TMPDIR: await temporaryFolderOf(this.dataFolder),
      NODE_ENV: 'production',
      BALLOT_PORT: String(port),
      BALLOT_JWKS_URL: `${this.url}/api/congress/.well-known/jwks.json`,
      BALLOT_DATABASE_URL_FILE: join(this.dataFolder, 'secrets', 'ballot.database-url'),
      BALLOT_REDIS_URL_FILE: join(this.dataFolder, 'secrets', 'redis-url'),
      BALLOT_EVENT_SIGNING_KEY_FILE: join(this.dataFolder, 'secrets', 'ballot.event-key.pem'),
      BALLOT_EVENT_PUBLIC_KEYS_FILE: join(this.dataFolder, 'secrets', 'event-public-keys'),
    };
    const program = spawn(process.execPath, [join(repositoryRoot(), 'dist/services/ballot.js'), 'run'], {
      cwd: repositoryRoot(),
      env,
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    const url = `http://127.0.0.1:${port}`;
    const dismissGuard = guard(program.pid as number);
    const kill = async (): Promise<void> => {
      dismissGuard();
      if (program.exitCode !== null || program.signalCode !== null) return;
      program.kill('SIGKILL');
      await once(program, 'exit');
    };
    try {
      await probe('the replica is ready', async () => (await fetch(`${url}/health`)).ok, { timeoutMs: READY_WITHIN_MS });
      return { url, kill };
    } catch (error) {
      await kill();
      throw error;
    }
  }

  /** Tells a service's program something on the command line, with the environment in which it runs. */
  async command(
    service: Service,
    ...args: readonly string[]
  ): Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }> {
    const env = Object.fromEntries(
      (await readFile(`/proc/${await this.pidOf(service)}/environ`, 'utf8'))
        .split('\0')
        .flatMap((entry) => (entry.includes('=') ? [[entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]] : [])),
    );
    return spawnSync(process.execPath, [join(repositoryRoot(), `dist/services/${service}.js`), ...args], {
      cwd: repositoryRoot(),
      env,
      encoding: 'utf8',
    });
  }

  /** Asks a service's own database, as the role that owns it. */
  async sql<Row extends QueryResultRow>(service: Service, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const client = await this.databaseClient(service);
    try {
      return (await client.query<Row>(text, [...values])).rows;
    } finally {
      await client.end();
    }
  }

  /** A connection to a service's own database that the caller ends: as the role that owns it, or as the service itself. */
  async databaseClient(service: Service, as: 'owner' | 'service' = 'owner'): Promise<Client> {
    const client = new Client({
      connectionString: await this.secret(`${service}.${as === 'owner' ? 'migration-database-url' : 'database-url'}`),
    });
    client.on('error', () => undefined); // A server that is restarted cuts it; the next query says so.
    await client.connect();
    return client;
  }

  async redisUrl(): Promise<string> {
    return this.secret('redis-url');
  }

  /** Everything a service has written to its log. */
  logOf(service: Service): Promise<string> {
    return readFile(join(this.dataFolder, 'logs', `${service}.log`), 'utf8');
  }

  private async secret(name: string): Promise<string> {
    return (await readFile(join(this.dataFolder, 'secrets', name), 'utf8')).trim();
  }
}

/** What its programs write besides goes with the house: who is killed cannot tidy up. */
async function temporaryFolderOf(dataFolder: string): Promise<string> {
  const folder = join(dataFolder, 'tmp');
  await mkdir(folder, { recursive: true });
  return folder;
}

/** A shell that holds our pipe: when we are gone without having said "done", it ends the house and removes its data. */
function guard(pid: number, folder = ''): () => void {
  const script = 'read -r word; if [ "$word" != done ]; then kill -TERM $1; sleep 15; kill -KILL $1; [ -z "$2" ] || rm -rf "$2"; fi';
  const watcher = spawn('sh', ['-c', script, 'guard', String(pid), folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  watcher.unref();
  (watcher.stdin as Socket).unref();
  return () => watcher.stdin.end('done\n');
}

/** A process that has gone by itself in the meantime is gone as well. */
function endAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
