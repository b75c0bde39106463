import { createDataSource, Database } from '@plenum/database';
import { testServers } from '@plenum/test-kit';
import { configOf, databaseOf, migrate } from '../boot.js';

const servers = testServers();

describe('the schema', () => {
  it('comes from nothing, a second time to nothing new, and goes again', async () => {
    const env = {
      ...(await servers.serviceEnvironment('proposals', 'schema')),
      PROPOSALS_JWKS_URL: 'http://127.0.0.1:1/jwks.json',
    };
    expect(await migrate(env)).toContain('ProposalsTables1700000000300');
    expect(await migrate(env)).toEqual([]);
    const options = databaseOf(env);
    const database = new Database(await createDataSource({ ...options, url: options.migrationUrl ?? '' }).initialize());
    const tables = async () =>
      (
        await database.query<{ name: string }>(
          "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
        )
      ).map(({ name }) => name);
    expect(await tables()).toEqual(expect.arrayContaining(['calls', 'directory_calendars', 'number_counters', 'proposals']));
    const indexes = async () =>
      (await database.query<{ name: string }>("SELECT indexname AS name FROM pg_indexes WHERE tablename = 'proposals'")).map(
        ({ name }) => name,
      );
    expect(await indexes()).toContain('proposals_by_category');
    while ((await indexes()).includes('proposals_by_category')) await database.source.undoLastMigration();
    expect(await indexes()).toEqual(expect.arrayContaining(['proposals_by_words', 'proposals_session_id_docket_no_key'])); // Of the steps before.
    while ((await tables()).length > 1) await database.source.undoLastMigration();
    expect(await tables()).toEqual(['schema_migrations']);
    await database.onApplicationShutdown();
  });

  it('is asked for by name where something of the environment is missing', () => {
    expect(() => configOf({ PROPOSALS_REDIS_URL: 'redis://secret@nowhere' })).toThrow(/PROPOSALS_DATABASE_URL/);
    expect(() => configOf({ PROPOSALS_REDIS_URL: 'redis://secret@nowhere' })).not.toThrow(/secret/);
  });
});
