import type { DataSource, EntitySubscriberInterface, QueryRunner } from 'typeorm';
import type { Transaction } from './transaction.js';

/** The channel on which a commit hints at new outbox rows. */
export const HINT_CHANNEL = 'outbox';

// A NOTIFY inside every transaction makes their commits queue up; one per 10 ms and process does not (STACK, section 5).
const HINT_PAUSE_MS = 10;
const APPENDED = 'plenum.appended';

/** Tells the relay, after a commit, that rows wait. Only a hint: the relay also polls. */
export class OutboxHint implements EntitySubscriberInterface {
  private timer: NodeJS.Timeout | undefined;
  private lastAtMs = -Infinity;

  constructor(private readonly source: DataSource) {
    source.subscribers.push(this);
  }

  /** Asks for a hint as soon as this transaction has committed. */
  afterCommitOf(tx: Transaction): void {
    if (tx.queryRunner) tx.queryRunner.data[APPENDED] = true;
  }

  afterTransactionCommit({ queryRunner }: { queryRunner: QueryRunner }): void {
    // A released savepoint is announced as a commit too: wait for the outermost.
    if (!queryRunner.data[APPENDED] || queryRunner.isTransactionActive) return;
    queryRunner.data[APPENDED] = false;
    this.send();
  }

  close(): void {
    clearTimeout(this.timer);
    this.source.subscribers.splice(this.source.subscribers.indexOf(this), 1);
  }

  private send(): void {
    if (this.timer) return;
    const waitMs = Math.max(0, this.lastAtMs + HINT_PAUSE_MS - performance.now());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.lastAtMs = performance.now();
      // A hint that is lost costs one poll interval.
      this.source.query(`NOTIFY ${HINT_CHANNEL}`).catch(() => undefined);
    }, waitMs);
  }
}
