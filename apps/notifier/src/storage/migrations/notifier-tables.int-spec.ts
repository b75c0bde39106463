import { createDataSource } from '@plenum/database';
import { DIRECTORY_MIGRATIONS } from '@plenum/directory';
import { MESSAGING_MIGRATIONS } from '@plenum/messaging';
import { SERVICE_KIT_MIGRATIONS } from '@plenum/service-kit';
import { testServers } from '@plenum/test-kit';
import { BallotDeadlines1700000000310 } from './ballot-deadlines.migration.js';
import { FormerAddresses1700000000330 } from './former-addresses.migration.js';
import { MailOccasions1700000000320 } from './mail-occasions.migration.js';
import { NotifierTables1700000000300 } from './notifier-tables.migration.js';

describe('the migrations of the notifier', () => {
  const servers = testServers();

  it('make every table, and take each away again', async () => {
    const migrations = [
      ...SERVICE_KIT_MIGRATIONS,
      ...MESSAGING_MIGRATIONS,
      ...DIRECTORY_MIGRATIONS,
      NotifierTables1700000000300,
      BallotDeadlines1700000000310,
      MailOccasions1700000000320,
      FormerAddresses1700000000330,
    ];
    const source = await createDataSource({
      url: await servers.createTestDatabase('notifier'),
      applicationName: 'migrations',
      migrations,
    }).initialize();
    const tables = async (): Promise<string[]> =>
      (await source.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")).map(
        ({ tablename }: { tablename: string }) => tablename,
      );
    await source.runMigrations();
    expect(await tables()).toEqual(
      expect.arrayContaining(['deadlines', 'deliveries', 'directory_members', 'inbox', 'notices', 'outbox', 'preferences']),
    );
    for (const _ of migrations) await source.undoLastMigration();
    expect(await tables()).toEqual(['schema_migrations']);
    await source.destroy();
  });
});
