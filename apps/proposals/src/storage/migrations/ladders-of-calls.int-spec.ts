import { randomUUID } from 'node:crypto';
import { testServers } from '@plenum/test-kit';
import { aMigratedDatabase } from '../../testing/migrating.js';

const servers = testServers();

describe('the ladders of calls', () => {
  it('remind as the calls did that were open before, and go back to that', async () => {
    const { database, undo, redo, stop } = await aMigratedDatabase(servers, 'ladders');
    await undo('LaddersOfCalls1700000000399');
    const [stated, never, usual] = [randomUUID(), randomUUID(), randomUUID()];
    const call = (id: string, settings: object) =>
      database.query(
        `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings)
          VALUES ($1, $2, $2, now(), now() + interval '1 day', $3)`,
        [id, randomUUID(), JSON.stringify(settings)],
      );
    await call(stated, { minSeconders: 2, remindBeforeDays: 7 });
    await call(never, { remindBeforeDays: 0 });
    await call(usual, { minSeconders: 3 });
    const settings = async () =>
      Object.fromEntries(
        (await database.query<{ id: string; settings: object }>('SELECT id, settings FROM calls')).map((row) => [row.id, row.settings]),
      );
    const ladder = (workingDays: number) => ({
      rungs: [
        { workingDays, hears: ['debtor', 'head'] },
        { workingDays: 1, hears: ['debtor', 'head', 'committee'] },
      ],
      then: null,
    });
    await redo();
    expect(await settings()).toEqual({
      [stated]: { minSeconders: 2, ladder: ladder(-7) },
      [never]: { ladder: ladder(0) },
      [usual]: { minSeconders: 3, ladder: ladder(-3) },
    });
    await undo('LaddersOfCalls1700000000399');
    expect(await settings()).toEqual({
      [stated]: { minSeconders: 2, remindBeforeDays: 7 },
      [never]: { remindBeforeDays: 0 },
      [usual]: { minSeconders: 3, remindBeforeDays: 3 },
    });
    await redo();
    await stop();
  });
});
