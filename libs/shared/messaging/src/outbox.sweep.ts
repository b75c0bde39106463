import type { Client } from 'pg';
import type { Deliveries } from './deliveries.js';
import type { MessagingMeter } from './messaging.meter.js';
import type { MessagingPace } from './messaging.options.js';
import { type OutboxRow, ROW_COLUMNS, toEnvelope } from './outbox.rows.js';
import type { Routes } from './route-check.js';

const SWEEP_BATCH_MAX = 200; // Small enough that the relay between two batches keeps its pace.

const TO_CONFIRM = `
  SELECT ${ROW_COLUMNS} FROM outbox
   WHERE relayed_at IS NOT NULL AND confirmed_at IS NULL AND look_again_at <= clock_timestamp()
   ORDER BY look_again_at LIMIT ${SWEEP_BATCH_MAX}`;
const CONFIRMED = 'UPDATE outbox SET confirmed_at = clock_timestamp() WHERE id = ANY($1)';
// The pause grows with the row's age, so that a job that failed for good is not asked about for ever at full pace.
const LOOK_AGAIN = `
  UPDATE outbox SET look_again_at = clock_timestamp()
       + greatest($2 * interval '1 ms', least(clock_timestamp() - relayed_at, $3 * interval '1 ms'))
   WHERE id = ANY($1)`;

/**
 * Makes sure that what was queued arrives: a row is confirmed once every subscriber's job has completed, and queued again
 * for a subscriber whose job is gone (a flushed or lost Redis). The inbox makes a second delivery harmless.
 */
export class OutboxSweep {
  private notBeforeMs = 0;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly meter: MessagingMeter,
    private readonly pace: MessagingPace,
    private readonly routes: Routes,
  ) {}

  /** Looks at one batch of due rows, if it is time. Answers whether more are due at once. */
  async batch(client: Client): Promise<boolean> {
    if (performance.now() < this.notBeforeMs) return false;
    const { rows } = await client.query<OutboxRow>(TO_CONFIRM);
    const isBehind = rows.length === SWEEP_BATCH_MAX;
    if (!isBehind) this.notBeforeMs = performance.now() + this.pace.sweepAfterMs / 2;
    if (rows.length === 0) return false;

    const settled = await Promise.all(rows.map((row) => this.settle(row)));
    const confirmed = rows.filter((_, index) => settled[index]).map(({ id }) => id);
    const open = rows.filter((_, index) => !settled[index]).map(({ id }) => id);
    if (confirmed.length > 0) await client.query(CONFIRMED, [confirmed]);
    if (open.length > 0) await client.query(LOOK_AGAIN, [open, this.pace.sweepAfterMs, this.pace.sweepAtMostMs]);
    this.meter.count('confirmed', confirmed.length);
    return isBehind;
  }

  /** Whether every subscriber has handled the row; queues it again where its job is gone. */
  private async settle(row: OutboxRow): Promise<boolean> {
    const fates = await Promise.all(
      (this.routes[row.name] ?? []).map(async (subscriber) => {
        const fate = await this.deliveries.fate(subscriber, row.id);
        if (fate === 'unknown') {
          await this.deliveries.deliver(subscriber, [toEnvelope(row)]);
          this.meter.count('requeued');
        }
        return fate;
      }),
    );
    return fates.every((fate) => fate === 'handled');
  }
}
