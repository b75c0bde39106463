import { randomUUID } from 'node:crypto';
import { testServers } from '@plenum/test-kit';
import { aMigratedDatabase } from '../testing/migrating.js';

const servers = testServers();
const AT = '2026-03-10T01:02:03.456Z';

describe('proposals of delegations', () => {
  it('are proposals of persons before, and what waits for a head is with its proposer', async () => {
    const { database, undo, redo, stop } = await aMigratedDatabase(servers, 'delegations');
    const [id, organisation, call, session, lead, delegation] = [...Array(6).keys()].map(() => randomUUID());
    await database.query(
      `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings) VALUES ($1, $2, $3, $4, 'infinity', '{}')`,
      [call, organisation, session, AT],
    );
    await database.query(
      `INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, state, late,
          created_at, text_by, text_at, version, delegation_id, endorsement)
        VALUES ($1, $2, $3, $4, $5, 'Any', '', '', 'ENDORSING', false, $6, $5, $6, 3, $7, $8)`,
      [id, organisation, session, call, lead, AT, delegation, JSON.stringify({ delegationId: delegation })],
    );
    await database.query(
      `INSERT INTO deadlines (id, organisation_id, proposal_id, subject_kind, subject_id, matter, round, member_ids, started_on, stops,
          due_on, provisional)
        VALUES ($1, $2, $3, 'proposal', $3, 'endorsement', 1, '{}', '2026-03-10', '[]', '2026-03-13', false)`,
      [randomUUID(), organisation, id],
    );
    await undo('DelegationProposals1700000000376');
    expect(await database.query('SELECT state FROM proposals')).toEqual([{ state: 'SECONDING' }]);
    expect(await database.query('SELECT id FROM deadlines')).toEqual([]);
    await redo();
    const row = 'SELECT state, delegation_id AS "delegationId", endorsement FROM proposals';
    expect(await database.query(row)).toEqual([{ state: 'SECONDING', delegationId: null, endorsement: null }]);
    await stop();
  });
});
