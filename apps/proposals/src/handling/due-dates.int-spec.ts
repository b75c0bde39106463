import { eventFaults } from '@plenum/contracts';
import { type Congress, aCongress, done } from '../testing/congress.js';
import { type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
});

/** As they were counted before the holidays were announced. */
const unsettle = (...ids: readonly string[]) =>
  stage.database.query(
    `
      UPDATE deadlines SET provisional = true, due_on = '2026-02-01' WHERE proposal_id = ANY($1) AND matter = 'reply'
    `,
    [ids],
  );

describe('a due date that rests on holidays not announced', () => {
  it('is settled once they are, and told once', async () => {
    const id = await congress.assigned(await congress.call({ replyDue: { kind: 'days', n: 45, lastDay: 'as-it-falls' } }));
    const { dueOn } = done(await stage.as(congress.lead).get(`/proposals/${id}`)).handlings[0];
    await unsettle(id);
    expect([await stage.settleDueDates(), await stage.settleDueDates()]).toEqual([1, 0]);
    expect(done(await stage.as(congress.lead).get(`/proposals/${id}`)).handlings[0]).toMatchObject({ dueOn, dueProvisional: false });
    const events = (await stage.eventsOf(id)).slice(-2);
    expect(events.map(({ name }) => name)).toEqual(['proposals.due-date-settled.v1', 'proposals.deadline-set.v1']);
    expect(events[0]?.data).toMatchObject({ dueOn, before: '2026-02-01', leadUnitId: stage.logistics });
    for (const { name, data } of events) expect(eventFaults(name, data)).toEqual([]);
  });
});

describe('due dates that rest on holidays not announced', () => {
  const replyDue = { kind: 'days', n: 45, lastDay: 'as-it-falls' };

  it('are settled once each, however many replicas look at once', async () => {
    const callId = await congress.call({ replyDue });
    const ids = await Promise.all([...Array(5).keys()].map(() => congress.assigned(callId)));
    await unsettle(...ids);
    const settled = await Promise.all([stage.settleDueDates(), stage.settleDueDates(), stage.settleDueDates()]);
    expect(settled.reduce((sum, count) => sum + count, 0)).toBe(ids.length);
    for (const id of ids) {
      const told = (await stage.eventsOf(id)).filter(({ name }) => name === 'proposals.due-date-settled.v1');
      expect(told).toHaveLength(1);
    }
  });

  it('are settled though one of them cannot be, which is said', async () => {
    const [broken, sound] = [await congress.call({ replyDue }), await congress.call({ replyDue })];
    const [first, second] = [await congress.assigned(broken), await congress.assigned(sound)];
    await unsettle(first, second);
    const tried = await stage.database.query<{ proposal_id: string }>(
      'SELECT proposal_id FROM deadlines WHERE provisional AND proposal_id = ANY($1) ORDER BY id', // As they are tried.
      [[first, second]],
    );
    const [stuck, other] = tried.map(({ proposal_id }) => proposal_id) as [string, string];
    const rule = (proposalId: string, stated: object) =>
      stage.database.query("UPDATE deadlines SET rule = $2 WHERE proposal_id = $1 AND matter = 'reply'", [
        proposalId,
        JSON.stringify(stated),
      ]);
    await rule(stuck, { kind: 'months', n: 100_000 });
    await expect(stage.settleDueDates()).rejects.toMatchObject({ code: 'calendar.not-a-period' });
    const isProvisional = async (id: string) => done(await stage.as(congress.lead).get(`/proposals/${id}`)).handlings[0].dueProvisional;
    expect([await isProvisional(stuck), await isProvisional(other)]).toEqual([true, false]);
    await rule(stuck, replyDue);
    expect(await stage.settleDueDates()).toBe(1);
  });
});
