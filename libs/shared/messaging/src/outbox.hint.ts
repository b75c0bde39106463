import type { Database, Transaction } from '@plenum/database';

/** The channel on which a commit hints at new outbox rows. */
export const HINT_CHANNEL = 'outbox';

// A NOTIFY inside every transaction makes their commits queue up; one per 10 ms and process does not (STACK, section 5).
const HINT_PAUSE_MS = 10;

/** Tells the relay, after a commit, that rows wait. Only a hint: the relay also polls. */
export class OutboxHint {
  private timer: NodeJS.Timeout | undefined;
  private lastAtMs = -Infinity;
  private isClosed = false;

  constructor(private readonly database: Pick<Database, 'query'>) {}

  /** Asks for a hint as soon as this transaction has committed. */
  afterCommitOf(tx: Pick<Transaction, 'afterCommit'>): void {
    tx.afterCommit(() => this.send());
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
  }

  private send(): void {
    if (this.timer || this.isClosed) return;
    const waitMs = Math.max(0, this.lastAtMs + HINT_PAUSE_MS - performance.now());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.lastAtMs = performance.now();
      // A hint that is lost costs one poll interval.
      this.database.query(`NOTIFY ${HINT_CHANNEL}`).catch(() => undefined);
    }, waitMs);
  }
}
