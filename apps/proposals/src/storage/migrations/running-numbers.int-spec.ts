import { randomUUID } from 'node:crypto';
import { createDataSource, type MigrationClass } from '@plenum/database';
import { testServers } from '@plenum/test-kit';
import { PROPOSALS_MIGRATIONS } from './proposals-migrations.js';
import { RunningNumbers1700000000355 } from './running-numbers.migration.js';

const BEFORE = 'ProposalCategories1700000000350';
const upToBefore = PROPOSALS_MIGRATIONS.slice(0, PROPOSALS_MIGRATIONS.findIndex(({ name }) => name === BEFORE) + 1);

describe('running numbers', () => {
  const servers = testServers();
  const [session, call, somebody] = [randomUUID(), randomUUID(), randomUUID()];

  it('are given to what was handed in before, in its order, and taken back', async () => {
    const url = await servers.createTestDatabase('running_numbers');
    const connect = (migrations: readonly MigrationClass[]) =>
      createDataSource({ url, applicationName: 'migrations', migrations }).initialize();
    const earlier = await connect(upToBefore);
    await earlier.runMigrations();
    await earlier.query(
      `
        INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings)
        VALUES ($1, $2, $3, '2026-03-01', '2026-03-30', '{}')
      `,
      [call, randomUUID(), session],
    );
    const add = (subject: string, submittedAt: string | null, track: string | null, docketNo: string | null) =>
      earlier.query(
        `INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, state, track,
          signatures, submitted_at, late, docket_no, replies, created_at, version)
        SELECT $1, organisation_id, session_id, id, $2, $3, '', '', 'SUBMITTED', $4, '[]', $5, false, $6, '[]', now(), 1 FROM calls`,
        [randomUUID(), somebody, subject, track, submittedAt, docketNo],
      );
    await add('second', '2026-03-03', 'PROPOSAL', '7-2-001');
    await add('first', '2026-03-02', null, null);
    await add('draft', null, null, null);
    await add('third', '2026-03-04', 'SUGGESTION', null);
    await earlier.query('INSERT INTO docket_counters (session_id, latest) VALUES ($1, 1)', [session]);
    await earlier.destroy();

    const now = await connect([...upToBefore, RunningNumbers1700000000355]);
    await now.runMigrations();
    const numbers = () => now.query('SELECT subject, receipt_no, docket_no FROM proposals ORDER BY receipt_no NULLS LAST');
    expect(await numbers()).toEqual([
      { subject: 'first', receipt_no: 1, docket_no: null },
      { subject: 'second', receipt_no: 2, docket_no: '7-2-001' },
      { subject: 'third', receipt_no: 3, docket_no: null },
      { subject: 'draft', receipt_no: null, docket_no: null },
    ]);
    expect(await now.query('SELECT series, latest FROM number_counters ORDER BY series')).toEqual([
      { series: 'PROPOSAL', latest: 1 },
      { series: 'RECEIPT', latest: 3 },
    ]);
    await now.query("UPDATE proposals SET docket_no = '7-2-001' WHERE track = 'SUGGESTION'"); // Of another track: no clash.
    await expect(now.query("UPDATE proposals SET docket_no = NULL WHERE track = 'PROPOSAL'")).rejects.toThrow(/proposals_docket_no_check/);

    await now.undoLastMigration();
    expect(await now.query('SELECT subject, docket_no FROM proposals WHERE docket_no IS NOT NULL')).toEqual([
      { subject: 'second', docket_no: '7-2-001' },
    ]);
    expect(await now.query('SELECT session_id, latest FROM docket_counters')).toEqual([{ session_id: session, latest: 1 }]);
    await now.destroy();
  });
});
