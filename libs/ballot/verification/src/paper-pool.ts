import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { PaperOutcome } from '@plenum/ballot-crypto';
import { workerFile as builtWorkerFile } from './worker-file.js';
import { type PaperTask, type PaperToVerify, verifyPapers } from './paper-worker.js';

/** Papers a thread takes at once: enough that messages cost nothing, few enough that progress moves. */
const BATCH = 4;
/** Batches of one archive that wait or run per thread: memory stays flat however large the archive is. */
const BATCHES_PER_THREAD = 3;

/** How many threads verify, how many papers may wait for them, and how large tables are. */
export interface PoolOptions {
  /** Threads; default: one a core. 0 verifies in the calling thread, for tests and the smallest machines. */
  readonly threads?: number;
  /** Tasks that may wait before {@link PoolBusyError}. */
  readonly queueMax?: number;
  /** Window of the tables in bits: 10 takes 7 MB and 0.15 s for each thread and election, and saves a tenth over 8. */
  readonly tableBits?: number;
  /** The built worker, where it is not beside this file. */
  readonly workerFile?: string;
}

/** More papers wait than the pool takes: try again later. */
export class PoolBusyError extends Error {
  override readonly name = 'PoolBusyError';
}

/** What a whole batch of papers may be watched with. */
export interface BatchOptions {
  /** Called after each batch, papers in any order. */
  readonly progress?: (done: number, total: number) => void;
}

/**
 * Verifies papers in threads, for the service (one at a time, as they come) and for the verifier (an archive at once).
 * Threads hold no secret and no state but tables.
 */
export class PaperPool {
  private readonly threads: number;
  private readonly tableBits: number;
  private readonly pool: Piscina<PaperTask, PaperOutcome[]> | undefined;

  constructor({ threads = availableParallelism(), queueMax = 1000, tableBits = 10, workerFile = builtWorkerFile() }: PoolOptions = {}) {
    this.threads = threads;
    this.tableBits = tableBits;
    if (threads === 0) return;
    if (!existsSync(workerFile)) throw new Error(`${workerFile} is not there: build first, or ask for threads: 0`);
    // Sleeping on Atomics would keep a thread from noticing that the process wants to end.
    const size = { minThreads: threads, maxThreads: threads, maxQueue: queueMax };
    this.pool = new Piscina({ filename: workerFile, name: 'verifyPapers', ...size, atomics: 'disabled' });
  }

  /** Verifies one paper. @throws PoolBusyError when too many wait. */
  async verify(election: string, paper: PaperToVerify): Promise<PaperOutcome> {
    const [outcome] = await this.run(election, [paper]);
    return outcome!;
  }

  /**
   * Verifies the papers of an archive; outcomes in their order. Ends early at a refusal: then the outcomes end with the
   * first one refused, whichever thread met it first.
   */
  async verifyAll(election: string, papers: readonly PaperToVerify[], { progress }: BatchOptions = {}): Promise<PaperOutcome[]> {
    const batches: PaperOutcome[][] = [];
    let [next, done, isRefused] = [0, 0, false];
    const work = async (): Promise<void> => {
      while (next * BATCH < papers.length && !isRefused) {
        const index = next++;
        const outcomes = await this.run(election, papers.slice(index * BATCH, (index + 1) * BATCH));
        batches[index] = outcomes;
        done += outcomes.length;
        isRefused ||= outcomes.some(({ ok }) => !ok);
        progress?.(done, papers.length);
      }
    };
    await Promise.all(Array.from({ length: Math.max(this.threads, 1) * BATCHES_PER_THREAD }, work));
    const outcomes = batches.flat();
    const refused = outcomes.findIndex(({ ok }) => !ok);
    return refused === -1 ? outcomes : outcomes.slice(0, refused + 1);
  }

  /** Lets running work end, then stops the threads. */
  async close(): Promise<void> {
    await this.pool?.close();
  }

  private async run(election: string, papers: readonly PaperToVerify[]): Promise<PaperOutcome[]> {
    const { pool, tableBits } = this;
    // A view into an archive would be copied with the whole archive behind it.
    const task = { election, tableBits, papers: papers.map(({ content, ...rest }) => ({ content: content.slice(), ...rest })) };
    if (!pool) return verifyPapers(task);
    if (pool.queueSize >= pool.options.maxQueue) throw new PoolBusyError('too many papers wait to be verified');
    return pool.run(task);
  }
}
