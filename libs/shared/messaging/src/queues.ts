import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Queue, type Worker } from 'bullmq';
import { Redis } from 'ioredis';

/** The queue that a subscriber reads. Owner first; BullMQ allows no colon. */
export const inboxQueue = (subscriber: string): string => `${subscriber}.inbox`;

/** The job of an event: the same id again is ignored while the job still exists. */
export const jobIdOf = (eventId: string): string => `ev-${eventId}`;

const READY_WITHIN_MS = 5_000;

/** The queues of the subscribers, over one connection. Fails at once while Redis is away. */
export class InboxQueues {
  private readonly redis: Redis;
  private readonly queues = new Map<string, Queue>();

  constructor(redisUrl: string) {
    this.redis = connect(redisUrl, 'ask');
  }

  /** Waits until Redis answers. @throws Error when it does not within five seconds. */
  async ready(): Promise<void> {
    for (const until = Date.now() + READY_WITHIN_MS; this.redis.status !== 'ready'; await pause(20)) {
      if (Date.now() > until) throw new Error('redis is away');
    }
  }

  /** A subscriber's queue. */
  queueFor(subscriber: string): Queue {
    const known = this.queues.get(subscriber);
    if (known) return known;
    const queue = new Queue(inboxQueue(subscriber), { connection: this.redis, skipWaitingForReady: true, skipVersionCheck: true });
    // Errors come back from the call that met them; an unheard 'error' event would end the process.
    queue.on('error', () => undefined);
    this.queues.set(subscriber, queue);
    return queue;
  }

  /** Whether Redis answers now. */
  async isUp(): Promise<boolean> {
    return (
      this.redis.status === 'ready' &&
      (await this.redis.ping().then(
        () => true,
        () => false,
      ))
    );
  }

  /** By what rule Redis would forget jobs when it is full, `maxmemory-policy`; null where it forgets nothing, as it has to be. */
  async evictionPolicy(): Promise<string | null> {
    const [, policy = 'noeviction'] = /^maxmemory_policy:(\S+)/m.exec(await this.redis.info('memory')) ?? [];
    return policy === 'noeviction' ? null : policy;
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close().catch(() => undefined)));
    this.redis.disconnect();
  }
}

const RECONNECT = { retryStrategy: (times: number): number => Math.min(50 * times, 1_000), disconnectTimeout: 500 };
const ANSWER_WITHIN_MS = 10_000;

/**
 * A connection that comes back by itself after Redis was away; its 'error' events are expected and heard. To ask fails at
 * once while Redis is away, and what was asked when it went; a worker's connection waits instead.
 */
export function connect(redisUrl: string, use: 'ask' | 'work'): Redis {
  const patience =
    use === 'ask'
      ? { enableOfflineQueue: false, maxRetriesPerRequest: 0, autoResendUnfulfilledCommands: false, commandTimeout: ANSWER_WITHIN_MS }
      : { enableOfflineQueue: true, maxRetriesPerRequest: null };
  const redis = new Redis(redisUrl, { ...RECONNECT, ...patience });
  redis.on('error', () => undefined);
  return redis;
}

const CLOSED_WITHIN_MS = 10_000;

/**
 * Lets a worker finish the jobs that it has, then closes it and its connection. Without Redis it cannot finish them, and
 * BullMQ would wait for ever: they are left to whoever takes them over.
 */
export async function closeWorker(worker: Worker | undefined, redis: Redis): Promise<void> {
  redis.removeAllListeners('ready');
  if (worker) {
    const ended = new AbortController();
    const lost = once(redis, 'close', { signal: ended.signal });
    const late = pause(CLOSED_WITHIN_MS, undefined, { signal: ended.signal });
    await Promise.race([worker.close(redis.status !== 'ready'), lost, late]).catch(() => undefined);
    ended.abort();
    await Promise.allSettled([lost, late]);
  }
  redis.disconnect();
}
