import { Client } from 'pg';
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

/** A service's queue, and the database that keeps what was refused from it. */
export interface ServiceWithQueue extends QueueOfService {
  readonly databaseUrl: string;
}

/** Jobs of one day that were refused because they were not made by their alleged publisher. */
export interface ForgedEnvelopes {
  readonly day: string;
  readonly forgery: string;
  /** The event that they claimed to be; empty where there is no such event. */
  readonly claimed: string;
  readonly times: number;
  readonly lastAt: string;
}

const FORGED = `
SELECT day::text, forgery, claimed, times::int, to_char(last_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "lastAt"
  FROM forged_envelopes ORDER BY day DESC, forgery, claimed LIMIT ${LISTED_MAX}
`;

/** What a service refused as forged, the newest day first. */
export async function forgedEnvelopes(databaseUrl: string): Promise<ForgedEnvelopes[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<ForgedEnvelopes>(FORGED)).rows;
  } finally {
    await client.end();
  }
}

/** The events that a service gave up on, oldest failure first; at most a thousand. */
export async function failedEvents({ name, redisUrl }: QueueOfService): Promise<FailedEvent[]> {
  return withQueues(redisUrl, async (queues) => {
    const jobs = await queues.queueFor(name).getJobs(['failed'], 0, LISTED_MAX - 1, true);
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
    const queue = queues.queueFor(name);
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
 * `queues failed`, `queues redrive [--event <id>]` and `queues forged`, the same in every service's `main.js`.
 * Answers the lines to print. @throws Error that says how it is called.
 */
export async function queuesCommand(queue: ServiceWithQueue, args: readonly string[]): Promise<string[]> {
  const [word, ...options] = args;
  if (word === 'failed' && options.length === 0) {
    const failed = await failedEvents(queue);
    return [
      `${inboxQueue(queue.name)}: ${failed.length} failed`,
      ...failed.map((event) => `${event.failedAt}  ${event.eventId}  ${event.name}  tries: ${event.attempts}  ${event.reason}`),
    ];
  }
  if (word === 'redrive' && (options.length === 0 || (options.length === 2 && options[0] === '--event'))) {
    return [`${inboxQueue(queue.name)}: ${await redriveEvents(queue, options[1])} queued again`];
  }
  if (word === 'forged' && options.length === 0) {
    const forged = await forgedEnvelopes(queue.databaseUrl);
    return [
      `${inboxQueue(queue.name)}: ${forged.reduce((sum, { times }) => sum + times, 0)} refused as forged`,
      ...forged.map(
        ({ day, forgery, claimed, times, lastAt }) =>
          `${day}  ${forgery}  ${claimed || 'no event of ours'}  times: ${times}  last: ${lastAt}`,
      ),
    ];
  }
  throw new Error('queues failed | queues redrive [--event <id>] | queues forged');
}

async function withQueues<T>(redisUrl: string, work: (queues: InboxQueues) => Promise<T>): Promise<T> {
  const queues = new InboxQueues(redisUrl);
  try {
    await queues.ready();
    return await work(queues);
  } finally {
    await queues.close();
  }
}
