import { createDataSource } from '@plenum/database';
import { testServers } from '@plenum/test-kit';
import { NOTIFIER_MIGRATIONS } from './notifier-migrations.js';

describe('the migrations of the notifier', () => {
  const servers = testServers();

  it('make every table, and take each away again', async () => {
    const source = await createDataSource({
      url: await servers.createTestDatabase('notifier'),
      applicationName: 'migrations',
      migrations: NOTIFIER_MIGRATIONS,
    }).initialize();
    const tables = async (): Promise<string[]> =>
      (await source.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")).map(
        ({ tablename }: { tablename: string }) => tablename,
      );
    await source.runMigrations();
    expect(await tables()).toEqual(
      expect.arrayContaining([
        'deadlines',
        'deliveries',
        'directory_members',
        'group_posts',
        'group_ways',
        'inbox',
        'notices',
        'outbox',
        'preferences',
      ]),
    );
    for (const _ of NOTIFIER_MIGRATIONS) await source.undoLastMigration();
    expect(await tables()).toEqual(['schema_migrations']);
    await source.destroy();
  });
});
