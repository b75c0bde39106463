import { randomUUID } from 'node:crypto';
import type { EventData, EventName, NewEvent } from '@plenum/contracts';
import { createDataSource, Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { Messaging, MESSAGING_MIGRATIONS } from '@plenum/messaging';
import { flushRedis, isHeard, setClock, testEventKeys } from '@plenum/test-kit';

/** Somebody else's outbox and relay: events of other services, on the way they really take. */
export class Publisher {
  private constructor(
    private readonly database: Database,
    private readonly messaging: Messaging,
    private readonly redisUrl: string,
    private readonly clock: Clock,
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
    const clock: Clock = { now: () => new Date() };
    const messaging = new Messaging(options, database, clock, { get: () => undefined as never });
    messaging.onModuleInit();
    messaging.onApplicationBootstrap();
    return new Publisher(database, messaging, redisUrl, clock);
  }

  /** Moves the clock of who publishes; null lets it run again. */
  setClock(instant: Date | string | null): void {
    setClock(this.clock, instant);
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

  /** Says what no publisher of ours would: an event that departs from its contract. The notifier gives it up. */
  async publishMalformed<N extends EventName>(name: N, sound: EventData<N>, broken: object): Promise<void> {
    await this.database.transaction(async (tx) => {
      const aggregateId = randomUUID();
      await this.messaging.outbox.append(tx, [{ name, aggregateId, version: 1, data: sound } as unknown as NewEvent]);
      await tx.query('UPDATE outbox SET data = $2 WHERE aggregate_id = $1', [aggregateId, broken]);
    });
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
