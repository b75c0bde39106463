import { Logger } from '@nestjs/common';
import { DomainError } from '@plenum/kernel';
import { DelayedError, type Job, UnrecoverableError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { EventKeys } from './event-keys.js';
import { isDatabaseAway, isFinal } from './failures.js';
import type { Inbox } from './inbox.js';
import type { MessagingMeter } from './messaging.meter.js';
import type { MessagingPace } from './messaging.options.js';
import { closeWorker, connect, inboxQueue } from './queues.js';
import { ForgedEnvelopeError, openEnvelope, sealReceipt } from './sealed-envelope.js';

// A worker that is killed leaves its jobs to others; only an event that kills every worker is given up.
const STALLED_MAX = 8;
// After Redis was away; BullMQ's own pause of fifteen seconds is long for people who wait.
const RETRY_MS = 1_000;

/** Takes events from the service's queue and gives them to its inbox. One per process. */
export class InboxWorker {
  private readonly log = new Logger('Inbox');
  private readonly redis: Redis;
  private worker: Worker | undefined;

  constructor(
    private readonly service: string,
    redisUrl: string,
    private readonly keys: EventKeys,
    private readonly inbox: Inbox,
    private readonly meter: MessagingMeter,
    private readonly pace: MessagingPace,
  ) {
    this.redis = connect(redisUrl, 'work');
  }

  /** Takes events from the moment Redis is there; a BullMQ worker that never reached Redis could not be closed. */
  start(): void {
    if (this.redis.status === 'ready') this.work();
    else this.redis.once('ready', () => this.work());
  }

  /** Waits for the reactions that are running, then lets go of Redis. */
  async stop(): Promise<void> {
    await closeWorker(this.worker, this.redis);
  }

  private work(): void {
    const { concurrency, lockMs, backoffMs, backoffAtMostMs } = this.pace;
    this.worker = new Worker(inboxQueue(this.service), (job, token) => this.handle(job, token), {
      connection: this.redis,
      concurrency,
      lockDuration: lockMs,
      stalledInterval: lockMs / 2,
      maxStalledCount: STALLED_MAX,
      runRetryDelay: RETRY_MS,
      settings: { backoffStrategy: (attemptsMade: number) => Math.min(backoffMs * 2 ** (attemptsMade - 1), backoffAtMostMs) },
    });
    // Redis away: the worker reconnects by itself; an unheard 'error' event would end the process.
    this.worker.on('error', (error) => this.log.debug(`queue: ${error.message}`));
  }

  /** Answers the receipt that the publisher looks for. */
  private async handle(job: Job, token: string | undefined): Promise<string> {
    try {
      const event = await this.inbox.receive(openEnvelope(this.keys, this.service, job));
      return sealReceipt(this.keys, this.service, event.id);
    } catch (error) {
      if (!(error instanceof ForgedEnvelopeError)) return this.translate(job, token, error);
      return this.refuseForged(job, token, error);
    }
  }

  /** Told, and taken away: a forged job must not stand where the true one, which the publisher's sweep will bring again, belongs. */
  private async refuseForged(job: Job, token: string | undefined, { forgery, claimed }: ForgedEnvelopeError): Promise<never> {
    await this.inbox.noteForged(forgery, claimed).catch((fault: unknown) => this.translate(job, token, fault));
    this.meter.count('forged');
    this.log.warn({
      forged: forgery,
      claims: claimed,
      msg: 'A job was refused: its alleged publisher did not make it. Somebody can write to Redis.',
    });
    job.opts.removeOnFail = true;
    throw new UnrecoverableError(forgery);
  }

  /** The one mapping from a failure to the queue: final ones are not tried again, the rest are. */
  private async translate(job: Job, token: string | undefined, error: unknown): Promise<never> {
    const what = { event: job.name, eventId: job.id, attempt: job.attemptsMade + 1 };
    if (isFinal(error)) {
      this.meter.count('refused');
      if (error instanceof DomainError) this.log.log({ ...what, refusal: error.code });
      else this.log.warn({ ...what, malformed: error.message });
      throw new UnrecoverableError(error.message);
    }
    if (isDatabaseAway(error)) {
      this.meter.count('put-aside');
      await job.moveToDelayed(Date.now() + this.pace.awayMs, token);
      throw new DelayedError();
    }
    this.meter.count('faulted');
    this.log.error({ ...what, fault: (error as Partial<Error>)?.stack ?? String(error) });
    throw error;
  }
}
