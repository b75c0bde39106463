import { randomUUID } from 'node:crypto';
import { createDataSource } from '@plenum/database';
import { testServers } from '@plenum/test-kit';
import { NOTIFIER_MIGRATIONS } from './notifier-migrations.js';
import { MovedDays1700000000361 } from './moved-days.migration.js';

const UNTIL = NOTIFIER_MIGRATIONS.slice(0, NOTIFIER_MIGRATIONS.indexOf(MovedDays1700000000361) + 1);

describe('days that moved', () => {
  const servers = testServers();

  it('are told apart from what ended for good, and go again without what ended for good', async () => {
    const url = await servers.createTestDatabase('moved_days');
    const source = await createDataSource({ url, applicationName: 'migrations', migrations: UNTIL }).initialize();
    await source.runMigrations();
    await source.undoLastMigration();
    const end = (eventId: string, columns: string, values: string) =>
      source.query(
        `INSERT INTO notice_endings (event_id, about, code, how, at${columns})
         VALUES ($1, $2, 'proposals.reply-due-soon', 'ended', now()${values})`,
        [eventId, randomUUID()],
      );
    await end('before', '', '');
    await source.runMigrations();
    await end('moved', ', but_due_at', ", '2031-05-31T16:00:00Z'");
    const kept = async () => (await source.query('SELECT event_id FROM notice_endings ORDER BY event_id')) as object[];
    expect(await kept()).toEqual([{ event_id: 'before' }, { event_id: 'moved' }]);
    await source.undoLastMigration();
    expect(await kept()).toEqual([{ event_id: 'before' }]);
    await source.runMigrations();
    await source.destroy();
  });
});
