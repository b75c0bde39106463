import type { Database } from '@plenum/database';
import { AUDIT_CHAIN_COLUMNS, AUDIT_CHAIN_START, type AuditChainRow, auditHash } from './audit-chain.js';

const VERIFY_BATCH = 1000;

/**
 * What checking a chain found: its length and its end; or the first position that does not follow; or the position of a head that is kept
 * and is not in it.
 */
export type AuditChainCheck =
  | { readonly ok: true; readonly rows: number; readonly head: string }
  | { readonly ok: false; readonly position: number; readonly fault: 'broken' | 'not-the-kept-head' };

/**
 * Walks the whole chain and recomputes every hash. Heads are what was kept of it earlier, by their positions: a chain that ends before one
 * has lost rows.
 */
export async function verifyAuditChain(
  database: Database,
  heads: ReadonlyMap<number, readonly string[]> = new Map(),
): Promise<AuditChainCheck> {
  let [position, previous] = [0, AUDIT_CHAIN_START];
  for (;;) {
    const rows = await database.query<AuditChainRow & { position: string; previous_hash: string; hash: string }>(
      `
        SELECT ${AUDIT_CHAIN_COLUMNS}, position, previous_hash, hash
        FROM audit_trail a
        WHERE position > $1
        ORDER BY position
        LIMIT ${VERIFY_BATCH}
      `,
      [position],
    );
    for (const row of rows) {
      position += 1;
      if (Number(row.position) !== position || row.previous_hash !== previous || row.hash !== auditHash(previous, row))
        return { ok: false, position, fault: 'broken' };
      previous = row.hash;
      if (heads.get(position)?.some((hash) => hash !== row.hash)) return { ok: false, position, fault: 'not-the-kept-head' };
    }
    if (rows.length < VERIFY_BATCH) break;
  }
  const beyond = Math.min(...[...heads.keys()].filter((kept) => kept > position));
  return Number.isFinite(beyond)
    ? { ok: false, position: beyond, fault: 'not-the-kept-head' }
    : { ok: true, rows: position, head: previous };
}
