import { randomUUID } from 'node:crypto';
import { testServers } from '@plenum/test-kit';
import { aMigratedDatabase } from '../../testing/migrating.js';

const servers = testServers();
const STEP = 'RequestsOfUnits1700000000366';

describe('what was asked about the work of units', () => {
  it('begins with nothing asked, and has no way back once something was', async () => {
    const { database, undo, redo, stop } = await aMigratedDatabase(servers, 'requests_of_units');
    await undo(STEP);
    const [call, proposal, handling, somebody] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await database.query(
      `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings)
       VALUES ($1, $2, $2, '2026-03-01', '2026-03-30', '{}')`,
      [call, somebody],
    );
    await database.query(
      `INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, state, late, 
         created_at, text_by, text_at, version)
       VALUES ($1, $2, $2, $3, $2, 'A lift', '', '', 'ASSIGNED', false, now(), $2, now(), 1)`,
      [proposal, somebody, call],
    );
    await database.query(
      `INSERT INTO handlings (id, proposal_id, lead_unit_id, assisting_unit_ids, state, assigned_by, assigned_at, version)
       VALUES ($1, $2, $3, '{}', 'ASSIGNED', $3, now(), 1)`,
      [handling, proposal, somebody],
    );
    await redo();
    expect(await database.query('SELECT asked FROM handlings WHERE id = $1', [handling])).toEqual([{ asked: [] }]);
    await undo(STEP);
    await redo();
    await database.query(
      `INSERT INTO requests (id, organisation_id, proposal_id, handling_id, kind, state, batch_id, concerns, owed_by, asked, version)
       VALUES ($1, $2, $3, $4, 'extension', 'OPEN', $1, ARRAY[$3::uuid], '{"who":"committee"}', '{}', 1)`,
      [randomUUID(), somebody, proposal, handling],
    );
    await expect(undo(STEP)).rejects.toThrow('there is no way back for it');
    await stop();
  });
});
