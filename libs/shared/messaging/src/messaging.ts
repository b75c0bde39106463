import { Logger, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { ModuleRef } from '@nestjs/core';
import type { Database } from '@plenum/database';
import type { Clock } from '@plenum/kernel';
import { Deliveries } from './deliveries.js';
import { EventKeys } from './event-keys.js';
import { Inbox } from './inbox.js';
import { InboxWorker } from './inbox.worker.js';
import { MessagingMeter } from './messaging.meter.js';
import { type MessagingOptions, type MessagingPace, type Tracing, USUAL_PACE } from './messaging.options.js';
import { OutboxHint } from './outbox.hint.js';
import { Outbox } from './outbox.js';
import { OutboxRelay, type RelayState } from './outbox.relay.js';
import { InboxQueues } from './queues.js';
import type { Reaction } from './reaction.js';
import { checkRoutes } from './route-check.js';

const UNTRACED: Tracing = { current: () => null, run: (_, work) => work() };

/** A service's part in the traffic of facts: its outbox, relay and inbox, from its start to its stop. */
export class Messaging implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  readonly meter = new MessagingMeter();
  readonly outbox: Outbox;
  private readonly log = new Logger('Messaging');
  private readonly pace: MessagingPace;
  private readonly tracing: Tracing;
  private readonly hint: OutboxHint;
  private running: { readonly queues: InboxQueues; readonly relay: OutboxRelay; readonly worker: InboxWorker } | undefined;

  constructor(
    private readonly options: MessagingOptions,
    private readonly database: Database,
    clock: Clock,
    private readonly moduleRef: Pick<ModuleRef, 'get'>,
  ) {
    this.pace = { ...USUAL_PACE, ...options.pace };
    this.tracing = options.tracing ?? UNTRACED;
    this.hint = new OutboxHint(database);
    this.outbox = new Outbox(clock, this.hint, this.tracing, this.meter);
  }

  /** Everything in the service that hears events. */
  get reactions(): readonly Reaction[] {
    return this.options.reactions.map((reaction) => this.moduleRef.get<Reaction>(reaction, { strict: false }));
  }

  /** @throws RoutesError when routes and reactions differ, and Error when the keys do not fit: the service must not start. */
  onModuleInit(): void {
    const { name, redisUrl, databaseUrl, routes } = this.options;
    const keys = EventKeys.of(name, this.options.keys);
    const { reactions } = this;
    checkRoutes(name, reactions, routes);
    const queues = new InboxQueues(redisUrl);
    const inbox = new Inbox(this.database, reactions, this.tracing, this.meter);
    this.running = {
      queues,
      relay: new OutboxRelay(databaseUrl, new Deliveries(queues, keys, this.pace.attemptsMax), this.meter, this.pace, routes),
      worker: new InboxWorker(name, redisUrl, keys, inbox, this.meter, this.pace),
    };
  }

  onApplicationBootstrap(): void {
    this.running?.relay.start();
    this.running?.worker.start();
    void this.tellOfEviction();
  }

  /** Stops taking and carrying events, after the reactions that are running. */
  async onModuleDestroy(): Promise<void> {
    this.hint.close();
    await Promise.all([this.running?.worker.stop(), this.running?.relay.stop()]);
    await this.running?.queues.close();
  }

  /** What this process's relay is doing. */
  get relayState(): RelayState {
    return this.running?.relay.state ?? 'away';
  }

  /** The checks that `/health` adds for messaging: each rejects while its part does not work. */
  readonly healthChecks: Readonly<Record<'redis' | 'relay', () => Promise<void>>> = {
    redis: async () => {
      if (!(await this.running?.queues.isUp())) throw new Error('redis does not answer');
      await this.assertKeepsJobs();
    },
    relay: async () => {
      if (this.relayState === 'away') throw new Error('the relay has no connection');
    },
  };

  /** A service whose Redis evicts is not ready until somebody sets it right: nothing else would tell of jobs that are gone. */
  private async assertKeepsJobs(): Promise<void> {
    const policy = await this.running?.queues.evictionPolicy();
    if (policy) throw new Error(`redis evicts (maxmemory-policy ${policy}): set it to noeviction`);
  }

  /** At the start, in the log: `/health` says which check fails, and not why. */
  private async tellOfEviction(): Promise<void> {
    await this.running?.queues.ready().then(
      () => this.assertKeepsJobs().catch((error: Error) => this.log.error(error.message)),
      () => undefined, // Redis is away, which is told elsewhere.
    );
  }
}
