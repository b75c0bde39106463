import type { EntityManager } from 'typeorm';

/** Tables that a service reads and adds to, and changes in nothing but these columns. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  audit_trail: ['position', 'previous_hash', 'hash'], // The sealer's, once per row; a trigger holds it to that.
  audit_heads: [],
};
const MIGRATIONS = 'schema_migrations';

/**
 * What a service's own role may do in a database that the migration role owns: work with the rows of its tables and tidy them up. It can
 * neither change a table nor switch off a trigger, and of the audit trail it can neither change nor take away a row.
 */
export async function grantToService(tx: EntityManager, role: string): Promise<void> {
  const [quoted] = (await tx.query('SELECT quote_ident($1) AS role', [role])) as [{ role: string }];
  await tx.query(`
    GRANT USAGE ON SCHEMA public TO ${quoted.role};
    GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, MAINTAIN ON ALL TABLES IN SCHEMA public TO ${quoted.role};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${quoted.role};
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE, MAINTAIN ON ${MIGRATIONS} FROM ${quoted.role};`);
  const tables = (await tx.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name = ANY($1)",
    [Object.keys(KEPT)],
  )) as { name: string }[];
  for (const { name } of tables) {
    const columns = KEPT[name] ?? [];
    await tx.query(`REVOKE UPDATE, DELETE, TRUNCATE, MAINTAIN ON ${name} FROM ${quoted.role}`);
    if (columns.length > 0) await tx.query(`GRANT UPDATE (${columns.join(', ')}) ON ${name} TO ${quoted.role}`);
  }
}
