import type { Envelope, EventData, EventName } from '@plenum/contracts';

/** An outbox row as the relay and the sweep read it. */
export interface OutboxRow {
  readonly id: string;
  readonly name: string;
  readonly aggregate_id: string;
  readonly version: number;
  readonly trace_id: string | null;
  readonly data: unknown;
  readonly occurred_at: Date;
}

export const ROW_COLUMNS = 'id, name, aggregate_id, version, trace_id, data, occurred_at';

/** The event that a row holds; its data was checked when it was appended. */
export const toEnvelope = (row: OutboxRow): Envelope => ({
  id: row.id,
  name: row.name as EventName,
  occurredAt: row.occurred_at.toISOString(),
  aggregateId: row.aggregate_id,
  version: row.version,
  traceId: row.trace_id,
  data: row.data as EventData<EventName>,
});
