import { randomInt } from 'node:crypto';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type OnApplicationShutdown } from '@nestjs/common';
import { Client, type ClientConfig, type QueryResult } from 'pg';
import { DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import type { Queryable, Transaction } from './handles.js';
import { PreparedStatements } from './prepared.js';

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
  private readonly prepared = new PreparedStatements();

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
    const runner = this.source.createQueryRunner();
    let tx: OpenTransaction | undefined;
    try {
      tx = new OpenTransaction((await runner.connect()) as ConnectedClient, this.prepared);
      const result = await work(tx);
      await tx.commit();
      return result;
    } catch (error) {
      await tx?.rollback();
      throw error;
    } finally {
      await runner.release();
      if (tx?.isCommitted) tx.tellListeners();
    }
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

/** A client with the socket that it has. */
type ConnectedClient = Client & { readonly connection: { readonly stream: Socket } };

/**
 * One connection of the pool for as long as a transaction lasts. It begins with the first statement, which need not wait for that to be
 * answered; and statements that do not need each other's answers may be asked at once, and are carried out in their order.
 */
class OpenTransaction implements Transaction {
  isOpen = true;
  isCommitted = false;
  private readonly listeners: (() => void)[] = [];
  private readonly begun: Promise<unknown>;
  /** Of the statement that failed first: all that were asked with it fail for its sake, and say nothing of why. */
  private failure?: QueryFailedError;

  constructor(
    private readonly client: ConnectedClient,
    private readonly prepared: PreparedStatements,
  ) {
    this.begun = this.ask('START TRANSACTION');
    this.begun.catch(() => undefined); // Heard of at the commit.
  }

  async query<R>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    // What was asked beside a statement that failed is not to go on outside the transaction.
    if (!this.isOpen) throw new Error('the transaction is over');
    try {
      return (await this.ask(sql, [...parameters])).rows as R[];
    } catch (error) {
      throw (this.failure ??= new QueryFailedError(sql, [...parameters], error as Error));
    }
  }

  afterCommit(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** @throws Error where the database has not committed: a statement of it failed and nobody said so */
  async commit(): Promise<void> {
    this.isOpen = false;
    const [, { command }] = await Promise.all([this.begun, this.ask('COMMIT')]);
    if (command !== 'COMMIT') throw new Error('a statement of the transaction failed, and nothing of it stands', { cause: this.failure });
    this.isCommitted = true;
  }

  /** A connection that is gone has rolled back by itself. */
  async rollback(): Promise<void> {
    this.isOpen = false;
    if (!this.isCommitted) await this.ask('ROLLBACK').catch(() => undefined);
  }

  /** What is asked in one go leaves in one piece. */
  private ask(sql: string, parameters?: unknown[]): Promise<QueryResult> {
    const { stream } = this.client.connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
    const name = parameters && this.prepared.nameOf(sql);
    return name ? this.client.query({ name, text: sql, values: parameters }) : this.client.query(sql, parameters);
  }

  tellListeners(): void {
    for (const listener of this.listeners) listener();
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
    extra: { Client: EnduringClient, pipeline: true }, // Statements that are asked at once are sent at once.
    // A connection that PostgreSQL cut while idle is the pool's to replace, not a reason to stop.
    poolErrorHandler: () => undefined,
    logging: false,
  });
}
