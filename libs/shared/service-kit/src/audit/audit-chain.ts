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
export const AUDIT_CHAIN_COLUMNS = `id, to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS occurred_at,
  organisation_id, actor_id, action, subject_kind, subject_id, before::text AS before, after::text AS after, trace_id`;

/** What the first row of a chain follows. */
export const AUDIT_CHAIN_START = '0'.repeat(64);

/** All that a row says, in one text. */
export const auditContent = (row: AuditChainRow): string =>
  JSON.stringify([
    row.id,
    row.occurred_at,
    row.organisation_id,
    row.actor_id,
    row.action,
    row.subject_kind,
    row.subject_id,
    row.before,
    row.after,
    row.trace_id,
  ]);

/**
 * The hash of a row that follows `previous`: SHA-256 of that hash and of the hash of the content, lower-case hex. In two steps, so that a
 * part of the chain can be shown and followed without showing what the rows of others say (ADR-0016).
 */
export const auditHash = (previous: string, row: AuditChainRow): string => sha256(`${previous}${sha256(auditContent(row))}`);

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
