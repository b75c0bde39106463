import { randomUUID } from 'node:crypto';
import { testServers } from '@plenum/test-kit';
import { aMigratedDatabase } from '../../testing/migrating.js';

const servers = testServers();

describe('the rules of calls', () => {
  it('stay as they were where calls are open, and a reply may wait for its day', async () => {
    const { database, undo, redo, stop } = await aMigratedDatabase(servers, 'rules');
    await undo('RulesOfCalls1700000000388');
    const [before, stated] = [randomUUID(), randomUUID()];
    const call = (id: string, settings: object) =>
      database.query(
        `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings)
          VALUES ($1, $2, $2, now(), now() + interval '1 day', $3)`,
        [id, randomUUID(), JSON.stringify(settings)],
      );
    await call(before, { minSeconders: 2 });
    await call(stated, { leaderSignOff: 'on-reply' });
    await redo();
    const signed = async () =>
      Object.fromEntries(
        (await database.query<{ id: string; said: string }>("SELECT id, settings ->> 'leaderSignOff' AS said FROM calls")).map(
          ({ id, said }) => [id, said],
        ),
      );
    expect(await signed()).toEqual({ [before]: 'none', [stated]: 'on-reply' });

    const proposalId = randomUUID();
    await database.query(
      `INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, state, late,
          created_at, text_by, text_at, version)
        VALUES ($1, $1, $1, $2, $1, 'Fans', 'Hot.', 'Buy.', 'ASSIGNED', false, now(), $1, now(), 3)`,
      [proposalId, before],
    );
    const owed = (dueOn: string | null, rule: object | null) =>
      database.query(
        `INSERT INTO deadlines (id, organisation_id, proposal_id, subject_kind, subject_id, matter, round, member_ids, rule, started_on,
          stops, due_on, provisional) VALUES ($1, $2, $2, 'handling', $1, 'reply', 1, '{}', $3, '2026-04-28', '[]', $4, $5)`,
        [randomUUID(), proposalId, rule && JSON.stringify(rule), dueOn, dueOn === null],
      );
    await expect(owed(null, null)).rejects.toThrow(/deadlines_due_or_awaited/);
    const rule = { kind: 'before-session', days: 14 };
    await owed('2027-03-06', { ...rule, opensOn: '2027-03-20' });
    await undo('RulesOfCalls1700000000388');
    expect(await database.query('SELECT due_on, rule FROM deadlines')).toEqual([{ due_on: '2027-03-06', rule: null }]);
    expect(await signed()).toEqual({ [before]: 'none', [stated]: 'on-reply' }); // It reads the same there.
    await redo();
    await owed(null, { ...rule, opensOn: null });
    await expect(undo('RulesOfCalls1700000000388')).rejects.toThrow(/null values/); // No way back for a reply without a day.
    await stop();
  });
});
