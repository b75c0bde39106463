import { randomUUID } from 'node:crypto';
import { testServers } from '@plenum/test-kit';
import { aMigratedDatabase } from '../../testing/migrating.js';

const servers = testServers();
const ROWS = 3_000;

describe('the proposals on which something is owed', () => {
  it('are found by an index, which goes again', async () => {
    const { database, undo, redo, stop } = await aMigratedDatabase(servers, 'open_matters');
    const id = randomUUID();
    await database.query(
      `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings)
       VALUES ($1, $1, $1, '2026-03-01', '2026-03-30', '{}')`,
      [id],
    );
    await database.query(
      `INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, state, late,
         created_at, text_by, text_at, version) VALUES ($1, $1, $1, $1, $1, 'A lift', '', '', 'IN_PROGRESS', false, now(), $1, now(), 1)`,
      [id],
    );
    await database.query(
      `INSERT INTO deadlines (id, organisation_id, proposal_id, subject_kind, subject_id, matter, round, member_ids, started_on, stops,
         due_on, provisional, met_at)
       SELECT gen_random_uuid(), $1, $1, 'handling', gen_random_uuid(), CASE WHEN n % 20 = 0 THEN 'feedback' ELSE 'reply' END, 1, '{}',
         '2026-09-20', '[]', '2026-10-16', false, CASE WHEN n % 3 = 0 THEN now() END FROM generate_series(1, $2::int) n`,
      [id, ROWS],
    );
    const plan = async () => {
      await database.query('VACUUM ANALYZE deadlines');
      return JSON.stringify(
        await database.query("EXPLAIN SELECT DISTINCT proposal_id FROM deadlines WHERE matter = 'feedback' AND met_at IS NULL"),
      );
    };
    expect(await plan()).toContain('deadlines_open_matters');
    await undo('OpenMatters1700000000402');
    expect(await plan()).not.toContain('deadlines_open_matters');
    await redo();
    expect(await database.query('SELECT count(*)::int AS kept FROM deadlines')).toEqual([{ kept: ROWS }]);
    await stop();
  });
});
