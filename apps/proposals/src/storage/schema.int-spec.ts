import { testServers } from '@plenum/test-kit';
import { configOf, migrate } from '../boot.js';
import { aMigratedDatabase } from '../testing/migrating.js';

const servers = testServers();

describe('the schema', () => {
  it('comes from nothing, a second time to nothing new, and goes again', async () => {
    const { database, env, undo, undoAll, stop } = await aMigratedDatabase(servers, 'schema');
    expect(await migrate(env)).toEqual([]);
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
    expect(await tables()).toContain('saved_filters');
    await undo('SavedFilters1700000000386');
    expect(await tables()).not.toContain('saved_filters');
    await undo('CallContents1700000000351');
    const before = await indexes();
    expect(before).toContain('proposals_by_category');
    await undo('ProposalCategories1700000000350');
    expect(await indexes()).toEqual(before.filter((name) => name !== 'proposals_by_category'));
    await undoAll();
    expect(await tables()).toEqual(['schema_migrations']);
    expect(await migrate(env)).toContain('ProposalsTables1700000000300');
    await stop();
  });

  it('is asked for by name where something of the environment is missing', () => {
    expect(() => configOf({ PROPOSALS_REDIS_URL: 'redis://secret@nowhere' })).toThrow(/PROPOSALS_DATABASE_URL/);
    expect(() => configOf({ PROPOSALS_REDIS_URL: 'redis://secret@nowhere' })).not.toThrow(/secret/);
  });
});
