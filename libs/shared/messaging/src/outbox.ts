import { randomUUID } from 'node:crypto';
import { eventFaults, type NewEvent } from '@plenum/contracts';
import type { Transaction } from '@plenum/database';
import type { Clock } from '@plenum/kernel';
import type { MessagingMeter } from './messaging.meter.js';
import type { Tracing } from './messaging.options.js';
import type { OutboxHint } from './outbox.hint.js';

const APPEND = `
  INSERT INTO outbox (id, name, aggregate_id, version, trace_id, data, occurred_at)
  SELECT id, name, aggregate_id, version, $6, data, $7
    FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::int[], $5::jsonb[]) WITH ORDINALITY AS e (id, name, aggregate_id, version, data,
      nth)
   ORDER BY nth
`;

/** Where a service states the facts that others hear: written with the change itself, so both are true or neither. */
export class Outbox {
  constructor(
    private readonly clock: Clock,
    private readonly hint: OutboxHint,
    private readonly tracing: Tracing,
    private readonly meter: MessagingMeter,
  ) {}

  /**
   * Appends events in the caller's transaction, in this order; they leave after its commit.
   * @throws Error when there is no open transaction or an event departs from its contract (a fault of ours, never a refusal).
   */
  async append(tx: Transaction, events: readonly NewEvent[]): Promise<void> {
    if (events.length === 0) return;
    if (!tx.isOpen) throw new Error('outbox: events are appended in an open transaction only');
    for (const { name, data } of events) {
      const [fault] = eventFaults(name, data);
      if (fault) throw new Error(`outbox: ${name} departs from its contract at "${fault.field}": ${fault.reason}`);
    }
    await tx.query(APPEND, [
      events.map(() => randomUUID()),
      events.map(({ name }) => name),
      events.map(({ aggregateId }) => aggregateId),
      events.map(({ version }) => version),
      events.map(({ data }) => JSON.stringify(data)),
      this.tracing.current(),
      this.clock.now(),
    ]);
    this.hint.afterCommitOf(tx);
    this.meter.count('appended', events.length);
  }
}
