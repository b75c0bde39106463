import type { Transaction } from '@plenum/database';

/** The columns of one row: what it is known by, and what it shows. */
export interface ProjectedRow {
  readonly key: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly version: number;
}

/** Writes a row unless what is there already shows a version at least as new. Order across events is not promised. */
export async function keepIfNewer(tx: Transaction, table: string, { key, facts, version }: ProjectedRow): Promise<void> {
  const row = { ...key, ...facts, version };
  const columns = Object.keys(row);
  const shown = Object.keys({ ...facts, version }).map((column) => `${column} = excluded.${column}`);
  await tx.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, nth) => `$${nth + 1}`).join(', ')})
     ON CONFLICT (${Object.keys(key).join(', ')}) DO UPDATE SET ${shown.join(', ')} WHERE ${table}.version < excluded.version`,
    Object.values(row),
  );
}
