import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { PaperOutcome, Verdict } from '@plenum/ballot-crypto';
import { workerFile as builtWorkerFile } from './worker-file.js';
import {
  type PaperTask,
  type PaperToVerify,
  sumArchive,
  type SummedArchive,
  type SumTask,
  type ThreadStart,
  verifyPapers,
} from './paper-worker.js';

/** Papers a thread takes at once: enough that messages cost nothing, few enough that progress moves. */
const BATCH = 4;
/** Batches of one archive that wait or run per thread: memory stays flat however large the archive is. */
const BATCHES_PER_THREAD = 3;
/** Batches of single papers per thread: one in hand and one at hand, so that no thread waits for the next. */
const SINGLES_PER_THREAD = 2;
/** Threads that may die over one task before it is given up: once may be chance, three times is the task. */
const THREADS_LOST_MAX = 3;

/** How many threads verify, how many papers may wait for them, and how large tables are. */
export interface PoolOptions {
  /** Threads; default: one a core. 0 verifies in the calling thread, for tests and the smallest machines. */
  readonly threads?: number;
  /** Tasks that may wait before {@link PoolBusyError}. */
  readonly queueMax?: number;
  /** Window of the tables in bits: 9 takes 4 MB and 0.08 s for each thread and election. */
  readonly tableBits?: number;
  /** The built worker, where it is not beside this file. */
  readonly workerFile?: string;
}

/** More papers wait than the pool takes: try again later. */
export class PoolBusyError extends Error {
  override readonly name = 'PoolBusyError';
}

/** The threads that were to verify a paper died, one after another: nothing is known of the paper. */
export class ThreadsLostError extends Error {
  override readonly name = 'ThreadsLostError';
}

/** What a whole batch of papers may be watched with. */
export interface BatchOptions {
  /** Called after each batch, papers in any order. */
  readonly progress?: (done: number, total: number) => void;
}

interface Single {
  readonly election: string;
  readonly paper: PaperToVerify;
  readonly resolve: (outcome: PaperOutcome) => void;
  readonly reject: (problem: unknown) => void;
}

/**
 * Verifies papers in threads, for the service (as they come, those that wait together) and for the verifier (an archive at once).
 * Threads hold no secret and no state but tables: one that dies is replaced, and what it had in hand is given to another.
 */
export class PaperPool {
  private readonly threads: number;
  private readonly tableBits: number;
  private pool: Piscina<unknown, unknown> | undefined;
  /** Settles when the first threads have loaded what they run. */
  private started: Promise<unknown> = Promise.resolve();
  private isClosing = false;
  /** Single papers that wait for a thread, and how many batches of them are with the threads. */
  private readonly singles: Single[] = [];
  private batchesOfSingles = 0;

  constructor({ threads = availableParallelism(), queueMax = 1000, tableBits = 9, workerFile = builtWorkerFile() }: PoolOptions = {}) {
    this.threads = threads;
    this.tableBits = tableBits;
    if (threads === 0) return;
    if (!existsSync(workerFile)) throw new Error(`${workerFile} is not there: build first, or ask for threads: 0`);
    const pool = this.startThreads(workerFile, queueMax);
    this.started = Promise.allSettled(Array.from({ length: threads }, () => pool.run(undefined, { name: 'hasStarted' })));
    this.pool = pool;
  }

  /** Whether single papers wait for a thread. */
  get isBusy(): boolean {
    return this.singles.length > 0;
  }

