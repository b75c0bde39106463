import { createDataSource, type DatabaseOptions } from './database.js';
import { grantToService } from './rights.js';

const SERVER_MIN = 17; // The right to maintain a table (MAINTAIN) came with it.
const MIGRATION_LOCK = 0x504c4e4d; // Any number that only migrations use.

/**
 * Brings the schema up to date, one process at a time, as the role that owns it, and gives the service's own role its rights.
 * @returns the names of the migrations that were run. @throws Error where the two are one role, since what a service owns nothing keeps it
 * from changing, and where PostgreSQL is too old.
 */
export async function migrate(options: DatabaseOptions): Promise<readonly string[]> {
  const { url, migrationUrl } = options;
  const role = roleOf(url);
  if (!migrationUrl) throw new Error('the address of the database for migrations is missing (MIGRATION_DATABASE_URL)');
  if (roleOf(migrationUrl) === role)
    throw new Error('migrations need a role of their own: the service would own the tables that must bind it');
  const source = await createDataSource({ ...options, url: migrationUrl }).initialize();
  const guard = source.createQueryRunner();
  try {
    const [server] = (await guard.query(
      "SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int / 10000 AS major",
    )) as [{ version: string; major: number }];
    if (server.major < SERVER_MIN) throw new Error(`PostgreSQL ${SERVER_MIN} or newer is needed; this is ${server.version}`);
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const run = await source.runMigrations();
    await source.transaction((tx) => grantToService(tx, role));
    return run.map(({ name }) => name);
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await guard.release();
    await source.destroy();
  }
}

const roleOf = (url: string): string => decodeURIComponent(new URL(url).username);
