import { type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** A class of a TypeORM migration. */
export type MigrationClass = new () => { up(runner: never): Promise<void>; down(runner: never): Promise<void> };

/** What a service's database is made of. */
export interface DatabaseOptions {
  readonly url: string;
  /** Shown by PostgreSQL beside each connection. */
  readonly applicationName: string;
  readonly migrations: readonly MigrationClass[];
  readonly entities?: readonly (new () => object)[];
  readonly connectionsMax?: number;
}

const MIGRATIONS_TABLE = 'schema_migrations';

/** The service's own PostgreSQL database. */
export class Database implements OnApplicationShutdown {
  private readonly commitListeners = new Set<() => void>();

  constructor(readonly source: DataSource) {}

  /** A database that connects at once. @throws when PostgreSQL does not answer. */
  static async connect(options: DatabaseOptions): Promise<Database> {
    return new Database(await createDataSource(options).initialize());
  }

  /** Runs the work in one transaction: all of it stands, or none. */
  async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const result = await this.source.transaction(work);
    for (const listener of this.commitListeners) listener();
    return result;
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
    // A connection that PostgreSQL cut while idle is the pool's to replace, not a reason to stop.
    poolErrorHandler: () => undefined,
    logging: false,
  });
}

const MIGRATION_LOCK = 0x504c4e4d; // Any number that only migrations use.

/** Brings the schema up to date, one process at a time. @returns the names of the migrations that were run. */
export async function migrate(options: DatabaseOptions): Promise<readonly string[]> {
  const source = await createDataSource(options).initialize();
  const guard = source.createQueryRunner();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const run = await source.runMigrations();
    return run.map(({ name }) => name);
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await guard.release();
    await source.destroy();
  }
}
