import type { Database } from '@plenum/database';
import { AUDIT_CHAIN_COLUMNS, type AuditChainRow, auditContent, sha256 } from './audit-chain.js';
import type { AuditEntry } from './audit-trail.js';

/** The part of the chain from the first to the last row about one thing. */
export interface AuditSegment {
  /** The position of the first link. */
  readonly first: number;
  /** The hash that the first link follows. */
  readonly previous: string;
  /** In order: what a row about the thing says; of a row about anything else only the hash of what it says. */
  readonly links: readonly (readonly (string | null)[] | string)[];
  /** The hash of the last link: whoever kept one of the chain compares. */
  readonly head: string;
}

const SEGMENT_BATCH = 1000;

interface SealedRow extends AuditChainRow {
  readonly previous_hash: string;
  readonly hash: string;
}

/** Takes out the part of the chain that holds all that is kept of a thing; null while some of it is not sealed yet. */
export async function auditSegment(database: Database, { kind, id }: AuditEntry['subject']): Promise<AuditSegment | null> {
  const [span] = await database.query<{ first: string | null; last: string | null; open: number }>(
    `
      SELECT min(position) AS first, max(position) AS last, (count(*) FILTER (WHERE position IS NULL))::int AS open
      FROM audit_trail
      WHERE subject_kind = $1 AND subject_id = $2
    `,
    [kind, id],
  );
  if (!span?.first || !span.last || span.open > 0) return null;
  const [first, last] = [Number(span.first), Number(span.last)];
  const links: (readonly (string | null)[] | string)[] = [];
  let [previous, head] = ['', ''];
  for (let from = first; from <= last; from += SEGMENT_BATCH) {
    const rows = await database.query<SealedRow>(
      `SELECT ${AUDIT_CHAIN_COLUMNS}, previous_hash, hash FROM audit_trail a WHERE position BETWEEN $1 AND $2 ORDER BY position`,
      [from, Math.min(last, from + SEGMENT_BATCH - 1)],
    );
    if (from === first) previous = rows[0]?.previous_hash ?? '';
    for (const row of rows) {
      const content = auditContent(row);
      links.push(row.subject_kind === kind && row.subject_id === id ? (JSON.parse(content) as (string | null)[]) : sha256(content));
      head = row.hash;
    }
  }
  return { first, previous, links, head };
}
