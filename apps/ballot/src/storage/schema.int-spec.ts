import { createDataSource, Database } from '@plenum/database';
import { testServers } from '@plenum/test-kit';
import { databaseOf, migrate } from '../boot.js';

const servers = testServers();

describe('the schema', () => {
  it('comes from nothing, a second time to nothing new, and goes again', async () => {
    const env = {
      ...(await servers.serviceEnvironment('ballot', 'schema')),
      BALLOT_JWKS_URL: 'http://127.0.0.1:1/jwks.json',
    };
    expect(await migrate(env)).toContain('BallotTables1700000000400');
    expect(await migrate(env)).toEqual([]);
    const options = databaseOf(env);
    const database = new Database(await createDataSource({ ...options, url: options.migrationUrl ?? '' }).initialize());
    const tables = async () =>
      (
        await database.query<{ name: string }>(
          "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
        )
      ).map(({ name }) => name);
    expect(await tables()).toEqual(expect.arrayContaining(['ballots', 'ballot_rolls', 'ballot_entries', 'ballot_sheets']));
    for (const _ of options.migrations) await database.source.undoLastMigration();
    expect(await tables()).toEqual(['schema_migrations']);
    await database.onApplicationShutdown();
  });
});
