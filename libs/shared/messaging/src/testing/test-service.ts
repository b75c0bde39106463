import { randomUUID } from 'node:crypto';
import type { Envelope, NewEvent } from '@plenum/contracts';
import { Database, type Transaction } from '@plenum/database';
import type { Clock } from '@plenum/kernel';
import { testEventKeys } from '@plenum/test-kit';
import type { EventKeyTexts } from '../event-keys.js';
import { Messaging } from '../messaging.js';
import type { MessagingPace, Tracing } from '../messaging.options.js';
import { MESSAGING_MIGRATIONS } from '../migrations/messaging-tables.js';
import type { Reaction } from '../reaction.js';
import type { Routes } from '../route-check.js';

/** What a reaction under test does besides noting the event. */
export type Behaviour = (event: Envelope, tx: Transaction) => Promise<void>;

/** Writes down every event it hears, in its transaction: a row twice is an event handled twice. */
export class NoteUnit implements Reaction<'congress.unit-set-up.v1'> {
  readonly id: string = 'NoteUnit';
  readonly hears = 'congress.unit-set-up.v1';
  behaviour: Behaviour = async () => undefined;

  async react(event: Envelope<'congress.unit-set-up.v1'>, tx: Transaction): Promise<void> {
    await tx.query('INSERT INTO notes (event_id, code) VALUES ($1, $2)', [event.id, event.data.code]);
    await this.behaviour(event, tx);
  }
}

/** The usual pace, ten times as fast. */
const BRISK = { pollMs: 50, sweepAfterMs: 150, sweepAtMostMs: 300, retryMs: 100, backoffMs: 20, awayMs: 200, lockMs: 2_000 };

const systemClock: Clock = { now: () => new Date() };

export interface TestServiceOptions {
  readonly name: string;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly routes: Routes;
  readonly reactions?: readonly Reaction[];
  readonly pace?: Partial<MessagingPace>;
  readonly tracing?: Tracing;
  readonly keys?: EventKeyTexts;
}

/** Messaging of one service, without the service: database, outbox, relay and inbox that really run. */
export class TestService {
  private constructor(
    readonly messaging: Messaging,
    readonly database: Database,
  ) {}

  static async create({
    name,
    databaseUrl,
    redisUrl,
    routes,
    reactions = [],
    pace,
    tracing,
    keys = testEventKeys(),
  }: TestServiceOptions): Promise<TestService> {
    const options = { url: databaseUrl, applicationName: `test-${name}`, migrations: MESSAGING_MIGRATIONS, connectionsMax: 30 };
    const database = await Database.connect(options);
    await database.source.runMigrations();
    await database.query(
      'CREATE TABLE IF NOT EXISTS notes (event_id uuid NOT NULL, code text NOT NULL, nth bigint GENERATED ALWAYS AS IDENTITY)',
    );
    const classes = new Map(reactions.map((reaction) => [reaction.constructor, reaction]));
    const messaging = new Messaging(
      {
        name,
        reactions: [...classes.keys()] as never,
        redisUrl,
        keys,
        databaseUrl,
        routes,
        pace: { ...BRISK, ...pace },
        ...(tracing ? { tracing } : {}),
      },
      database,
      systemClock,
      { get: ((token: never) => classes.get(token)) as never },
    );
    messaging.onModuleInit();
    return new TestService(messaging, database);
  }

  start(): void {
    this.messaging.onApplicationBootstrap();
  }

  async stop(): Promise<void> {
    await this.messaging.onModuleDestroy();
    await this.database.onApplicationShutdown();
  }

  /** Appends events in one transaction of their own. */
  append(...events: NewEvent[]): Promise<void> {
    return this.database.transaction((tx) => this.messaging.outbox.append(tx, events));
  }

  async rows<R>(sql: string, parameters: unknown[] = []): Promise<R[]> {
    return this.database.query(sql, parameters);
  }

  /** The codes noted so far, in the order they were. */
  async noted(): Promise<string[]> {
    return (await this.rows<{ code: string }>('SELECT code FROM notes ORDER BY nth')).map(({ code }) => code);
  }
}

/** A unit was set up: an event with a code to tell it by. */
export function unitSetUp(code: string, { version = 1, unitId = randomUUID() as string } = {}): NewEvent {
  return {
    name: 'congress.unit-set-up.v1',
    aggregateId: unitId,
    version,
    data: { organisationId: ORGANISATION, unitId, code, name: `Unit ${code}` },
  };
}

const ORGANISATION = '3f1c7c52-9a0d-4c11-8a52-5b6f0c6a9e01';
