import { createHash } from 'node:crypto';

/** A row of the audit trail as it is hashed: JSON columns as PostgreSQL prints them, so that the bytes never vary. */
export interface AuditChainRow {
  readonly id: string;
  readonly occurred_at: string;
  readonly organisation_id: string | null;
  readonly actor_id: string | null;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly trace_id: string | null;
}

/** The columns of {@link AuditChainRow}, as a statement selects them. */
export const AUDIT_CHAIN_COLUMNS = `id, to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS occurred_at, organisation_id, actor_id,
  action, subject_kind, subject_id, before::text AS before, after::text AS after, trace_id`;

/** What the first row of a chain follows. */
export const AUDIT_CHAIN_START = '0'.repeat(64);

/** The hash of a row that follows `previous`: SHA-256 of both, lower-case hex. */
export function auditHash(previous: string, row: AuditChainRow): string {
  const content = [row.id, row.occurred_at, row.organisation_id, row.actor_id, row.action, row.subject_kind, row.subject_id, row.before, row.after, row.trace_id];
  return createHash('sha256').update(previous).update(JSON.stringify(content)).digest('hex');
}
