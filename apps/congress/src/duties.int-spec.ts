import { randomUUID } from 'node:crypto';
import { eventFaults, isEventName } from '@plenum/contracts';
import { DutyRuleRepository } from './duties/duty-rules.repository.js';
import { DutiesWorker } from './duties/duties.worker.js';
import { congressHouse, type Person } from './testing/congress-house.js';

const DAY_MS = 86_400_000;
const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * DAY_MS));
const TODAY = dayFromNow(0);

describe('the duties of a year', () => {
  const house = congressHouse();
  /** A month ago and today are past or due; the next is a month away, and has appeared. */
  const monthly = (responsible: object) => ({
    titleZh: '财务公开',
    titleEn: 'Finances posted',
    recurrence: { kind: 'MONTHS', every: 1, from: dayFromNow(-40) },
    startsOn: dayFromNow(-40),
    onDayOff: 'STAYS',
    aheadDays: 0,
    responsible,
  });
  const ofSecretariat = { memberIds: [], offices: ['SECRETARIAT'] };
  /** What the tests read of a duty by itself; the rest is compared. */
  const all = async (person: Person) => {
    const years = [Number(TODAY.slice(0, 4)) - 1, Number(TODAY.slice(0, 4))];
    const pages = await Promise.all(years.map(async (year) => (await house.as(person).get(`/duties?schoolYear=${year}`).expect(200)).body));
    const found = new Map<string, Record<string, unknown> & { readonly id: string; readonly dueOn: string }>();
    for (const { duties } of pages) for (const duty of duties) found.set(duty.id, duty);
    return [...found.values()].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  };
  const defined = async (secretary: Person, more: object = {}, responsible: object = ofSecretariat): Promise<string> =>
    (
      await house
        .as(secretary)
        .post('/duty-rules', { ...monthly(responsible), ...more })
        .expect(201)
    ).body.id;
  const toldOf = async (id: string | undefined) => {
    const names = ['set', 'met', 'stopped'].map((what) => `congress.deadline-${what}.v2`);
    const told = await Promise.all(names.map(async (name) => (await house.told(name)).map((event) => ({ name, ...event }))));
    return told.flat().filter(({ aggregate_id }) => aggregate_id === id);
  };
  const ruleOf = async (person: Person, id: string) =>
    (await house.as(person).get('/duty-rules').expect(200)).body.rules.find((rule: { id: string }) => rule.id === id);

  it('are made by a rule, once a period, however many sweep at once, and told as deadlines', async () => {
    const secretary = await house.found('duties');
    const ruleId = await defined(secretary);
    const duties = await all(secretary);
    expect(duties.map(({ standing }) => standing)).toEqual(['MISSED', expect.stringMatching(/MISSED|DUE/u)]);
    await house.database.query('DELETE FROM duties WHERE rule_id = $1', [ruleId]); // As if the house had been down.
    const worker = house.app.get(DutiesWorker);
    const made = await Promise.all([worker.makeAll(), worker.makeAll(), worker.makeAll()]);
    expect(made.reduce((sum, one) => sum + one, 0)).toBe(duties.length);
    expect(await worker.makeAll()).toBe(0);
    const again = await all(secretary);
    expect(again.map(({ period }) => period)).toEqual(duties.map(({ period }) => period));
    const told = await toldOf(again[0]?.id);
    expect(told).toMatchObject([{ name: 'congress.deadline-set.v2', version: 1 }]);
    for (const { name, data } of told) expect(isEventName(name) && eventFaults(name, data)).toEqual([]);
    expect(told[0]?.data).toMatchObject({
      about: { kind: 'duty', title: '财务公开 / Finances posted' },
      owedBy: { offices: ['SECRETARIAT'] },
      dueAt: new Date(Date.parse(`${again[0]?.dueOn}T24:00:00+08:00`)).toISOString(),
    });
  });

  it('are settled by who owes them, late ones as late, each once, on the version that was read', async () => {
    const secretary = await house.found('duties-settled');
    const [owing, other] = [await house.join(secretary, 'T1'), await house.join(secretary, 'T2')];
    await defined(secretary, {}, { memberIds: [owing.memberId] });
    const [missed] = await all(owing);
    const path = `/duties/${missed?.id}`;
    expect(missed).toMatchObject({ standing: 'MISSED', allowedActions: ['settle'], responsible: { members: [{ name: '教师 T1' }] } });
    expect((await all(other))[0]).toMatchObject({ allowedActions: [] });
    const evidence = { text: '已张贴公示', on: TODAY, version: 1 };
    expect((await house.as(other).post(`${path}/settlement`, evidence).expect(403)).body.type).toBe('congress.forbidden');
    await house.as(owing).post(`${path}/waiver`, { reason: '无', version: 1 }).expect(403);
    await house
      .as(owing)
      .post(`${path}/settlement`, { ...evidence, version: 7 })
      .expect(409);
    const early = await house
      .as(owing)
      .post(`${path}/settlement`, { ...evidence, on: dayFromNow(1) })
      .expect(400);
    expect(early.body.faults).toEqual([{ field: 'on', reason: 'in-the-future' }]);
    const nowhere = { ...evidence, sessionId: randomUUID() };
    expect((await house.as(owing).post(`${path}/settlement`, nowhere).expect(404)).body.details).toEqual({ object: 'session' });
    const unknown = { ...evidence, ballotId: randomUUID() };
    expect((await house.as(owing).post(`${path}/settlement`, unknown).expect(404)).body.details).toEqual({ object: 'ballot' });
    const sessionId = await house.session(secretary);
    const both = await Promise.all([1, 2].map(() => house.as(owing).post(`${path}/settlement`, { ...evidence, sessionId })));
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    const again = await house
      .as(secretary)
      .post(`${path}/settlement`, { ...evidence, version: 2 })
      .expect(409);
    expect(again.body).toMatchObject({ type: 'congress.duty-state', details: { state: 'SETTLED' } });
    expect((await all(owing))[0]).toMatchObject({
      standing: 'LATE',
      evidence: { text: '已张贴公示', on: TODAY, session: { id: sessionId, name: '第 1 届一次' } },
      closedBy: { id: owing.memberId },
      closedOn: TODAY,
    });
    expect((await toldOf(missed?.id)).map(({ name }) => name)).toEqual(['congress.deadline-set.v2', 'congress.deadline-met.v2']);
    const trail = await house.database.query<{ action: string }>(
      "SELECT action FROM audit_trail WHERE subject_kind = 'duty' AND subject_id = $1 ORDER BY occurred_at",
      [missed?.id],
    );
    expect(trail.map(({ action }) => action)).toEqual(['define-duty-rule', 'settle-duty']);
  });

  it('are waived with a reason, follow their rule, and are owed no longer when it is stopped', async () => {
    const secretary = await house.found('duties-stopped');
    const member = await house.join(secretary, 'T1');
    const id = await defined(secretary, { aheadDays: 60 });
    const [first, second] = await all(secretary);
    await house.as(secretary).post(`/duties/${first?.id}/waiver`, { reason: '', version: 1 }).expect(400);
    await house.as(secretary).post(`/duties/${first?.id}/waiver`, { reason: '本期不适用', version: 1 }).expect(204);
    await house
      .as(member)
      .put(`/duty-rules/${id}`, { ...monthly(ofSecretariat), version: 1 })
      .expect(403);
    const amendment = { ...monthly({ memberIds: [member.memberId] }), aheadDays: 60, titleZh: '财务月报公开', version: 1 };
    await house.as(secretary).put(`/duty-rules/${id}`, amendment).expect(204);
    await house.as(secretary).put(`/duty-rules/${id}`, amendment).expect(409);
    expect(await ruleOf(secretary, id)).toMatchObject({ titleZh: '财务月报公开', version: 2, allowedActions: ['amend', 'stop'] });
    const followed = await all(member);
    expect(followed[0]).toMatchObject({ titleZh: '财务公开', standing: 'WAIVED', waivedFor: '本期不适用' });
    expect(followed[1]).toMatchObject({ titleZh: '财务月报公开', dueOn: second?.dueOn, allowedActions: ['settle'] });
    await house.as(secretary).post(`/duty-rules/${id}/stop`, { reason: '改由网上公开', version: 2 }).expect(204);
    await house.as(secretary).post(`/duty-rules/${id}/stop`, { reason: '改由网上公开', version: 3 }).expect(409);
    expect(new Set((await all(secretary)).map(({ standing }) => standing))).toEqual(new Set(['WAIVED']));
    expect((await toldOf(second?.id)).map(({ name }) => name).sort()).toEqual([
      'congress.deadline-set.v2',
      'congress.deadline-set.v2',
      'congress.deadline-stopped.v2',
    ]);
    expect(await house.app.get(DutyRuleRepository).makeDue({ id, organisationId: secretary.organisationId })).toBe(0);
  });

  it('are of one organisation alone, and only of sound rules', async () => {
    const secretary = await house.found('duties-here');
    const stranger = await house.found('duties-there');
    const id = await defined(secretary);
    const [duty] = await all(secretary);
    expect(await all(stranger)).toEqual([]);
    const evidence = { text: '已办', on: TODAY, version: 1 };
    await house.as(stranger).post(`/duties/${duty?.id}/settlement`, evidence).expect(404);
    await house.as(stranger).post(`/duties/${duty?.id}/waiver`, { reason: '无', version: 1 }).expect(404);
    await house
      .as(stranger)
      .put(`/duty-rules/${id}`, { ...monthly(ofSecretariat), version: 1 })
      .expect(404);
    await house.as(stranger).post(`/duty-rules/${id}/stop`, { reason: '无', version: 1 }).expect(404);
    const refused = async (more: object) => (await house.as(secretary).post('/duty-rules', { ...monthly(ofSecretariat), ...more })).body;
    expect((await refused({ responsible: { memberIds: [stranger.memberId] } })).details).toEqual({ object: 'member' });
    expect((await refused({ responsible: { memberIds: [], unitId: randomUUID() } })).details).toEqual({ object: 'unit' });
    expect((await refused({ responsible: { memberIds: [] } })).faults).toEqual([{ field: 'responsible', reason: 'required' }]);
    expect((await refused({ recurrence: { kind: 'YEARLY', days: [{ month: 13, day: 1 }] } })).faults[0].field).toContain('recurrence');
    expect((await refused({ startsOn: dayFromNow(-400) })).faults).toEqual([{ field: 'startsOn', reason: 'too-early' }]);
  });

  it('lie on the working days of the organisation', async () => {
    const secretary = await house.found('duties-calendar');
    const on = dayFromNow(20);
    const off = Array.from({ length: 10 }, (_, nth) => dayFromNow(20 - nth));
    await house
      .as(secretary)
      .put('/calendar', { zone: 'Asia/Shanghai', daysOff: off, workingDays: [dayFromNow(10)], version: 0 })
      .expect(200);
    const more = { recurrence: { kind: 'MONTHS', every: 12, from: on }, startsOn: TODAY, onDayOff: 'BEFORE', aheadDays: 30 };
    await defined(secretary, more);
    expect((await all(secretary)).map(({ dueOn }) => dueOn)).toEqual([dayFromNow(10)]);
  });
});
