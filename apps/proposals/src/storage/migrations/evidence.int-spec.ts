import { randomUUID } from 'node:crypto';
import { testServers } from '@plenum/test-kit';
import { aMigratedDatabase, type MigratedDatabase } from '../../testing/migrating.js';

const servers = testServers();
const STEP = 'Evidence1700000000410';

describe('evidence of replies and promises', () => {
  let migrated: MigratedDatabase;
  const [organisation, session, lead, unit, call, proposal, handling, file] = Array.from({ length: 8 }, () => randomUUID());
  const run = (sql: string, values: readonly unknown[] = []) => migrated.database.query(sql, values);

  beforeAll(async () => {
    migrated = await aMigratedDatabase(servers, 'evidence');
    await migrated.undo(STEP);
    await run(
      `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings)
        VALUES ($1, $2, $3, '2026-03-01', '2026-03-30', '{}')`,
      [call, organisation, session],
    );
    await run(
      `INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, state, late,
        created_at, text_by, text_at, version) VALUES ($1, $2, $3, $4, $5, 's', 'g', 'm', 'FILED', false, now(), $5, now(), 1)`,
      [proposal, organisation, session, call, lead],
    );
    await run(
      `INSERT INTO handlings (id, proposal_id, lead_unit_id, assisting_unit_ids, state, assigned_by, assigned_at, version)
        VALUES ($1, $2, $3, '{}', 'REPLIED', $4, now(), 4)`,
      [handling, proposal, unit, lead],
    );
    await run(
      `INSERT INTO replies (handling_id, round, text, result_category, channel, replied_by, replied_at, overdue)
        VALUES ($1, 1, 'Soon.', 'PLANNED', 'ONLINE', $2, now(), false)`,
      [handling, lead],
    );
    await run(
      `INSERT INTO reply_drafts (handling_id, unit_id, round, number, version, content, saved_by, saved_at)
        VALUES ($1, $2, 1, 1, 1, '{"text":"Soon."}', $3, now())`,
      [handling, unit, lead],
    );
  });
  afterAll(() => migrated.stop());

  it('are none of what was drafted and answered before, and go again with the files, not with the words', async () => {
    await migrated.redo();
    expect(await run('SELECT text, files FROM replies')).toEqual([{ text: 'Soon.', files: [] }]);
    expect(await run('SELECT content FROM reply_drafts')).toEqual([{ content: { text: 'Soon.', files: [] } }]);
    await run(
      `INSERT INTO attachments (id, organisation_id, proposal_id, subject, subject_id, name, kind, bytes, sha256, added_by, added_at)
        VALUES ($1, $2, $3, 'commitment', $3, 'a.pdf', 'pdf', 1, 'a', $4, now())`,
      [file, organisation, proposal, lead],
    );
    await migrated.undo(STEP);
    expect(await run('SELECT content FROM reply_drafts')).toEqual([{ content: { text: 'Soon.' } }]);
    expect(await run('SELECT FROM attachments')).toEqual([]);
    await migrated.redo();
    expect(await run('SELECT text, files FROM replies')).toEqual([{ text: 'Soon.', files: [] }]);
  });
});
