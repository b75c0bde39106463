import { EVENT_ROUTES, type Envelope } from '@plenum/contracts';
import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import type { Deliveries } from './deliveries.js';
import type { MessagingMeter } from './messaging.meter.js';
import type { MessagingPace } from './messaging.options.js';
import { HINT_CHANNEL } from './outbox.hint.js';
import { OutboxSweep } from './outbox.sweep.js';
import { type OutboxRow, ROW_COLUMNS, toEnvelope } from './outbox.rows.js';
import type { Routes } from './route-check.js';
import { InterruptibleSleep } from './interruptible-sleep.js';

const RELAY_BATCH_MAX = 100; // Keeps a crash's replay under a second.
const RELAY_LOCK = 7_301_001; // One active relay per database; any number that nothing else locks.
const ANSWER_WITHIN_MS = 30_000;

const TO_RELAY = `SELECT ${ROW_COLUMNS} FROM outbox WHERE relayed_at IS NULL ORDER BY position LIMIT ${RELAY_BATCH_MAX}`;
const RELAYED = `
  UPDATE outbox
  SET relayed_at = clock_timestamp(), look_again_at = clock_timestamp() + $2 * interval '1 ms'
  WHERE id = ANY($1)
`;

/** `active` carries events, `standby` waits for another process's lock, `away` has no connection. */
export type RelayState = 'active' | 'standby' | 'away';

/**
 * Carries outbox rows to the queues of their subscribers, in the order of their positions.
 * One per database is active: it holds an advisory lock on the very connection with which it reads and marks, so losing
 * one is losing both. Queued but not marked (a crash in between) is queued again under the same job id.
 */
export class OutboxRelay {
  state: RelayState = 'away';
  private readonly log = new Logger('Outbox');
  private readonly wake = new InterruptibleSleep();
  private readonly sweep: OutboxSweep;
  private running: Promise<void> | undefined;
  private stopped = false;
  private lastTrouble = '';

  constructor(
    private readonly databaseUrl: string,
    private readonly deliveries: Deliveries,
    private readonly meter: MessagingMeter,
    private readonly pace: MessagingPace,
    private readonly routes: Routes = EVENT_ROUTES,
  ) {
    this.sweep = new OutboxSweep(deliveries, meter, pace, routes);
  }

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake.now();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.connected((client) => this.carry(client));
      } catch (error) {
        this.tell(error);
      }
      this.state = 'away';
      if (!this.stopped) await this.wake.within(this.pace.retryMs);
    }
  }

  private async connected(work: (client: Client) => Promise<void>): Promise<void> {
    const client = new Client({
      connectionString: this.databaseUrl,
      keepAlive: true,
      query_timeout: ANSWER_WITHIN_MS,
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      application_name: 'plenum-relay',
    });
    // The server went away while idle: the next query says so, this only hurries it.
    client.on('error', () => this.wake.now());
    client.on('notification', () => this.wake.now());
    try {
      await client.connect();
      await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private async carry(client: Client): Promise<void> {
    await this.deliveries.ready();
    while (!this.stopped && !(await this.isLocked(client))) {
      this.state = 'standby';
      await this.wake.within(this.pace.retryMs);
    }
    if (this.stopped) return;
    await client.query(`LISTEN ${HINT_CHANNEL}`);
    this.state = 'active';
    this.lastTrouble = '';
    while (!this.stopped) {
      const relayed = await this.relayBatch(client);
      const isBehind = await this.sweep.batch(client);
      if (relayed < RELAY_BATCH_MAX && !isBehind && !this.stopped) await this.wake.within(this.pace.pollMs);
    }
  }

  private async isLocked(client: Client): Promise<boolean> {
    const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [RELAY_LOCK]);
    return rows[0]?.locked === true;
  }

  private async relayBatch(client: Client): Promise<number> {
    const { rows } = await client.query<OutboxRow>(TO_RELAY);
    if (rows.length === 0) return 0;
    const events = rows.map(toEnvelope);
    for (const [subscriber, theirs] of bySubscriber(events, this.routes)) await this.deliveries.deliver(subscriber, theirs);
    await client.query(RELAYED, [rows.map(({ id }) => id), this.pace.sweepAfterMs]);
    this.meter.count('relayed', rows.length);
    return rows.length;
  }

  /** Says what is wrong once, not at every try. */
  private tell(error: unknown): void {
    const trouble = error instanceof Error ? error.message : String(error);
    if (this.stopped || trouble === this.lastTrouble) return;
    this.lastTrouble = trouble;
    this.log.warn(`relay interrupted, it tries again: ${trouble}`);
  }
}

function bySubscriber(events: readonly Envelope[], routes: Routes): Map<string, Envelope[]> {
  const lists = new Map<string, Envelope[]>();
  for (const event of events) {
    for (const subscriber of routes[event.name] ?? []) {
      const list = lists.get(subscriber);
      if (list) list.push(event);
      else lists.set(subscriber, [event]);
    }
  }
  return lists;
}
