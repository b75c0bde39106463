import { type Job, Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { EventKeys } from './event-keys.js';
import { closeWorker, connect } from './queues.js';

/**
 * Rings at a time, by a delayed job. Only a hint: Redis may forget it, so whoever sets an alarm also keeps what it is for in
 * the database and looks there from time to time. A ring that this service did not ask for is not heard.
 */
export class Alarms {
  private readonly redis: Redis;
  private readonly workerRedis: Redis;
  private readonly queue: Queue;
  private worker: Worker | undefined;

  constructor(
    private readonly service: string,
    redisUrl: string,
    private readonly keys: EventKeys,
  ) {
    this.redis = connect(redisUrl, 'ask');
    this.workerRedis = connect(redisUrl, 'work');
    this.queue = new Queue(alarmQueue(service), { connection: this.redis, skipWaitingForReady: true, skipVersionCheck: true });
    this.queue.on('error', () => undefined);
  }

  /** Asks for a ring after so many milliseconds; the same key again is ignored. Never fails: it is only a hint. */
  async set(key: string, afterMs: number): Promise<void> {
    await this.queue
      .add(
        'ring',
        { key, seal: this.keys.sign(ringOf(this.service, key)) },
        { jobId: `ring-${key}`, delay: Math.max(0, afterMs), removeOnComplete: true, removeOnFail: true },
      )
      .catch(() => undefined);
  }

  /** Calls the listener, in one process of the service, with the key of each alarm that rings. */
  listen(onRing: (key: string) => void): void {
    const work = (): void => {
      this.worker = new Worker(alarmQueue(this.service), async ({ data }: Job<unknown>) => this.hear(data, onRing), {
        connection: this.workerRedis,
      });
      this.worker.on('error', () => undefined);
    };
    if (this.workerRedis.status === 'ready') work();
    else this.workerRedis.once('ready', work);
  }

  private hear(delivered: unknown, onRing: (key: string) => void): void {
    const { key, seal } = (delivered ?? {}) as { key?: unknown; seal?: unknown };
    if (typeof key === 'string' && typeof seal === 'string' && this.keys.isSigned(this.service, ringOf(this.service, key), seal))
      onRing(key);
  }

  async close(): Promise<void> {
    await closeWorker(this.worker, this.workerRedis);
    await this.queue.close().catch(() => undefined);
    this.redis.disconnect();
  }
}

const ringOf = (service: string, key: string): string => `plenum ring\n${service}\n${key}`;

const alarmQueue = (service: string): string => `${service}.alarms`;
