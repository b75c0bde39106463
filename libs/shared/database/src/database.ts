import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type OnApplicationShutdown } from '@nestjs/common';
import { Client, type ClientConfig } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Queryable, Transaction } from './handles.js';

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
  readonly connectionsMax?: number;
}

const MIGRATIONS_TABLE = 'schema_migrations';

const TRIES_MAX = 5; // Two who crossed pass at the second try; more than that is a wrong order of locks, which is to be heard of.
const PAUSE_MAX_MS = 40; // By chance, so that the two who crossed do not cross again in step.

/** The service's own PostgreSQL database. */
export class Database implements Queryable, OnApplicationShutdown {
  /** @param source what TypeORM knows of it: for migrations alone, since only a transaction of the database itself tries again */
  constructor(readonly source: DataSource) {}

  /** A database that connects at once. @throws when PostgreSQL does not answer. */
  static async connect(options: DatabaseOptions): Promise<Database> {
    return new Database(await createDataSource(options).initialize());
  }

  /**
   * Runs the work in one transaction: all of it stands, or none. Where PostgreSQL ends it for the sake of another that it crossed, it
   * is run again from its beginning: the work makes whatever it changes itself, and does nothing that a rollback does not undo.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let tries = 1; tries < TRIES_MAX; tries += 1) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (!isCrossed(error)) throw error;
      }
      await pause(randomInt(PAUSE_MAX_MS) * tries);
    }
    return this.attempt(work);
  }

  private async attempt<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const listeners: (() => void)[] = [];
    const result = await this.source.transaction(async ({ queryRunner }) => {
      const tx = new OpenTransaction(queryRunner!, listeners);
      return work(tx);
    });
    for (const listener of listeners) listener();
    return result;
  }

  /** One statement in a transaction of its own. */
  async query<R>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    const runner = this.source.createQueryRunner();
    try {
      return await rowsOf<R>(runner, sql, parameters);
    } finally {
      await runner.release();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

class OpenTransaction implements Transaction {
  constructor(
    private readonly runner: QueryRunner,
    private readonly listeners: (() => void)[],
  ) {}

  get isOpen(): boolean {
    return !this.runner.isReleased && this.runner.isTransactionActive;
  }

  query<R>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    return rowsOf<R>(this.runner, sql, parameters);
  }

  afterCommit(listener: () => void): void {
    this.listeners.push(listener);
  }
}

/** The rows whatever the statement: left to itself, TypeORM answers an UPDATE and a DELETE in another form. */
const rowsOf = async <R>(runner: QueryRunner, sql: string, parameters: readonly unknown[]): Promise<R[]> =>
  (await runner.query(sql, [...parameters], true)).records as R[];

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
export function createDataSource({ url, applicationName, migrations, connectionsMax = 20 }: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName,
    synchronize: false,
    migrationsRun: false,
    migrationsTableName: MIGRATIONS_TABLE,
    migrationsTransactionMode: 'each',
    migrations: [...migrations],
    poolSize: connectionsMax,
    connectTimeoutMS: 10_000,
    extra: { Client: EnduringClient },
    // A connection that PostgreSQL cut while idle is the pool's to replace, not a reason to stop.
    poolErrorHandler: () => undefined,
    logging: false,
  });
}
