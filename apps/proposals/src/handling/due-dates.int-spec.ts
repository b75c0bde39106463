import { randomUUID } from 'node:crypto';
import { eventFaults } from '@plenum/contracts';
import { type Congress, REPLY, aCongress, done } from '../testing/congress.js';
import { type Answer, type Stage, useStage } from '../testing/stage.js';

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
      UPDATE deadlines SET provisional = true, due_on = '2026-02-01' WHERE proposal_id = ANY($1)
    `,
    [ids],
  );

describe('a due date that rests on holidays not announced', () => {
  it('is settled once they are, and told once', async () => {
    const contactWithin = { kind: 'days', n: 10, lastDay: 'as-it-falls' };
    const id = await congress.assigned(await congress.call({ replyDue: { ...contactWithin, n: 45 }, contactWithin }));
    const { dueOn, contactDueOn } = done(await stage.as(congress.lead).get(`/proposals/${id}`)).handlings[0];
    await unsettle(id);
    expect([await stage.settleDueDates(), await stage.settleDueDates()]).toEqual([1, 0]);
    expect(done(await stage.as(congress.lead).get(`/proposals/${id}`)).handlings[0]).toMatchObject({
      dueOn,
      contactDueOn,
      dueProvisional: false,
    });
    const events = (await stage.eventsOf(id)).slice(-3);
    expect(events.map(({ name, data }) => [name, data['matter']])).toEqual([
      ['proposals.due-date-settled.v1', undefined],
      ['proposals.deadline-set.v2', 'reply'],
      ['proposals.deadline-set.v2', 'contact'],
    ]);
    expect(events[0]?.data).toMatchObject({ dueOn, before: '2026-02-01', leadUnitId: stage.logistics });
    for (const { name, data } of events) expect(eventFaults(name, data)).toEqual([]);
  });
});

describe('due dates that rest on holidays not announced', () => {
  const replyDue = { kind: 'days', n: 45, lastDay: 'as-it-falls' };

  it('are settled once each, however many replicas look at once', async () => {
    const callId = await congress.call({ replyDue, contactWithin: null });
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
    const rules = { replyDue, contactWithin: null };
    const [broken, sound] = [await congress.call(rules), await congress.call(rules)];
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

describe('a reply that is due before the next session', () => {
  const times = (opensAt: string) => ({ opensAt, closesAt: `${opensAt.slice(0, 11)}09:00:00.000Z` });
  const setUp = (sessionId: string, opensAt: string, version = 1) =>
    stage.hear(
      'congress.session-set-up.v1',
      {
        organisationId: stage.organisationId,
        sessionId,
        termNo: 7,
        sessionNo: 4,
        title: 'Session 4',
        ...times(opensAt),
        quorum: { num: 2, den: 3, inclusive: true },
      },
      version,
    );
  const workOf = async (id: string) => done(await stage.as(congress.handler).get(`/proposals/${id}`)).handlings[0];
  const fixed = async (id: string) => (await stage.eventsOf(id)).filter(({ name }) => name === 'proposals.due-date-fixed.v1');
  const owed = async () =>
    done(await stage.as(congress.handler).get('/owed?matter=reply')).items.map(({ proposalId, dueAt }: Answer['body']) => [
      proposalId,
      dueAt,
    ]);

  it('has no day until that is set up, is told once then, and once more where it opens on another day', async () => {
    const callId = await congress.call({ replyDue: { kind: 'before-session', days: 14 }, contactWithin: null });
    const [id, answered] = [await congress.assigned(callId), await congress.assigned(callId)];
    expect(await workOf(id)).toMatchObject({ dueOn: null, daysBeforeSession: 14, dueProvisional: false, overdue: false });
    const [assignment] = (await stage.eventsOf(id)).filter(({ name }) => name === 'proposals.proposal-assigned.v1');
    expect(assignment?.data).toMatchObject({ dueOn: null });
    expect(eventFaults('proposals.proposal-assigned.v1', assignment?.data)).toEqual([]);
    expect(await owed()).toEqual(expect.arrayContaining([[id, null]]));
    const late = await stage.as(congress.handler).get(`/proposals?overdue=true`);
    expect(done(late).items.map((row: Answer['body']) => row.id)).not.toContain(id);
    expect((await stage.download(congress.committee, `/proposals/${id}/handlings/${(await workOf(id)).id}/assignment.docx`)).status).toBe(
      200,
    );
    done(await stage.as(congress.handler).decide(`/proposals/${answered}/reply`, REPLY)); // In time, whatever the day would have been.
    expect(await stage.settleDueDates()).toBe(0);

    const next = randomUUID();
    await setUp(next, '2032-03-20T01:00:00.000Z');
    expect(await workOf(id)).toMatchObject({ dueOn: '2032-03-06', daysBeforeSession: 14, overdue: false });
    await setUp(next, '2032-03-20T01:00:00.000Z');
    await stage.hearAllAgain();
    expect(await stage.settleDueDates()).toBe(0);
    expect((await fixed(id)).map(({ data }) => [data['dueOn'], data['before']])).toEqual([['2032-03-06', null]]);
    for (const { name, data } of await stage.eventsOf(id)) expect(eventFaults(name, data)).toEqual([]);
    expect(await fixed(answered)).toEqual([]);

    await setUp(next, '2032-04-20T01:00:00.000Z', 2);
    await setUp(next, '2032-03-20T01:00:00.000Z'); // An older word, heard late.
    expect((await workOf(id)).dueOn).toBe('2032-04-06');
    expect((await fixed(id)).map(({ data }) => data['dueOn'])).toEqual(['2032-03-06', '2032-04-06']);
    expect((await stage.eventsOf(id)).filter(({ name }) => name === 'proposals.deadline-set.v2')).toHaveLength(2);

    const after = await congress.assigned(callId); // Assigned when the session is set up already.
    expect(await workOf(after)).toMatchObject({ dueOn: '2032-04-06' });
    expect(await fixed(after)).toEqual([]);
    const other = await congress.assigned(await congress.call({ replyDue: { kind: 'months', n: 3 } }));
    expect((await workOf(other)).daysBeforeSession).toBeNull();
  });

  it('that nobody gave its day when the session was set up is found later', async () => {
    const { committee } = congress;
    await setUp(randomUUID(), '2032-02-20T01:00:00.000Z');
    const id = await congress.assigned(await congress.call({ replyDue: { kind: 'before-session', days: 7 }, contactWithin: null }));
    await stage.database.query(
      `UPDATE deadlines SET due_on = NULL, provisional = true, rule = rule || '{"opensOn": null}' WHERE proposal_id = $1`,
      [id],
    );
    expect([await stage.settleDueDates(), await stage.settleDueDates()]).toEqual([1, 0]);
    expect(await workOf(id)).toMatchObject({ dueOn: '2032-02-13' });
    const asked = { kind: 'extension', reason: 'Tenders take long.', wish: { dueOn: '2032-02-20' } };
    const { version } = await workOf(id);
    const refused = await stage
      .as(congress.handler)
      .post(`/proposals/${id}/handlings/${(await workOf(id)).id}/requests`, { ...asked, version });
    expect(refused.body.type).toBe('proposals.beyond-extension'); // Six months from its start at the latest.
    expect(done(await stage.as(committee).get(`/proposals/${id}`)).handlings[0].overdue).toBe(false);
  });
});
