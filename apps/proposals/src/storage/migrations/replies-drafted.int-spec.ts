import { randomUUID } from 'node:crypto';
import { testServers } from '@plenum/test-kit';
import { aMigratedDatabase, type MigratedDatabase } from '../../testing/migrating.js';

const servers = testServers();
const STEP = 'RepliesDrafted1700000000369';

describe('the desk on which replies are written', () => {
  let migrated: MigratedDatabase;
  const [organisation, session, lead, unit, call, proposal, handling] = Array.from({ length: 7 }, () => randomUUID());
  const run = (sql: string, values: readonly unknown[] = []) => migrated.database.query(sql, values);
  const handlings = () => run('SELECT id, lead_unit_id, assisting_unit_ids, state, assigned_by, version FROM handlings');
  const replies = () => run('SELECT handling_id, round, text, result_category, channel, replied_by, overdue FROM replies ORDER BY round');
  const before = {
    handlings: [{ id: handling, lead_unit_id: unit, assisting_unit_ids: [session], state: 'IN_PROGRESS', assigned_by: lead, version: 4 }],
    replies: [
      { handling_id: handling, round: 1, text: 'Soon.', result_category: 'PLANNED', channel: 'ONLINE', replied_by: lead, overdue: false },
    ],
  };
  const now = async () => ({ handlings: await handlings(), replies: await replies() });
  const drafted = (round: number, number: number, version: number) =>
    run(
      `INSERT INTO reply_drafts (handling_id, unit_id, round, number, version, content, saved_by, saved_at)
        VALUES ($1, $2, $3, $4, $5, '{}', $6, now())`,
      [handling, unit, round, number, version, lead],
    );

  beforeAll(async () => {
    migrated = await aMigratedDatabase(servers, 'replies_drafted');
    await migrated.undo(STEP);
    await run(
      `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings)
        VALUES ($1, $2, $3, '2026-03-01', '2026-03-30', '{}')`,
      [call, organisation, session],
    );
    await run(
      `INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, state, late,
        created_at, text_by, text_at, version) VALUES ($1, $2, $3, $4, $5, 's', 'g', 'm', 'IN_PROGRESS', false, now(), $5, now(), 1)`,
      [proposal, organisation, session, call, lead],
    );
    await run(
      `INSERT INTO handlings (id, proposal_id, lead_unit_id, assisting_unit_ids, state, assigned_by, assigned_at, version)
        VALUES ($1, $2, $3, $4, 'IN_PROGRESS', $5, now(), 4)`,
      [handling, proposal, unit, [session], lead],
    );
    await run(
      `INSERT INTO replies (handling_id, round, text, result_category, channel, replied_by, replied_at, overdue)
        VALUES ($1, 1, 'Soon.', 'PLANNED', 'ONLINE', $2, now(), false)`,
      [handling, lead],
    );
  });
  afterAll(() => migrated.stop());

  it('leaves what was assigned and answered before as it is, there and back: nobody had drafted, spoken or instructed', async () => {
    expect(await now()).toEqual(before);
    await migrated.redo();
    expect(await now()).toEqual(before);
    expect(await run('SELECT instruction FROM handlings')).toEqual([{ instruction: null }]);
    expect(await run('SELECT FROM reply_drafts UNION ALL SELECT FROM contacts')).toEqual([]);
    await migrated.undo(STEP);
    expect(await now()).toEqual(before);
    await migrated.redo();
    expect(await now()).toEqual(before);
  });

  it('keeps one draft of a number in a round of a unit, and counts its savings of all rounds together', async () => {
    await drafted(1, 1, 1);
    await expect(drafted(1, 1, 2)).rejects.toThrow('reply_drafts_pkey');
    await expect(drafted(2, 1, 1)).rejects.toThrow('reply_drafts_handling_id_unit_id_version_key');
    await drafted(2, 1, 2);
    expect(await run('SELECT round, number, version FROM reply_drafts ORDER BY version')).toEqual([
      { round: 1, number: 1, version: 1 },
      { round: 2, number: 1, version: 2 },
    ]);
    await run('DELETE FROM reply_drafts');
  });

  it.each([
    ['a draft', () => drafted(1, 1, 1), 'DELETE FROM reply_drafts'],
    [
      'a contact',
      () =>
        run(
          `INSERT INTO contacts (id, proposal_id, handling_id, unit_id, round, contacted_on, way, who, noted, by_member, at)
            VALUES ($1, $2, $3, $4, 1, '2026-04-01', 'PHONE', 'The lead', 'Until ten.', $5, now())`,
          [randomUUID(), proposal, handling, unit, lead],
        ),
      'DELETE FROM contacts',
    ],
    [
      'an instruction',
      () => run(`UPDATE handlings SET instruction = '{"text":"At once.","leader":"A"}'`),
      'UPDATE handlings SET instruction = NULL',
    ],
  ])('goes no way back over %s', async (_what, write, remove) => {
    await write();
    await expect(migrated.undo(STEP)).rejects.toThrow('there is no way back for it');
    await run(remove);
    await migrated.undo(STEP);
    await migrated.redo();
    expect(await now()).toEqual(before);
  });
});
