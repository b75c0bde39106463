import { startPostgres, type RunningServer } from './postgres/postgres.js';
import { startRedis } from './redis/redis.js';

/** What is asked of the two servers; both are in one data folder. */
export interface LocalServersOptions {
  readonly dataFolder: string;
  readonly postgresPort?: number;
  readonly redisPort?: number;
  /** false: faster, and data may be lost in a crash of the machine (tests). */
  readonly durable?: boolean;
  /** false: the caller ends the servers itself when it is told to end; by default they end with this process's signals. */
  readonly stopOnSignals?: boolean;
}

/** The two servers, running. */
export interface LocalServers {
  /** The administrator's address. */
  readonly postgresUrl: string;
  readonly redisUrl: string;
  readonly postgres: RunningServer;
  readonly redis: RunningServer;
  /** Ends both and waits until they are gone. */
  stop(): Promise<void>;
}

const ENDING_SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * PostgreSQL and Redis on 127.0.0.1 of this machine, started from a data folder or taken over from a killed earlier run.
 * Refuses with a one-line `LocalServerError`; when one cannot start, the other is ended again.
 */
export async function startLocalServers(options: LocalServersOptions): Promise<LocalServers> {
  const { dataFolder, durable = true, stopOnSignals = true } = options;
  const started = await Promise.allSettled([
    startPostgres({ dataFolder, durable, ...(options.postgresPort === undefined ? {} : { port: options.postgresPort }) }),
    startRedis({ dataFolder, durable, ...(options.redisPort === undefined ? {} : { port: options.redisPort }) }),
  ]);
  const [postgres, redis] = started;
  if (postgres.status === 'rejected' || redis.status === 'rejected') {
    await Promise.all(started.map((one) => (one.status === 'fulfilled' ? one.value.stop() : undefined)));
    throw postgres.status === 'rejected' ? postgres.reason : (redis as PromiseRejectedResult).reason;
  }
  const endBoth = async (): Promise<void> => {
    await Promise.all([postgres.value.stop(), redis.value.stop()]);
  };
  const forget = stopOnSignals ? onEndingSignal(endBoth) : () => undefined;
  return {
    postgresUrl: postgres.value.url,
    redisUrl: redis.value.url,
    postgres: postgres.value,
    redis: redis.value,
    stop: async () => {
      forget();
      await endBoth();
    },
  };
}

function onEndingSignal(work: () => Promise<void>): () => void {
  const end = (signal: NodeJS.Signals): void => {
    void work().finally(() => process.exit(ENDING_SIGNALS[signal as keyof typeof ENDING_SIGNALS]));
  };
  const signals = Object.keys(ENDING_SIGNALS) as NodeJS.Signals[];
  signals.forEach((signal) => process.once(signal, end));
  return () => signals.forEach((signal) => process.removeListener(signal, end));
}
