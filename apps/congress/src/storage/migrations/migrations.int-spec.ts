import { createDataSource } from '@plenum/database';
import { testServers } from '@plenum/test-kit';
import { CONGRESS_MIGRATIONS } from './congress-migrations.js';

describe('the migrations', () => {
  const servers = testServers();

  it('build the schema from nothing, take it down again, and build it anew', async () => {
    const url = await servers.createTestDatabase('congress');
    const source = await createDataSource({ url, applicationName: 'test', migrations: CONGRESS_MIGRATIONS }).initialize();
    const tables = async () =>
      (
        await source.query<{ count: number }[]>(
          `SELECT count(*)::int AS count FROM information_schema.tables WHERE table_schema = 'public'`,
        )
      )[0]?.count ?? 0;
    try {
      expect(await source.runMigrations()).toHaveLength(CONGRESS_MIGRATIONS.length);
      const built = await tables();
      expect(built).toBeGreaterThan(15);
      for (const _ of CONGRESS_MIGRATIONS) await source.undoLastMigration();
      expect(await tables()).toBe(1);
      await source.runMigrations();
      expect(await tables()).toBe(built);
    } finally {
      await source.destroy();
    }
  });
});
