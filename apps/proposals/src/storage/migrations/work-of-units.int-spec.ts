import { randomUUID } from 'node:crypto';
import { testServers } from '@plenum/test-kit';
import { aMigratedDatabase } from '../../testing/migrating.js';

const servers = testServers();
const STEP = 'WorkOfUnits1700000000387';

describe('contacts and drafts', () => {
  it('are of the unit that led the work when they were made, and stand in one row of numbers before', async () => {
    const { database, undo, redo, stop } = await aMigratedDatabase(servers, 'work');
    await undo(STEP);
    const [proposal, handling, somebody, call, former, lead] = [...Array(6).keys()].map(() => randomUUID());
    await database.query(
      `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings) VALUES ($1, $2, $2, now(), 'infinity', '{}')`,
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
       VALUES ($1, $2, $3, '{}', 'ASSIGNED', $4, now(), 1)`,
      [handling, proposal, lead, somebody],
    );
    const day = (nth: number) => `2026-04-0${nth}T02:00:00Z`;
    for (const [unitId, nth] of [
      [former, 1],
      [lead, 3],
    ] as const)
      await database.query(
        `INSERT INTO facts (proposal_id, organisation_id, session_id, version, at, kind, data)
         VALUES ($1, $2, $2, 1, $3, 'ProposalAssigned', $4)`,
        [proposal, somebody, day(nth), JSON.stringify({ handlingId: handling, leadUnitId: unitId })],
      );
    const contact = (nth: number) =>
      database.query(
        `INSERT INTO contacts (id, proposal_id, handling_id, round, contacted_on, way, who, noted, by_member, at)
         VALUES ($1, $2, $3, 1, '2026-04-02', 'PHONE', 'Ms Li', $4, $5, $6)`,
        [randomUUID(), proposal, handling, String(nth), somebody, day(nth)],
      );
    await contact(2);
    await contact(4);
    await database.query(
      `INSERT INTO reply_drafts (handling_id, round, number, version, content, saved_by, saved_at) VALUES ($1, 1, 1, 2, '"first"', $2, $3)`,
      [handling, somebody, day(2)],
    );
    await redo();
    const units = 'SELECT unit_id AS "unitId" FROM contacts ORDER BY at';
    expect(await database.query(units)).toEqual([{ unitId: former }, { unitId: lead }]);
    expect(await database.query('SELECT unit_id AS "unitId", version FROM reply_drafts')).toEqual([{ unitId: former, version: 2 }]);
    await database.query(
      `INSERT INTO reply_drafts (handling_id, unit_id, round, number, version, content, saved_by, saved_at)
       VALUES ($1, $2, 1, 1, 2, '"second"', $3, $4)`,
      [handling, lead, somebody, day(5)],
    );
    await undo(STEP);
    expect(await database.query('SELECT content, number, version FROM reply_drafts ORDER BY number')).toEqual([
      { content: 'first', number: 1, version: 1 },
      { content: 'second', number: 2, version: 2 },
    ]);
    expect(await database.query('SELECT noted FROM contacts ORDER BY at')).toEqual([{ noted: '2' }, { noted: '4' }]);
    await redo();
    expect(await database.query(units)).toEqual([{ unitId: former }, { unitId: lead }]);
    await stop();
  });
});
