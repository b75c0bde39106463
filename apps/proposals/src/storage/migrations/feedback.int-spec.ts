import { randomUUID } from 'node:crypto';
import { testServers } from '@plenum/test-kit';
import { aMigratedDatabase, type MigratedDatabase } from '../../testing/migrating.js';

const servers = testServers();

describe('ratings by several, silence and meetings', () => {
  let migrated: MigratedDatabase;
  const [organisation, session, lead, unit, call, proposal, handling] = Array.from({ length: 7 }, () => randomUUID());
  const run = (sql: string, values: readonly unknown[] = []) => migrated.database.query(sql, values);
  const ratings = () => run('SELECT round, attitude, result, comment, rated_by FROM ratings ORDER BY round');
  const given = [{ round: 1, attitude: 'SATISFIED', result: 'DISSATISFIED', comment: 'Nothing was done.', rated_by: lead }];

  beforeAll(async () => {
    migrated = await aMigratedDatabase(servers, 'feedback');
    await migrated.undo('RatingsOfSeveral1700000000373');
    await run(
      `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings)
        VALUES ($1, $2, $3, '2026-03-01', '2026-03-30', '{}')`,
      [call, organisation, session],
    );
    await run(
      `INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, state, late,
        created_at, text_by, text_at, version) VALUES ($1, $2, $3, $4, $5, 's', 'g', 'm', 'REPLIED', false, now(), $5, now(), 1)`,
      [proposal, organisation, session, call, lead],
    );
    await run(
      `INSERT INTO handlings (id, proposal_id, lead_unit_id, assisting_unit_ids, state, assigned_by, assigned_at, version)
        VALUES ($1, $2, $3, '{}', 'REPLIED', $4, now(), 1)`,
      [handling, proposal, unit, lead],
    );
    await run(
      `INSERT INTO replies (handling_id, round, text, result_category, channel, replied_by, replied_at, overdue)
        VALUES ($1, 1, 't', 'SOLVED', 'ONLINE', $2, now(), false)`,
      [handling, lead],
    );
    await run(
      `INSERT INTO ratings (handling_id, round, attitude, result, comment, rated_by, rated_at)
        VALUES ($1, 1, 'SATISFIED', 'DISSATISFIED', 'Nothing was done.', $2, now())`,
      [handling, lead],
    );
  });
  afterAll(() => migrated.stop());

  it('leave what was rated before as it is, there and back', async () => {
    expect(await ratings()).toEqual(given);
    await migrated.redo();
    expect(await ratings()).toEqual(given);
    await migrated.undo('RatingsOfSeveral1700000000373');
    expect(await ratings()).toEqual(given);
    await migrated.redo();
  });

  it('let several rate a reply, each once, in one dimension alone; there is no way back for that', async () => {
    const rate = (by: string | null, attitude: string | null, result: string | null) =>
      run(`INSERT INTO ratings (handling_id, round, attitude, result, rated_by, rated_at) VALUES ($1, 1, $2, $3, $4, now())`, [
        handling,
        attitude,
        result,
        by,
      ]);
    await expect(rate(lead!, 'SATISFIED', 'SATISFIED')).rejects.toThrow('ratings_one_each');
    await expect(rate(randomUUID(), null, null)).rejects.toThrow('ratings_say_something');
    await rate(randomUUID(), null, 'SATISFIED');
    await migrated.undo('SilenceAndMeetings1700000000374');
    await expect(migrated.undo('RatingsOfSeveral1700000000373')).rejects.toThrow('there is no way back for them');
    await run('DELETE FROM ratings WHERE rated_by <> $1', [lead]);
    await migrated.redo();
  });

  it('go no way back over the minutes of a meeting', async () => {
    await run(
      `INSERT INTO escalation_meetings (handling_id, met_on, present, minutes, recorded_by, recorded_at)
        VALUES ($1, '2026-07-20', $2, 'No budget.', $3, now())`,
      [handling, [lead], lead],
    );
    await expect(migrated.undo('SilenceAndMeetings1700000000374')).rejects.toThrow('there is no way back for their minutes');
  });
});
