import { randomUUID } from 'node:crypto';
import { createDataSource, type MigrationClass } from '@plenum/database';
import { testServers } from '@plenum/test-kit';
import { DeadlinesInOneShape1700000000345 } from './deadlines-in-one-shape.migration.js';
import { NOTIFIER_MIGRATIONS } from './notifier-migrations.js';

const BEFORE = NOTIFIER_MIGRATIONS.slice(0, NOTIFIER_MIGRATIONS.indexOf(DeadlinesInOneShape1700000000345));

describe('deadlines in one shape', () => {
  const servers = testServers();

  it('are those of before with what was told of them, and taken back', async () => {
    const url = await servers.createTestDatabase('deadlines_in_one_shape');
    const connect = (migrations: readonly MigrationClass[]) =>
      createDataSource({ url, applicationName: 'migrations', migrations }).initialize();
    const earlier = await connect(BEFORE);
    await earlier.runMigrations();
    const [organisation, session, proposal, ballot, unit] = [...Array(5)].map(() => randomUUID());
    const ids = { ahead: randomUUID(), reminded: randomUUID(), overdue: randomUUID(), met: randomUUID(), unknown: randomUUID() };
    await earlier.query(
      `
        INSERT INTO deadlines (id, organisation_id, proposal_id, ballot_id, session_id, matter, subject, docket_no, due_at, remind_at,
          unit_id, is_met, version, reminded_at, overdue_told_at)
        VALUES
          ($1, $6, $8, NULL, $7, 'reply', 'Fans', '7', '2026-10-16T16:00:00Z', '2026-10-13T16:00:00Z', $10, false, 4, NULL, NULL),
          ($2, $6, NULL, $9, $7, 'approval', 'Vote', NULL, '2026-10-16T16:00:00Z', '2026-10-13T16:00:00Z', NULL, false, 4, '2026-10-14',
            NULL),
          ($3, $6, $8, NULL, $7, 'feedback', 'Fans', '7', '2026-10-16T16:00:00Z', '2026-10-13T16:00:00Z', NULL, false, 4, '2026-10-14',
            '2026-10-17'),
          ($4, $6, $8, NULL, $7, 'reply', 'Fans', '7', '2026-10-16T16:00:00Z', '2026-10-13T16:00:00Z', $10, true, 4, NULL, NULL),
          ($5, $6, $8, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, true, 4, NULL, NULL)
      `,
      [...Object.values(ids), organisation, session, proposal, ballot, unit],
    );
    const before = await earlier.query('SELECT * FROM deadlines ORDER BY id');
    await earlier.destroy();

    const now = await connect([...BEFORE, DeadlinesInOneShape1700000000345]);
    await now.runMigrations();
    const rows: Record<string, unknown>[] = await now.query(
      'SELECT id, about_kind, about_id, title, state, offices, next_at, steps, version FROM deadlines',
    );
    const of = (id: string) => rows.find((row) => row['id'] === id);
    const steps = [
      { workingDays: -3, at: '2026-10-13T16:00:00.000Z', hears: ['debtor', 'head'] },
      { workingDays: 1, at: '2026-10-16T16:00:00.000Z', hears: ['debtor', 'head', 'committee'] },
    ];
    expect(of(ids.ahead)).toMatchObject({ about_kind: 'proposal', about_id: proposal, title: 'Fans', state: 'runs', steps, version: 4 });
    expect(of(ids.ahead)).toMatchObject({ next_at: new Date('2026-10-13T16:00:00Z'), offices: [] });
    expect(of(ids.reminded)).toMatchObject({ about_kind: 'ballot', about_id: ballot, offices: ['PRESIDIUM', 'SECRETARIAT'] });
    expect(of(ids.reminded)).toMatchObject({ next_at: new Date('2026-10-16T16:00:00Z') });
    expect(of(ids.overdue)).toMatchObject({ state: 'runs', next_at: null });
    expect([of(ids.met)?.['state'], of(ids.met)?.['next_at'], of(ids.unknown)?.['state']]).toEqual(['met', null, 'met']);
    const told = await now.query('SELECT deadline_id AS id, working_days AS step, cause FROM reminders ORDER BY working_days, told_at');
    const cause = (id: string, stage: string): string => `${id}.${stage}.${Date.parse('2026-10-16T16:00:00Z')}`;
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        { id: ids.reminded, step: -3, cause: cause(ids.reminded, 'due-soon') },
        { id: ids.overdue, step: -3, cause: cause(ids.overdue, 'due-soon') },
        { id: ids.overdue, step: 1, cause: cause(ids.overdue, 'overdue') },
      ]),
    );

    await now.undoLastMigration();
    expect(await now.query('SELECT * FROM deadlines ORDER BY id')).toEqual(before);
    await now.destroy();
  });
});
