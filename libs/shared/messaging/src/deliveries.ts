import type { Envelope } from '@plenum/contracts';
import type { BulkJobOptions, Job } from 'bullmq';
import type { EventKeys } from './event-keys.js';
import { type InboxQueues, jobIdOf } from './queues.js';
import { isReceipt, sealEnvelope } from './sealed-envelope.js';

// Finished jobs answer the sweep's question; what is removed before it asks is queued again and known to the inbox.
const KEEP_COMPLETED = { age: 3600, count: 10_000 };

/** Delivers events to the inboxes of their subscribers, sealed, and says what became of them. Fails at once while Redis is away. */
export class Deliveries {
  constructor(
    private readonly queues: InboxQueues,
    private readonly keys: EventKeys,
    private readonly attemptsMax: number,
  ) {}

  /** Waits until Redis answers. @throws Error when it does not within five seconds. */
  ready(): Promise<void> {
    return this.queues.ready();
  }

  /** Queues the events for one subscriber; those whose job exists are left as they are. */
  async deliver(subscriber: string, events: readonly Envelope[]): Promise<void> {
    const opts: BulkJobOptions = {
      attempts: this.attemptsMax,
      backoff: { type: 'custom' },
      removeOnComplete: KEEP_COMPLETED,
      removeOnFail: false,
    };
    await this.queues.queueFor(subscriber).addBulk(
      events.map((event) => ({
        name: event.name,
        data: sealEnvelope(this.keys, subscriber, event),
        opts: { ...opts, jobId: jobIdOf(event.id) },
      })),
    );
  }

  /**
   * What became of an event at a subscriber: handled, not known to the queue, or still on its way (waiting, running or failed). Handled is
   * what the subscriber signed for; a job that only looks done, or lies outside every list, is taken away so that its like can be queued.
   */
  async fate(subscriber: string, eventId: string): Promise<'handled' | 'unknown' | 'on-its-way'> {
    const queue = this.queues.queueFor(subscriber);
    const jobId = jobIdOf(eventId);
    const isHandled = (job: Job): boolean => isReceipt(this.keys, subscriber, eventId, job.returnvalue);
    const job = await queue.getJob(jobId);
    if (!job) return 'unknown';
    if (isHandled(job)) return 'handled';
    const state = await job.getState();
    if (state !== 'completed' && state !== 'unknown') return 'on-its-way';
    // It may have been completed since it was read, and bear its receipt by now.
    const ended = await queue.getJob(jobId);
    if (ended && isHandled(ended)) return 'handled';
    await job.remove().catch(() => undefined);
    return 'unknown';
  }
}
