import { randomUUID } from 'node:crypto';
import { dayOf } from '@plenum/calendar';
import { type Congress, REPLY, aCongress, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let callId: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  callId = await congress.call();
});
afterEach(() => stage.setClock(null));

const DAY_MS = 86_400_000;
const dayIn = (days: number): string => dayOf(new Date(Date.now() + days * DAY_MS));
const promiseIn = (days: number, promise = 'A second counter.') => ({ promise, due: { kind: 'date', date: dayIn(days) } });
const evidence = { settlement: 'DONE', text: 'Opened on Monday.', link: 'https://example.edu/counter' };

interface Item {
  readonly id: string;
  readonly state: string;
  readonly promise: string;
}
const ledgerOf = async (who: Person, query = ''): Promise<Item[]> =>
  done(await stage.as(who).get(`/commitments?pageSize=200${query}`)).items;
const onProposal = async (who: Person, id: string) => done(await stage.as(who).get(`/proposals/${id}/commitments`));

/** Answered with these promises. */
async function promised(...promises: object[]): Promise<{ proposalId: string; ids: string[] }> {
  const proposalId = await congress.assigned(callId);
  done(await stage.as(congress.handler).decide(`/proposals/${proposalId}/reply`, { ...REPLY, resultCategory: 'PLANNED', promises }));
  return { proposalId, ids: (await onProposal(congress.lead, proposalId)).items.map(({ id }: Item) => id) };
}
const decide = (who: Person, id: string, deed: string, body?: object) => stage.as(who).decide(`/commitments/${id}/${deed}`, body);

describe('a reply that plans', () => {
  it('is refused without a promise, or with one that has no day', async () => {
    const id = await congress.assigned(callId);
    const answer = (body: object) => stage.as(congress.handler).decide(`/proposals/${id}/reply`, { ...REPLY, ...body });
    expect((await answer({ resultCategory: 'PLANNED' })).body).toMatchObject({
      status: 422,
      type: 'proposals.promise-required',
      details: { category: 'PLANNED' },
    });
    const malformed = [
      { promises: [{ promise: 'A counter.' }] },
      { promises: [{ promise: '', due: { kind: 'days', n: 3 } }] },
      { promises: [{ promise: 'A counter.', due: { kind: 'date', date: '2026-09-31' } }] },
      { promises: Array.from({ length: 21 }, () => promiseIn(3)) },
    ];
    for (const body of malformed) expect((await answer({ resultCategory: 'PLANNED', ...body })).body).toMatchObject({ status: 400 });
    expect((await answer({ resultCategory: 'PLANNED', promises: [promiseIn(-3)] })).body).toMatchObject({
      type: 'proposals.due-in-the-past',
    });
    expect(await onProposal(congress.lead, id)).toEqual({ items: [], mayCommitFor: [] });
  });

  it('may be asked for evidence or a reason by the call', async () => {
    const strict = await congress.call({
      resultDemands: [
        { resultCategory: 'SOLVED', demand: 'evidence' },
        { resultCategory: 'NOT_POSSIBLE', demand: 'reason' },
      ],
    });
    const id = await congress.assigned(strict);
    const answer = (body: object) => stage.as(congress.handler).decide(`/proposals/${id}/reply`, { ...REPLY, ...body });
    expect((await answer({})).body).toMatchObject({
      type: 'proposals.basis-required',
      details: { category: 'SOLVED', demand: 'evidence' },
    });
    done(await answer({ basis: 'See the photographs.' }));
    expect(done(await stage.as(congress.lead).get(`/proposals/${id}`))).toMatchObject({
      handlings: [{ replies: [{ basis: 'See the photographs.' }] }],
      call: {
        resultDemands: [
          { resultCategory: 'SOLVED', demand: 'evidence' },
          { resultCategory: 'NOT_POSSIBLE', demand: 'reason' },
        ],
      },
    });
    const unknown = { resultDemands: [{ resultCategory: 'PLANNED', demand: 'money' }] };
    const window = { opensAt: '2026-01-01T00:00:00Z', closesAt: '2030-01-01T00:00:00Z' };
    const opening = await stage.as(congress.committee).post('/calls', { sessionId: stage.sessionId, ...window, ...unknown });
    expect(opening.body).toMatchObject({ status: 400 });
  });

  it('stands in the ledger with its promises, each owed by its day; sent twice it promises once', async () => {
    const proposalId = await congress.assigned(callId);
    const body = { ...REPLY, resultCategory: 'PLANNED', promises: [promiseIn(40), promiseIn(80, 'A third counter.')] };
    const { version } = done(await stage.as(congress.handler).get(`/proposals/${proposalId}`)).handlings[0];
    const key = { 'idempotency-key': randomUUID() };
    const send = () => stage.as(congress.handler).post(`/proposals/${proposalId}/reply`, { ...body, version }, key);
    done(await send());
    done(await send());
    const { items, mayCommitFor } = await onProposal(congress.committee, proposalId);
    expect(mayCommitFor).toEqual([{ id: stage.logistics, name: expect.any(String) }]);
    expect(items).toMatchObject([
      { promise: 'A second counter.', dueOn: dayIn(40), state: 'OPEN', origin: 'REPLY', unit: { name: 'Logistics' }, round: 1, steps: [] },
      { promise: 'A third counter.', dueOn: dayIn(80), overdue: false },
    ]);
    const events = await stage.eventsOf(items[0].id);
    expect(events.map(({ name }) => name)).toEqual(['proposals.commitment-made.v1', 'proposals.deadline-set.v2']);
    expect(events[1]?.data).toMatchObject({ matter: 'commitment', owedBy: { unitId: stage.logistics } });
    expect(JSON.stringify(events)).not.toContain('counter');
  });
});

