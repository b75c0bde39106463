import { randomUUID } from 'node:crypto';
import { testServers } from '@plenum/test-kit';
import { aMigratedDatabase } from '../../testing/migrating.js';

const servers = testServers();
const AWAITED = { kind: 'before-session', days: 14, opensOn: null };
const STEP = 'RemindersOfDeadlines1700000000401';

describe('the days from which something is due soon', () => {
  it('are carried over for what is owed, by the ladder and the days of the organisation, and go again', async () => {
    const { database, undo, redo, stop } = await aMigratedDatabase(servers, 'remind_on');
    await undo(STEP);
    const [usual, own] = [randomUUID(), randomUUID()];
    const proposal = async (organisation: string, rungs: readonly number[]): Promise<readonly [string, string]> => {
      const [call, id] = [randomUUID(), randomUUID()];
      const ladder = { rungs: rungs.map((workingDays) => ({ workingDays, hears: ['debtor'] })), then: null };
      await database.query(
        `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings)
         VALUES ($1, $2, $2, '2026-03-01', '2026-03-30', $3)`,
        [call, organisation, JSON.stringify({ ladder })],
      );
      await database.query(
        `INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, state, late,
           created_at, text_by, text_at, version, submitted_at)
         VALUES ($1, $2, $2, $3, $2, 'A lift', '', '', 'IN_PROGRESS', false, now(), $2, now(), 1, now())`,
        [id, organisation, call],
      );
      return [organisation, id];
    };
    const owe = async ([organisation, of]: readonly [string, string], dueOn: string | null, isMet = false): Promise<string> => {
      const id = randomUUID();
      await database.query(
        `INSERT INTO deadlines (id, organisation_id, proposal_id, subject_kind, subject_id, matter, round, member_ids, started_on, stops,
           due_on, provisional, met_at, rule) VALUES ($1, $2, $3, 'handling', $1, 'reply', 1, '{}', '2026-09-20', '[]', $4, $5, $6, $7)`,
        [id, organisation, of, dueOn, dueOn === null, isMet ? new Date() : null, dueOn === null ? AWAITED : null],
      );
      return id;
    };
    await database.query(
      `INSERT INTO directory_calendars (organisation_id, zone, days_off, working_days, version)
       VALUES ($1, 'Asia/Shanghai', '{2026-10-13}', '{}', 1)`,
      [own],
    );
    const laddered = await proposal(usual, [-15, -5, -1, 0, 1]);
    // 1 to 7 October off and the 10th worked: by hand from the notice for 2026. The fifteenth before is the day on which it began.
    const ids = [
      await owe(laddered, '2026-10-16'),
      await owe(laddered, null),
      await owe(laddered, '2026-10-16', true),
      await owe(await proposal(own, [-5, 1]), '2026-10-16'),
      await owe(await proposal(usual, [0, 1]), '2026-10-16'),
    ];
    await redo();
    const rows = await database.query<{ id: string; remind_on: string | null }>('SELECT id, remind_on FROM deadlines');
    const reminders = new Map(rows.map(({ id, remind_on }) => [id, remind_on]));
    expect(ids.map((id) => reminders.get(id))).toEqual(['2026-10-10', null, null, '2026-10-09', null]);
    await undo(STEP);
    expect(await database.query('SELECT due_on FROM deadlines WHERE id = $1', [ids[0]])).toEqual([{ due_on: '2026-10-16' }]);
    await redo();
    await stop();
  });
});
