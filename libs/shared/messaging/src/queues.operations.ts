import { InboxQueues, inboxQueue, jobIdOf } from './queues.js';

const LISTED_MAX = 1_000;

/** An event that a service gave up on. */
export interface FailedEvent {
  readonly eventId: string;
  readonly name: string;
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: string;
}

/** Which queue to look at: that of one service. */
export interface QueueOfService {
  readonly name: string;
  readonly redisUrl: string;
}

/** The events that a service gave up on, oldest failure first; at most a thousand. */
export async function failedEvents({ name, redisUrl }: QueueOfService): Promise<FailedEvent[]> {
  return withQueues(redisUrl, async (queues) => {
    const jobs = await queues.of(name).getJobs(['failed'], 0, LISTED_MAX - 1, true);
    return jobs.map((job) => ({
      eventId: (job.id ?? '').replace(/^ev-/, ''),
      name: job.name,
      reason: job.failedReason ?? '',
      attempts: job.attemptsMade,
      failedAt: new Date(job.finishedOn ?? job.timestamp).toISOString(),
    }));
  });
}

/** Queues failed events again, with all their tries: one, or all of them. Answers how many. */
export async function redriveEvents({ name, redisUrl }: QueueOfService, eventId?: string): Promise<number> {
  return withQueues(redisUrl, async (queues) => {
    const queue = queues.of(name);
    const jobs = eventId === undefined ? await queue.getJobs(['failed'], 0, LISTED_MAX - 1, true) : [await queue.getJob(jobIdOf(eventId))];
    let redriven = 0;
    for (const job of jobs) {
      if (!job || !(await job.isFailed())) continue;
      await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
      redriven += 1;
    }
    return redriven;
  });
}

/**
 * `queues failed` and `queues redrive [--event <id>]`, the same in every service's `main.js`.
 * Answers the lines to print. @throws Error that says how it is called.
 */
export async function queuesCommand(queue: QueueOfService, args: readonly string[]): Promise<string[]> {
  const [word, ...options] = args;
  if (word === 'failed' && options.length === 0) {
    const failed = await failedEvents(queue);
    return [`${inboxQueue(queue.name)}: ${failed.length} failed`, ...failed.map((event) => `${event.failedAt}  ${event.eventId}  ${event.name}  tries: ${event.attempts}  ${event.reason}`)];
  }
  if (word === 'redrive' && (options.length === 0 || (options.length === 2 && options[0] === '--event'))) {
    return [`${inboxQueue(queue.name)}: ${await redriveEvents(queue, options[1])} queued again`];
  }
  throw new Error('queues failed | queues redrive [--event <id>]');
}

async function withQueues<T>(redisUrl: string, work: (queues: InboxQueues) => Promise<T>): Promise<T> {
  const queues = new InboxQueues(redisUrl, 1);
  try {
    await queues.ready();
    return await work(queues);
  } finally {
    await queues.close();
  }
}