describe('a promise', () => {
  it('is kept in the sight of all: progress, evidence, returned, and accepted', async () => {
    const { handler, committee, lead, assistant } = congress;
    const { proposalId, ids } = await promised(promiseIn(40));
    const id = ids[0]!;
    done(await decide(handler, id, 'notes', { text: 'Ordered.' }));
    done(await decide(committee, id, 'notes', { text: 'Asked by telephone.' }));
    done(await decide(handler, id, 'report', evidence));
    expect((await decide(handler, id, 'report', evidence)).body).toMatchObject({ type: 'proposals.wrong-state' });
    expect((await decide(committee, id, 'return', { reason: 'Nobody saw it.' })).body).toMatchObject({ state: 'OPEN' });
    done(await decide(handler, id, 'report', evidence));
    done(await decide(committee, id, 'acceptance'));
    expect((await decide(committee, id, 'acceptance')).body).toMatchObject({ type: 'proposals.wrong-state', status: 409 });
    const page = done(await stage.as(lead).get(`/commitments/${id}`));
    expect(page).toMatchObject({ state: 'DONE', proposal: { id: proposalId }, allowedActions: [], version: 7 });
    expect(page.steps.map(({ kind, by }: { kind: string; by: { name: string } }) => `${kind} ${by.name}`)).toEqual([
      'NOTE Handler',
      'NOTE Committee',
      'REPORT Handler',
      'RETURN Committee',
      'REPORT Handler',
      'ACCEPTANCE Committee',
    ]);
    expect((await stage.eventsOf(id)).map(({ name }) => name.split('.')[1])).toEqual([
      'commitment-made',
      'deadline-set',
      'commitment-reported',
      'commitment-returned',
      'commitment-reported',
      'commitment-settled',
      'deadline-met',
    ]);
    expect((await stage.as(assistant).get(`/commitments/${id}`)).status).toBe(200);
    expect((await stage.as(congress.staff).get(`/commitments/${id}`)).body).toMatchObject({ type: 'proposals.forbidden' });
    expect((await stage.as(congress.staff).get(`/proposals/${proposalId}/commitments`)).body).toMatchObject({
      type: 'proposals.forbidden',
    });
  });

  it('is carried on to a later day, asked for by the unit or by the committee itself', async () => {
    const { handler, committee } = congress;
    const { ids } = await promised(promiseIn(40), promiseIn(40));
    const [asked, taken] = ids as [string, string];
    const carried = { settlement: 'CARRIED', text: 'The budget is of next year.' };
    expect((await decide(handler, asked, 'report', carried)).body).toMatchObject({ type: 'proposals.incomplete' });
    expect((await decide(handler, asked, 'report', { ...carried, dueOn: dayIn(40) })).body).toMatchObject({
      type: 'proposals.not-a-later-day',
    });
    expect((await decide(handler, asked, 'report', { ...carried, dueOn: '2027-02-30' })).body).toMatchObject({ status: 400 });
    done(await decide(handler, asked, 'report', { ...carried, dueOn: dayIn(400) }));
    done(await decide(committee, asked, 'acceptance'));
    done(await decide(committee, taken, 'carrying', { dueOn: dayIn(300), reason: 'To the next session.' }));
    for (const [id, days] of [
      [asked, 400],
      [taken, 300],
    ] as const) {
      expect(done(await stage.as(committee).get(`/commitments/${id}`))).toMatchObject({
        state: 'OPEN',
        dueOn: dayIn(days),
        firstDueOn: dayIn(40),
        carried: 1,
      });
    }
  });

  it('is changed by whose it is alone, and on the version that was read', async () => {
    const { handler, committee, assistant, lead, staff } = congress;
    const { ids } = await promised(promiseIn(40));
    const id = ids[0]!;
    const unit = { type: 'proposals.not-the-handling-unit', status: 403 };
    const office = { type: 'proposals.not-the-committee', status: 403 };
    for (const who of [assistant, lead, staff]) {
      expect((await decide(who, id, 'notes', { text: 'Well?' })).body).toMatchObject(unit);
      expect((await decide(who, id, 'report', evidence)).body).toMatchObject(unit);
      expect((await decide(who, id, 'carrying', { dueOn: dayIn(300), reason: 'Later.' })).body).toMatchObject(office);
    }
    expect((await decide(committee, id, 'report', evidence)).body).toMatchObject(unit);
    done(await decide(handler, id, 'report', evidence));
    for (const who of [handler, lead]) {
      expect((await decide(who, id, 'acceptance')).body).toMatchObject(office);
      expect((await decide(who, id, 'return', { reason: 'No.' })).body).toMatchObject(office);
    }
    expect((await decide(committee, id, 'acceptance', { version: 1 })).body).toMatchObject({
      type: 'proposals.outdated',
      details: { current: 2 },
    });
    const notHere = { type: 'proposals.not-found', status: 404 };
    expect((await decide(committee, randomUUID(), 'acceptance')).body).toMatchObject(notHere);
    const foreigner = await (await stage.elsewhere()).person({ office: 'PROPOSALS_COMMITTEE', ofSession: false });
    expect((await stage.as(foreigner).get(`/commitments/${id}`)).body).toMatchObject(notHere);
    expect(await ledgerOf(foreigner)).toEqual([]);
    for (const link of ['javascript:alert(1)', 'file:///etc/passwd', 'no address'])
      expect((await decide(handler, id, 'notes', { text: 'See.', link })).body).toMatchObject({ status: 400 });
  });

  it('is entered by the committee from a reply that stands, and by nobody else', async () => {
    const { committee, handler, lead } = congress;
    const [replied, assigned] = [await congress.replied(callId), await congress.assigned(callId)];
    const enter = (who: Person, id: string) => stage.as(who).post(`/proposals/${id}/commitments`, promiseIn(30, 'Open until ten.'));
    for (const who of [handler, lead]) expect((await enter(who, replied)).body).toMatchObject({ type: 'proposals.not-the-committee' });
    expect((await enter(committee, assigned)).body).toMatchObject({ type: 'proposals.wrong-state' });
    const { id } = done(await enter(committee, replied));
    expect(done(await stage.as(handler).get(`/commitments/${id}`))).toMatchObject({
      origin: 'COMMITTEE',
      madeBy: { name: 'Committee' },
      unit: { id: stage.logistics },
      allowedActions: ['note', 'report'],
    });
  });
});

