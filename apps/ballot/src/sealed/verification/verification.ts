import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Arithmetic, ArchiveVerdict, MarksToCheck, PaperOutcome } from '@plenum/ballot-crypto';
import {
  PaperPool,
  PoolBusyError,
  serverArithmetic,
  type SummedArchive,
  ThreadsLostError,
  verifyArchiveInThreads,
} from '@plenum/ballot-verification';
import { BallotErrors } from '@plenum/ballot-domain';
import { BallotConfig } from '../../ballot.config.js';

const TABLE_BITS = 8; // 2.3 MB a base and thread; larger tables save a tenth.

/**
 * Characters of papers that wait: what a paper takes to be verified grows with its length, so this bounds the time that the last one waits,
 * to about half a minute for two threads: five thousand papers with three answers, a thousand with a dozen candidates, some dozens of the
 * largest.
 */
const WAITING_MAX = 32 * 1024 * 1024;
const PAPERS_MAX = 10_000; // Never reached before the characters are, by papers that are any.

/**
 * Checks what devices send: papers and archives in threads, single keys and shares here. Made at the first use: a house without sealed
 * ballots pays nothing.
 */
@Injectable()
export class Verification implements OnApplicationShutdown {
  private pool: PaperPool | undefined;
  private waiting = 0;
  private own: Arithmetic | undefined;

  constructor(private readonly config: BallotConfig) {}

  get arithmetic(): Arithmetic {
    return (this.own ??= serverArithmetic({ bits: TABLE_BITS }));
  }

  /** Whether papers wait for a thread. */
  get isBusy(): boolean {
    return this.pool?.isBusy ?? false;
  }

  /**
   * @throws `ballot.busy` when too many papers wait, or threads died over this one: nothing was decided about it, so it may be sent again
   */
  async paper(election: string, paper: string, marks?: MarksToCheck): Promise<PaperOutcome> {
    const length = paper.length + (marks && 'sent' in marks ? marks.sent.length : 0);
    if (this.waiting + length > WAITING_MAX) throw BallotErrors.busy();
    this.waiting += length;
    try {
      return await this.threads.verify(election, { content: Buffer.from(paper), ...(marks && { marks }) }).catch(orBusy);
    } finally {
      this.waiting -= length;
    }
  }

  archive(archive: Uint8Array, sidecar: Uint8Array | null): Promise<ArchiveVerdict> {
    return verifyArchiveInThreads(archive, this.threads, { arithmetic: this.arithmetic, ...(sidecar && { sidecar }) });
  }

  /**
   * Reads an archive and adds its papers up, in a thread: with thousands of papers it takes seconds, in which everybody else would have to
   * wait.
   * @throws `ballot.archive-refused`, `ballot.busy`
   */
  async sum(archive: Uint8Array): Promise<SummedArchive> {
    const summed = await this.threads.sum(archive).catch(orBusy);
    if (!summed.ok) throw BallotErrors.archiveRefused(summed.check, summed.at);
    return summed;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.close();
  }

  private get threads(): PaperPool {
    const { verificationThreads: threads } = this.config;
    return (this.pool ??= new PaperPool({ tableBits: TABLE_BITS, queueMax: PAPERS_MAX, ...(threads === undefined ? {} : { threads }) }));
  }
}

function orBusy(problem: unknown): never {
  throw problem instanceof PoolBusyError || problem instanceof ThreadsLostError ? BallotErrors.busy() : problem;
}