  /**
   * Verifies one paper; those that wait go to a thread together. @throws PoolBusyError when too many wait, ThreadsLostError when threads
   * died over it
   */
  verify(election: string, paper: PaperToVerify): Promise<PaperOutcome> {
    return new Promise((resolve, reject) => {
      if (this.pool && this.singles.length + this.pool.queueSize >= this.pool.options.maxQueue) throw tooManyWait();
      this.singles.push({ election, paper, resolve, reject });
      this.handOutSingles();
    });
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

  /** Adds up the papers of an archive, which takes a second for a thousand. @throws PoolBusyError, ThreadsLostError */
  sum(archive: Uint8Array): Promise<Verdict<SummedArchive>> {
    return this.inThread<SumTask, Verdict<SummedArchive>>('sumArchive', { archive, tableBits: this.tableBits }, sumArchive);
  }

  /**
   * Lets running work end and turns away the single papers that wait, then stops the threads; those that are still starting first start:
   * Node aborts where one is stopped while it loads.
   */
  async close(): Promise<void> {
    this.isClosing = true;
    for (const { reject } of this.singles.splice(0)) reject(new PoolBusyError('the threads end'));
    await this.started;
    await this.pool?.close();
  }

  private startThreads(workerFile: string, queueMax: number): Piscina<unknown, unknown> {
    const { threads, tableBits } = this;
    // Sleeping on Atomics would keep a thread from noticing that the process wants to end.
    const pool = new Piscina<unknown, unknown>({
      filename: workerFile,
      name: 'verifyPapers',
      minThreads: threads,
      maxThreads: threads,
      maxQueue: queueMax,
      atomics: 'disabled',
      workerData: { tableBits } satisfies ThreadStart,
    });
    // A thread that fails with nothing in hand has hurt nobody; unheard, it would end the process.
    pool.on('error', () => undefined);
    // Piscina gives up for good when a thread dies before it was ready: what waits would wait for ever.
    pool.on('workerDestroy', () =>
      setImmediate(() => {
        if (this.isClosing || this.pool !== pool || pool.threads.length > 0 || pool.queueSize === 0) return;
        this.pool = this.startThreads(workerFile, queueMax);
        void pool.destroy(); // Gives back what waits: its callers ask again.
      }),
    );
    return pool;
  }

  private handOutSingles(): void {
    while (this.singles.length > 0 && this.batchesOfSingles < Math.max(this.threads, 1) * SINGLES_PER_THREAD) {
      const election = this.singles[0]!.election;
      const end = this.singles.findIndex((single, nth) => nth === BATCH || single.election !== election);
      const together = this.singles.splice(0, end === -1 ? this.singles.length : end);
      this.batchesOfSingles += 1;
      void this.settle(election, together).finally(() => {
        this.batchesOfSingles -= 1;
        this.handOutSingles();
      });
    }
  }

  /** Never rejects: each is told its own outcome. */
  private async settle(election: string, together: readonly Single[]): Promise<void> {
    try {
      const outcomes = await this.run(
        election,
        together.map(({ paper }) => paper),
      );
      together.forEach(({ resolve }, nth) => resolve(outcomes[nth]!));
    } catch (problem) {
      if (together.length === 1) return together[0]!.reject(problem);
      // One of them may be the cause: it is not to take the others with it.
      for (const single of together) await this.settle(election, [single]);
    }
  }

  private async run(election: string, papers: readonly PaperToVerify[]): Promise<PaperOutcome[]> {
    // A view into an archive would be sent with the whole archive behind it; a Buffer's own slice is such a view.
    const task: PaperTask = {
      election,
      tableBits: this.tableBits,
      papers: papers.map(({ content, ...rest }) => ({ content: Uint8Array.from(content), ...rest })),
    };
    return this.inThread('verifyPapers', task, verifyPapers);
  }

  private async inThread<Task, Answer>(name: string, task: Task, here: (task: Task) => Answer): Promise<Answer> {
    for (let lost = 0; lost < THREADS_LOST_MAX; lost += 1) {
      const { pool } = this;
      if (!pool) return here(task);
      if (pool.queueSize >= pool.options.maxQueue) throw tooManyWait();
      try {
        return (await pool.run(task, { name })) as Answer;
      } catch (problem) {
        if (!isDeathOfThread(problem)) throw problem;
      }
    }
    throw new ThreadsLostError(`${THREADS_LOST_MAX} threads died over one task`);
  }
}

const tooManyWait = (): PoolBusyError => new PoolBusyError('too many papers wait to be verified');

/** Whether a task failed because its thread ended: the pool says so in words, Node by a code (out of memory, killed in mid start). */
const isDeathOfThread = (problem: unknown): boolean =>
  problem instanceof Error &&
  (/^(?:worker exited with code|Terminating worker thread)/.test(problem.message) ||
    /^ERR_WORKER_/.test((problem as NodeJS.ErrnoException).code ?? ''));
