import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type OnApplicationShutdown } from '@nestjs/common';
import { Client, type ClientConfig } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { grantToService } from './rights.js';

/** A class of a TypeORM migration. */
export type MigrationClass = new () => { up(runner: never): Promise<void>; down(runner: never): Promise<void> };

/** What a service's database is made of. */
export interface DatabaseOptions {
  readonly url: string;
  /** The same database as the role that owns its tables; only who migrates needs it. */
  readonly migrationUrl?: string;
  /** Shown by PostgreSQL beside each connection. */
  readonly applicationName: string;
  readonly migrations: readonly MigrationClass[];
  readonly entities?: readonly (new () => object)[];
  readonly connectionsMax?: number;
}

const MIGRATIONS_TABLE = 'schema_migrations';

const TRIES_MAX = 5; // Two who crossed pass at the second try; more than that is a wrong order of locks, which is to be heard of.
const PAUSE_MAX_MS = 40; // By chance, so that the two who crossed do not cross again in step.

/** The service's own PostgreSQL database. */
export class Database implements OnApplicationShutdown {
  private readonly commitListeners = new Set<() => void>();

  constructor(readonly source: DataSource) {}

  /** A database that connects at once. @throws when PostgreSQL does not answer. */
  static async connect(options: DatabaseOptions): Promise<Database> {
    return new Database(await createDataSource(options).initialize());
  }

  /**
   * Runs the work in one transaction: all of it stands, or none. Where PostgreSQL ends it for the sake of another that it crossed, it
   * is run again from its beginning: the work makes whatever it changes itself, and does nothing that a rollback does not undo.
   */
  async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const result = await this.untilNotCrossed(work);
    for (const listener of this.commitListeners) listener();
    return result;
  }

  private async untilNotCrossed<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let tries = 1; tries < TRIES_MAX; tries += 1) {
      try {
        return await this.source.transaction(work);
      } catch (error) {
        if (!isCrossed(error)) throw error;
      }
      await pause(randomInt(PAUSE_MAX_MS) * tries);
    }
    return this.source.transaction(work);
  }

  /** Calls the listener after each commit; a hint, never a guarantee. */
  onCommit(listener: () => void): void {
    this.commitListeners.add(listener);
  }

  /** Rows of a read-only statement. */
  query<R>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    return this.source.query(sql, [...parameters]);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

/** Two transactions waited for each other, or cannot both have been first (PostgreSQL, appendix A, class 40). */
function isCrossed(error: unknown): boolean {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  return [code, driverError?.code].some((each) => each === '40001' || each === '40P01');
}

/**
 * A connection that nobody needs to listen to: one that PostgreSQL cuts in the very moment in which the pool hands it over has no listener
 * of the pool any more and none of its new holder yet, and an unheard error would end the process. Its next query fails, which is soon
 * enough.
 */
class EnduringClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** The data source of a service; `synchronize` is off for ever: the schema is what the migrations say. */
export function createDataSource({ url, applicationName, migrations, entities = [], connectionsMax = 20 }: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName,
    synchronize: false,
    migrationsRun: false,
    migrationsTableName: MIGRATIONS_TABLE,
    migrationsTransactionMode: 'each',
    migrations: [...migrations],
    entities: [...entities],
    poolSize: connectionsMax,
    connectTimeoutMS: 10_000,
    extra: { Client: EnduringClient },
    // A connection that PostgreSQL cut while idle is the pool's to replace, not a reason to stop.
    poolErrorHandler: () => undefined,
    logging: false,
  });
}

const SERVER_MIN = 17; // The right to maintain a table (MAINTAIN) came with it.
const MIGRATION_LOCK = 0x504c4e4d; // Any number that only migrations use.

/**
 * Brings the schema up to date, one process at a time, as the role that owns it, and gives the service's own role its rights.
 * @returns the names of the migrations that were run. @throws Error where the two are one role, since what a service owns nothing keeps it
 * from changing, and where PostgreSQL is too old.
 */
export async function migrate(options: DatabaseOptions): Promise<readonly string[]> {
  const { url, migrationUrl } = options;
  const role = roleOf(url);
  if (!migrationUrl) throw new Error('the address of the database for migrations is missing (MIGRATION_DATABASE_URL)');
  if (roleOf(migrationUrl) === role)
    throw new Error('migrations need a role of their own: the service would own the tables that must bind it');
  const source = await createDataSource({ ...options, url: migrationUrl }).initialize();
  const guard = source.createQueryRunner();
  try {
    const [server] = (await guard.query(
      "SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int / 10000 AS major",
    )) as [{ version: string; major: number }];
    if (server.major < SERVER_MIN) throw new Error(`PostgreSQL ${SERVER_MIN} or newer is needed; this is ${server.version}`);
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const run = await source.runMigrations();
    await source.transaction((tx) => grantToService(tx, role));
    return run.map(({ name }) => name);
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await guard.release();
    await source.destroy();
  }
}

const roleOf = (url: string): string => decodeURIComponent(new URL(url).username);