describe('the ledger', () => {
  it('shows each their own, found by unit, session, state and what is overdue', async () => {
    const { committee, handler, lead, staff, assistant } = congress;
    const { ids } = await promised(promiseIn(5, 'Soon.'), promiseIn(90, 'Later.'));
    const [soon, later] = ids as [string, string];
    const has = async (who: Person, query = '') => {
      const found = (await ledgerOf(who, query)).map(({ id }) => id);
      return [found.includes(soon), found.includes(later)];
    };
    for (const who of [committee, handler, lead]) expect(await has(who)).toEqual([true, true]);
    for (const who of [staff, assistant]) expect(await has(who)).toEqual([false, false]);
    expect(await has(committee, `&unitId=${stage.logistics}&sessionId=${stage.sessionId}&state=OPEN,REPORTED`)).toEqual([true, true]);
    expect(await has(committee, `&unitId=${stage.finance}`)).toEqual([false, false]);
    expect(await has(committee, '&state=DONE')).toEqual([false, false]);
    expect((await stage.as(committee).get('/commitments?state=LATER')).body).toMatchObject({ status: 400 });
    stage.setClock(new Date(Date.now() + 6 * DAY_MS));
    expect(await has(handler, '&overdue=true')).toEqual([true, false]);
    expect(await has(handler, '&overdue=false')).toEqual([false, true]);
  });

  it('asks the unit for what is due soon, and the committee for what is reported', async () => {
    const { committee, handler, lead } = congress;
    const { proposalId, ids } = await promised(promiseIn(10), promiseIn(20));
    const matters = async (who: Person) =>
      done(await stage.as(who).get('/owed'))
        .items.filter((item: { proposalId: string }) => item.proposalId === proposalId)
        .map(({ matter }: { matter: string }) => matter);
    expect(await matters(handler)).toEqual(['keep-promise']);
    expect(await matters(lead)).toEqual(['rate']);
    for (const id of ids) done(await decide(handler, id, 'report', evidence));
    expect(await matters(handler)).toEqual([]);
    expect(await matters(committee)).toEqual(['accept-promise']);
    for (const id of ids) done(await decide(committee, id, 'acceptance'));
    expect(await matters(committee)).toEqual([]);
  });
});
