import { createDataSource, Database } from '@plenum/database';
import type { TestServers } from '@plenum/test-kit';
import { databaseOf, migrate } from '../boot.js';

/** A database of the service with every table, as the role that owns them, whose steps can be taken back. */
export interface MigratedDatabase {
  readonly database: Database;
  /** How many steps there are. */
  readonly steps: number;
  /** Takes steps back, the last first, until this one is. */
  undo(name: string): Promise<void>;
  undoAll(): Promise<void>;
  /** Goes all the way again. */
  redo(): Promise<void>;
  stop(): Promise<void>;
}

/** A new database, migrated from nothing. */
export async function aMigratedDatabase(
  servers: TestServers,
  label: string,
): Promise<MigratedDatabase & { readonly env: NodeJS.ProcessEnv }> {
  const env = { ...(await servers.serviceEnvironment('proposals', label)), PROPOSALS_JWKS_URL: 'http://127.0.0.1:1/jwks.json' };
  await migrate(env);
  const options = databaseOf(env);
  const database = new Database(await createDataSource({ ...options, url: options.migrationUrl ?? '' }).initialize());
  const undoWhile = async (condition: string, values: readonly unknown[]) => {
    const isLeft = async () => (await database.query(`SELECT FROM schema_migrations WHERE ${condition} LIMIT 1`, values)).length > 0;
    while (await isLeft()) await database.source.undoLastMigration();
  };
  return {
    env,
    database,
    steps: options.migrations.length,
    undo: (name) => undoWhile('name = $1', [name]),
    undoAll: () => undoWhile('true', []),
    redo: async () => void (await database.source.runMigrations()),
    stop: () => database.onApplicationShutdown(),
  };
}
