import type { Queryable } from './handles.js';

/** Tables that a service reads and adds to, and changes in nothing but these columns. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  audit_trail: ['position', 'previous_hash', 'hash'], // The sealer's, once per row; a trigger holds it to that.
  audit_heads: [],
  facts: [],
};
const MIGRATIONS = 'schema_migrations';

/**
 * What a service's own role may do in a database that the migration role owns: work with the rows of its tables and tidy them up. It can
 * neither change a table nor switch off a trigger, and of the audit trail it can neither change nor take away a row.
 */
export async function grantToService(tx: Queryable, role: string): Promise<void> {
  const [quoted] = await tx.query<{ role: string }>('SELECT quote_ident($1) AS role', [role]);
  const grantee = quoted!.role;
  await tx.query(`
    GRANT USAGE ON SCHEMA public TO ${grantee};
    GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, MAINTAIN ON ALL TABLES IN SCHEMA public TO ${grantee};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${grantee};
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE, MAINTAIN ON ${MIGRATIONS} FROM ${grantee};`);
  const tables = await tx.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name = ANY($1)",
    [Object.keys(KEPT)],
  );
  for (const { name } of tables) {
    const columns = KEPT[name] ?? [];
    await tx.query(`REVOKE UPDATE, DELETE, TRUNCATE, MAINTAIN ON ${name} FROM ${grantee}`);
    if (columns.length > 0) await tx.query(`GRANT UPDATE (${columns.join(', ')}) ON ${name} TO ${grantee}`);
  }
}
