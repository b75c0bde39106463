import { randomUUID } from 'node:crypto';
import { testServers } from '@plenum/test-kit';
import { aMigratedDatabase } from '../../testing/migrating.js';

const servers = testServers();
const AT = '2026-03-10T01:02:03.456Z';
const MIGRATION = 'ImportedMatters1700000000385';

describe('tables of earlier matters', () => {
  it('go and come with nothing in them, and stay where a matter was imported: nothing else would tell it from one that was filed', async () => {
    const { database, undo, redo, stop } = await aMigratedDatabase(servers, 'imported');
    const [organisation, call, session, member, upload] = [...Array(5).keys()].map(() => randomUUID());
    const [filed, imported] = [randomUUID(), randomUUID()];
    await database.query(
      `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings) VALUES ($1, $2, $3, $4, 'infinity', '{}')`,
      [call, organisation, session, AT],
    );
    for (const [id, number] of [
      [filed, '7-2-001'],
      [imported, '6-1-001'],
    ])
      await database.query(
        `INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, state, late,
          created_at, text_by, text_at, version, track, docket_no)
        VALUES ($1, $2, $3, $4, $5, 'Any', '', '', 'CLOSED', false, $6, $5, $6, 3, 'PROPOSAL', $7)`,
        [id, organisation, session, call, member, AT, number],
      );
    const uploads = async () => database.query('SELECT id FROM history_imports');
    const uploading = () =>
      database.query(
        `INSERT INTO history_imports (id, organisation_id, session_id, file_name, uploaded_by, uploaded_at, lines, rows, version)
          VALUES ($1, $2, $3, 'earlier.xlsx', $4, $5, '[]', '[]', 1)`,
        [upload, organisation, session, member, AT],
      );
    const numbers = async () => database.query('SELECT docket_no AS number FROM proposals ORDER BY 1');
    const before = await numbers();

    await uploading();
    await undo(MIGRATION);
    await redo();
    expect([await numbers(), await uploads()]).toEqual([before, []]);

    await uploading();
    await database.query(
      `INSERT INTO imported_matters (proposal_id, organisation_id, session_id, number, proposer, import_id, imported_by, imported_at)
        VALUES ($1, $2, $3, '6-1-001', NULL, $4, $5, $6)`,
      [imported, organisation, session, upload, member, AT],
    );
    await expect(undo(MIGRATION)).rejects.toThrow('earlier matters were imported');
    expect([await numbers(), await uploads()]).toEqual([before, [{ id: upload }]]);
    expect(await database.query('SELECT proposal_id AS id FROM imported_matters')).toEqual([{ id: imported }]);

    await database.query('DELETE FROM proposals WHERE id = $1', [imported]);
    await undo(MIGRATION);
    expect(await numbers()).toEqual([{ number: '7-2-001' }]);
    await stop();
  });
});
