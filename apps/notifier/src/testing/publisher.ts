import { randomUUID } from 'node:crypto';
import type { EventData, EventName, NewEvent } from '@plenum/contracts';
import { createDataSource, Database } from '@plenum/database';
import { Messaging, MESSAGING_MIGRATIONS } from '@plenum/messaging';
import { flushRedis, isHeard, testEventKeys } from '@plenum/test-kit';

/** Somebody else's outbox and relay: events of other services, on the way they really take. */
export class Publisher {
  private constructor(
    private readonly database: Database,
    private readonly messaging: Messaging,
    private readonly redisUrl: string,
  ) {}

  static async start(databaseUrl: string, redisUrl: string): Promise<Publisher> {
    const source = await createDataSource({
      url: databaseUrl,
      applicationName: 'publisher',
      migrations: MESSAGING_MIGRATIONS,
    }).initialize();
    await source.runMigrations();
    const database = new Database(source);
    // Named as no service is, so that it needs no reactions.
    const options = {
      name: 'publisher',
      reactions: [],
      redisUrl,
      keys: testEventKeys(['publisher']),
      databaseUrl,
      pace: { sweepAfterMs: 300, sweepAtMostMs: 600 },
    };
    const messaging = new Messaging(options, database, { now: () => new Date() }, { get: () => undefined as never });
    messaging.onModuleInit();
    messaging.onApplicationBootstrap();
    return new Publisher(database, messaging, redisUrl);
  }

  async publish<N extends EventName>(
    name: N,
    data: EventData<N>,
    { version = 1, aggregateId = randomUUID() as string } = {},
  ): Promise<void> {
    await this.database.transaction((tx) =>
      this.messaging.outbox.append(tx, [{ name, aggregateId, version, data } as unknown as NewEvent]),
    );
  }

  /** Carries everything once more, as after a crash before it was marked, to queues that have forgotten it. */
  async replayAll(): Promise<void> {
    await flushRedis(this.redisUrl);
    await this.database.query('UPDATE outbox SET relayed_at = NULL, confirmed_at = NULL');
  }

  /** Whether all that the notifier has to do about everything is done. */
  async isHeard(notifier: Database, { reactions }: Messaging): Promise<boolean> {
    return isHeard(notifier, reactions, await this.database.query('SELECT id, name FROM outbox'));
  }

  async stop(): Promise<void> {
    await this.messaging.onModuleDestroy();
    await this.database.onApplicationShutdown();
  }
}
