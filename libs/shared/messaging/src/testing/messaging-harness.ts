import { Logger } from '@nestjs/common';
import type { Envelope } from '@plenum/contracts';
import { probe, testEventKeys, testServers } from '@plenum/test-kit';
import { Redis } from 'ioredis';
import { Deliveries } from '../deliveries.js';
import { EventKeys } from '../event-keys.js';
import { InboxQueues } from '../queues.js';
import { NoteUnit, TestService, type TestServiceOptions } from './test-service.js';

const ROUTES = { 'congress.unit-set-up.v1': ['ballot'] };

type Name = 'congress' | 'ballot';

/** Two services, on servers of their own, for one test after the other: congress tells, ballot notes what it hears. */
export class MessagingHarness {
  readonly servers = testServers();
  private readonly services = new Set<TestService>();
  private readonly queues: InboxQueues[] = [];
  private urls: Record<Name, string> = { congress: '', ballot: '' };

  constructor() {
    beforeEach(async () => {
      Logger.overrideLogger(false);
      await this.flushRedis();
      this.urls = { congress: await this.servers.createTestDatabase('congress'), ballot: await this.servers.createTestDatabase('ballot') };
    });
    afterEach(async () => {
      await Promise.all([...this.services].map((service) => this.stop(service)));
      await Promise.all(this.queues.splice(0).map((each) => each.close()));
    });
  }

  get redisUrl(): string {
    return this.servers.redisUrl;
  }

  databaseUrl(name: Name): string {
    return this.urls[name];
  }

  async service(name: Name, options: Partial<TestServiceOptions> = {}): Promise<TestService> {
    const service = await TestService.create({ name, databaseUrl: this.urls[name], redisUrl: this.redisUrl, routes: ROUTES, ...options });
    this.services.add(service);
    return service;
  }

  async stop(service: TestService): Promise<void> {
    this.services.delete(service);
    await service.stop();
  }

  async pair(note = new NoteUnit()): Promise<{ congress: TestService; ballot: TestService; note: NoteUnit }> {
    return { congress: await this.service('congress'), ballot: await this.service('ballot', { reactions: [note] }), note };
  }

  async queuesOf(): Promise<InboxQueues> {
    const made = new InboxQueues(this.redisUrl);
    this.queues.push(made);
    await made.ready();
    return made;
  }

  /** Queues events as a service does. */
  async deliver(subscriber: string, events: readonly Envelope[], as: Name = 'congress'): Promise<void> {
    await new Deliveries(await this.queuesOf(), EventKeys.of(as, testEventKeys()), 8).deliver(subscriber, events);
  }

  async flushRedis(): Promise<void> {
    const redis = new Redis(this.redisUrl);
    await redis.flushdb();
    redis.disconnect();
  }
}

/** Waits until what is read is what is expected; tells the last sight when it never is. */
export async function eventuallyEquals<T>(read: () => Promise<T> | T, expected: T): Promise<void> {
  const wanted = JSON.stringify(expected);
  await probe<{ readonly seen: T } | null>(
    `${read} gives ${wanted}`,
    async () => {
      const seen = await read();
      return JSON.stringify(seen) === wanted ? { seen } : null;
    },
    { describe: async () => JSON.stringify(await read()) },
  );
}

/** How many outbox rows have been relayed, and confirmed. */
export const relayed = (of: TestService) => (): Promise<number> => counted(of, 'relayed_at');
export const confirmed = (of: TestService) => (): Promise<number> => counted(of, 'confirmed_at');

async function counted(of: TestService, column: string): Promise<number> {
  const [row] = await of.rows<{ n: number }>(`SELECT count(${column})::int AS n FROM outbox`);
  return row?.n ?? 0;
}

/** What the outbox holds, as it travels. */
export async function envelopesIn(of: TestService): Promise<Envelope[]> {
  const rows = await of.rows<Envelope & { occurredAt: Date }>(
    `
      SELECT id, name, aggregate_id AS "aggregateId", version, trace_id AS "traceId", occurred_at AS "occurredAt", data
      FROM outbox
      ORDER BY position
    `,
  );
  return rows.map((row) => ({ ...row, occurredAt: row.occurredAt.toISOString() }) as Envelope);
}
