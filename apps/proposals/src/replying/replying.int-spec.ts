import { randomUUID } from 'node:crypto';
import { dayOf, plusDays } from '@plenum/calendar';
import { derivedId } from '@plenum/service-kit';
import { type Congress, REPLY, aCongress, done } from '../testing/congress.js';
import { type Answer, type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
});
afterEach(() => stage.setClock(null));

const code = ({ status, body }: Answer): string => `${status} ${body?.type ?? ''}`;
const assigned = async (settings: object = {}): Promise<string> => congress.assigned(await congress.call(settings));
const workOf = async (id: string): Promise<string> =>
  (await done(await stage.as(congress.committee).get(`/proposals/${id}`))).handlings[0].id;
const at = async (id: string) => `/proposals/${id}/handlings/${await workOf(id)}`;
const save = async (who: Person, id: string, content: object) => stage.as(who).put(`${await at(id)}/draft`, content);
const deskOf = async (who: Person, id: string) => stage.as(who).get(`${await at(id)}/desk`);
const CANARY = 'CANARY words of a draft';

describe('a draft of a reply', () => {
  it('is saved as far as it is written, by version, with who and when', async () => {
    const { handler } = congress;
    const other = await stage.person({ office: 'UNIT_HANDLER', unitId: stage.logistics, name: 'Colleague' });
    const id = await assigned();
    expect(done(await deskOf(handler, id))).toMatchObject({ draft: null, version: 0, versions: [], isPutForward: false });
    expect(done(await save(handler, id, { version: 0, text: 'Open' }))).toMatchObject({ round: 1, number: 1, version: 1 });
    const promises = [{ promise: 'Lamps', dueOn: '2030-06-28' }, { promise: '' }];
    expect(done(await save(handler, id, { version: 1, text: 'Open until ten.', resultCategory: 'PLANNED', promises }))).toMatchObject({
      number: 1,
      version: 2,
    });
    expect(done(await save(other, id, { version: 2, text: 'Open until nine.' }))).toMatchObject({ number: 2, version: 3 });
    const desk = done(await deskOf(handler, id));
    expect(desk.draft).toMatchObject({
      number: 2,
      text: 'Open until nine.',
      by: { name: 'Colleague' },
      resultCategory: null,
      promises: [],
    });
    expect(desk.versions.map((one: { number: number; by: { name: string } }) => [one.number, one.by.name])).toEqual([
      [2, 'Colleague'],
      [1, 'Handler'],
    ]);
    const first = done(await stage.as(handler).get(`${await at(id)}/draft/1/1`));
    expect(first).toMatchObject({ text: 'Open until ten.', resultCategory: 'PLANNED' });
    expect(first.promises).toEqual([
      { promise: 'Lamps', dueOn: '2030-06-28' },
      { promise: '', dueOn: null },
    ]);
    for (const none of ['1/3', '1/99999999999', '0/1'])
      expect(code(await stage.as(handler).get(`${await at(id)}/draft/${none}`))).toBe('404 proposals.not-found');
  });

  it('loses nothing where two save at once: one is refused, and both may be read', async () => {
    const { handler, assistant } = congress;
    const other = await stage.person({ office: 'UNIT_HEAD', unitId: stage.logistics });
    const id = await assigned();
    done(await save(handler, id, { version: 0, text: 'One.' }));
    const both = await Promise.all([save(handler, id, { version: 1, text: 'Two.' }), save(other, id, { version: 1, text: 'Three.' })]);
    expect(both.map(code).sort()).toEqual(['200 ', '409 proposals.outdated']);
    const [winner] = both[0]?.status === 200 ? ['Two.'] : ['Three.'];
    expect(done(await deskOf(assistant, id)).draft.text).toBe(winner);
    expect((await save(handler, id, { version: 1, text: 'Late.' })).body).toMatchObject({
      type: 'proposals.outdated',
      details: { current: 2 },
    });
  });

  it('names the field of what is none', async () => {
    const id = await assigned();
    const bad = await save(congress.handler, id, { version: 0, text: 'x', promises: [{ promise: 'y', dueOn: '2026-09-31' }] });
    expect(bad).toMatchObject({ status: 400, body: { faults: [{ field: 'promises.0.dueOn', reason: 'no-such-date' }] } });
    expect((await save(congress.handler, id, { version: 0, text: 'x'.repeat(20_001) })).status).toBe(400);
    expect((await save(congress.handler, id, { version: 0, text: 'x', channel: 'PIGEON' })).status).toBe(400);
  });

  it('is nothing to the proposer, to seconders, the committee or strangers, stands in no page, list, audit row or event', async () => {
    const { lead, seconders, committee, handler, assistant, staff } = congress;
    const id = await assigned();
    done(await save(handler, id, { version: 0, text: CANARY }));
    for (const who of [lead, seconders[0]!, committee, staff]) {
      expect(code(await deskOf(who, id))).toBe('403 proposals.forbidden');
      expect(code(await stage.as(who).get(`${await at(id)}/draft/1/1`))).toBe('403 proposals.forbidden');
    }
    for (const who of [lead, committee, handler, assistant])
      for (const path of [`/proposals/${id}`, '/proposals?scope=mine', '/proposals?scope=board', '/proposals?scope=unit', '/owed'])
        expect(JSON.stringify((await stage.as(who).get(path)).body)).not.toContain('CANARY');
    for (const table of ['audit_trail', 'outbox', 'facts'])
      expect(await stage.database.query(`SELECT FROM ${table} t WHERE t::text LIKE '%CANARY%'`)).toEqual([]);
    const page = done(await stage.as(handler).get(`/proposals/${id}`));
    expect(page.handlings[0]).toMatchObject({ seesDraft: true, allowedActions: expect.arrayContaining(['draft', 'log-contact']) });
    expect(done(await stage.as(lead).get(`/proposals/${id}`)).handlings[0]).toMatchObject({ seesDraft: false });
  });

  it('is over with the reply, and another round has another', async () => {
    const { lead, handler } = congress;
    const id = await assigned();
    done(await save(handler, id, { version: 0, text: 'One.' }));
    done(await stage.as(handler).decide(`/proposals/${id}/reply`, REPLY));
    expect(code(await save(handler, id, { version: 1, text: 'Two.' }))).toBe('409 proposals.wrong-state');
    done(await stage.as(lead).decide(`/proposals/${id}/rating`, { attitude: 'SATISFIED', result: 'DISSATISFIED' }));
    expect(done(await deskOf(handler, id))).toMatchObject({ draft: null, version: 1 });
    expect(done(await save(handler, id, { version: 1, text: 'Two.' }))).toMatchObject({ round: 2, number: 1, version: 2 });
  });
});

describe('contacts', () => {
  const SAID = { way: 'MEETING', who: 'Mr Hu', noted: 'Agreed on June.' };
  const today = () => dayOf(new Date());
  const log = async (who: Person, id: string, said: object = {}) =>
    stage.as(who).post(`${await at(id)}/contacts`, { contactedOn: today(), ...SAID, ...said });

  it('are logged by the lead unit, read by proposers, units and committee, and waited for where the call demands one', async () => {
    const { lead, seconders, committee, handler, assistant, staff } = congress;
    const id = await assigned({ beforeReply: ['contact'] });
    const early = await stage.as(handler).decide(`/proposals/${id}/reply`, REPLY);
    expect(early.body).toMatchObject({ type: 'proposals.reply-not-cleared', status: 409, details: { missing: ['contact'] } });
    done(await log(handler, id));
    for (const who of [lead, committee, handler, assistant])
      expect(done(await stage.as(who).get(`/proposals/${id}/contacts`)).items).toMatchObject([
        { ...SAID, contactedOn: today(), round: 1, by: { name: 'Handler' }, unit: { name: 'Logistics' } },
      ]);
    for (const who of [seconders[0]!, staff])
      expect(code(await stage.as(who).get(`/proposals/${id}/contacts`))).toBe('403 proposals.forbidden');
    const page = done(await stage.as(lead).get(`/proposals/${id}`));
    expect(page).toMatchObject({ seesContacts: true });
    expect(page.history.map(({ kind }: { kind: string }) => kind)).toContain('ContactLogged');
    expect(done(await deskOf(handler, id)).steps).toMatchObject([
      { step: 'contact', state: 'DONE', isDemanded: true },
      expect.anything(),
      expect.anything(),
    ]);
    done(await stage.as(handler).decide(`/proposals/${id}/reply`, REPLY));
  });

  it('are owed within the time of the call, shown late to unit and committee, and met by the first one', async () => {
    const { lead, committee, handler, assistant } = congress;
    const id = await assigned({ contactWithin: { kind: 'days', n: 10, lastDay: 'as-it-falls' } });
    const handlingId = await workOf(id);
    const dueOn = plusDays(today(), 10);
    const page = async (who: Person) => done(await stage.as(who).get(`/proposals/${id}`)).handlings[0];
    for (const who of [lead, committee, handler]) expect((await page(who)).contactDueOn).toBe(dueOn);
    const owed = async (who: Person, scope: string): Promise<readonly string[]> => {
      const { items, overdue } = done(await stage.as(who).get(`/deadlines?scope=${scope}&from=${dueOn}&days=1`));
      return [...items, ...overdue].filter((one) => one.proposalId === id).map((one) => `${one.matter} ${one.unit.name} ${one.overdue}`);
    };
    for (const [who, scope] of [
      [committee, 'board'],
      [handler, 'unit'],
    ] as const)
      expect(await owed(who, scope)).toEqual(['contact Logistics false']);
    expect(await owed(assistant, 'unit')).toEqual([]);
    const words = async (who: Person, scope: string): Promise<readonly string[]> =>
      done(await stage.as(who).get(`/proposals?scope=${scope}&pageSize=200`)).items.find((one: { id: string }) => one.id === id).words;
    expect(await words(handler, 'unit')).toEqual(['TO_ACKNOWLEDGE']);
    stage.setClock(new Date(Date.now() + 11 * 86_400_000));
    for (const [who, scope] of [
      [committee, 'board'],
      [handler, 'unit'],
    ] as const) {
      expect(await words(who, scope)).toEqual(['TO_ACKNOWLEDGE', 'NOT_CONTACTED']);
      expect(await owed(who, scope)).toContain('contact Logistics true');
    }
    expect(await words(lead, 'mine')).toEqual(['TO_ACKNOWLEDGE']);
    const before = (await stage.eventsOf(id)).length;
    done(await log(handler, id));
    done(await log(handler, id));
    const deadlineId = derivedId(handlingId, 'contact', 1);
    const told = (await stage.eventsOf(id)).map(({ name, data }) => ({ name, data }));
    expect(told.slice(0, before)).toContainEqual({
      name: 'proposals.deadline-set.v2',
      data: expect.objectContaining({ deadlineId, matter: 'contact', owedBy: { unitId: stage.logistics, memberIds: [], offices: [] } }),
    });
    expect(told.slice(before)).toEqual([{ name: 'proposals.deadline-met.v2', data: expect.objectContaining({ deadlineId }) }]);
    expect([(await page(handler)).contactDueOn, await words(handler, 'unit'), await owed(handler, 'unit')]).toEqual([
      null,
      ['TO_ACKNOWLEDGE'],
      [],
    ]);
  });

  /** Assigned to the library instead, on the word of the unit that had it. */
  const toLibrary = async (id: string, library: string) => {
    const { committee, handler } = congress;
    const { version } = done(await stage.as(committee).get(`/proposals/${id}`)).handlings[0];
    const objection = { kind: 'objection', reason: 'It is of the library.', wish: { unitId: library }, version };
    done(await stage.as(handler).post(`${await at(id)}/requests`, objection));
    const [request] = done(await stage.as(committee).get(`/proposals/${id}/requests`)).items.filter(
      ({ kind }: { kind: string }) => kind === 'objection',
    );
    const answer = { outcome: 'REASSIGNED', reason: null, version: request.version };
    done(await stage.as(committee).post(`/proposals/${id}/requests/${request.id}/answer`, answer));
  };
  const aLibrary = async () => {
    const unitId = randomUUID();
    await stage.database.query("INSERT INTO directory_units (id, organisation_id, code, name, version) VALUES ($1, $2, $3, 'Library', 1)", [
      unitId,
      stage.organisationId,
      unitId.slice(0, 8),
    ]);
    return { unitId, librarian: await stage.person({ office: 'UNIT_HANDLER', unitId, name: 'Librarian' }) };
  };

  it('of the unit that had it before are none of the unit that has it now', async () => {
    const { committee, handler } = congress;
    const { unitId, librarian } = await aLibrary();
    const id = await assigned({ beforeReply: ['contact'] });
    done(await log(handler, id));
    await toLibrary(id, unitId);
    expect((await stage.as(librarian).decide(`/proposals/${id}/reply`, REPLY)).body).toMatchObject({
      type: 'proposals.reply-not-cleared',
      details: { missing: ['contact'] },
    });
    expect(done(await stage.as(committee).get(`/proposals/${id}/contacts`)).items).toMatchObject([{ unit: { name: 'Logistics' } }]);
    done(await log(librarian, id, { noted: 'Agreed again.' }));
    expect(done(await stage.as(committee).get(`/proposals/${id}/contacts`)).items).toHaveLength(2);
    done(await stage.as(librarian).decide(`/proposals/${id}/reply`, REPLY));
  });

  it('of a round are none of the next: whoever was not satisfied is spoken with again', async () => {
    const { lead, handler } = congress;
    const id = await assigned({ beforeReply: ['contact'] });
    done(await log(handler, id));
    done(await stage.as(handler).decide(`/proposals/${id}/reply`, REPLY));
    done(await log(handler, id, { noted: 'Told of the reply.' })); // Of the round that was answered.
    done(await stage.as(lead).decide(`/proposals/${id}/rating`, { attitude: 'SATISFIED', result: 'DISSATISFIED', comment: 'No.' }));
    expect(code(await stage.as(handler).decide(`/proposals/${id}/reply`, REPLY))).toBe('409 proposals.reply-not-cleared');
    done(await log(handler, id, { noted: 'Asked what was missing.' }));
    done(await stage.as(handler).decide(`/proposals/${id}/reply`, REPLY));
  });

  it('and drafts: what a unit wrote stays its own, and never passes to the unit that has it next', async () => {
    const { lead, committee, handler, assistant, staff } = congress;
    const { unitId, librarian } = await aLibrary();
    const id = await assigned({ beforeReply: ['committee-audit'] });
    done(await save(handler, id, { version: 0, text: 'Not ours, but open until ten.' }));
    const former = async (who: Person) => stage.as(who).get(`${await at(id)}/former-drafts`);
    expect(done(await former(committee)).items).toEqual([]);
    await toLibrary(id, unitId);
    expect(done(await deskOf(librarian, id))).toMatchObject({ draft: null, version: 0, versions: [] });
    expect(code(await stage.as(librarian).get(`${await at(id)}/draft/1/1`))).toBe('404 proposals.not-found');
    for (const who of [handler, committee])
      expect(done(await former(who)).items).toMatchObject([
        { text: 'Not ours, but open until ten.', unit: { name: 'Logistics' }, by: { name: 'Handler' }, round: 1, number: 1 },
      ]);
    for (const who of [librarian, assistant, lead, staff]) expect(code(await former(who))).toBe('403 proposals.forbidden');
    expect(code(await deskOf(handler, id))).toBe('403 proposals.forbidden');
    done(await save(librarian, id, { version: 0, text: 'The reading room opens.' }));
    expect(done(await deskOf(librarian, id))).toMatchObject({ version: 1, draft: { number: 1, text: 'The reading room opens.' } });
    expect(done(await former(handler)).items).toMatchObject([{ text: 'Not ours, but open until ten.' }]);
  });

  it('are refused to others, ahead, and on no day; a retried one is logged once', async () => {
    const { lead, committee, handler, assistant } = congress;
    const id = await assigned();
    for (const who of [lead, committee, assistant]) expect(code(await log(who, id))).toBe('403 proposals.not-the-handling-unit');
    expect(code(await log(handler, id, { contactedOn: '2040-01-01' }))).toBe('422 proposals.visit-ahead');
    expect(code(await log(handler, id, { contactedOn: '2020-01-01' }))).toBe('422 proposals.before-assignment');
    expect((await log(handler, id, { contactedOn: '2026-02-30' })).body).toMatchObject({ faults: [{ field: 'contactedOn' }] });
    const path = `${await at(id)}/contacts`;
    for (const _ of [1, 2])
      done(await stage.as(handler).post(path, { contactedOn: today(), ...SAID }, { 'idempotency-key': 'a-contact-once-0001' }));
    expect(done(await stage.as(handler).get(`/proposals/${id}/contacts`)).items).toHaveLength(1);
  });
});

describe('before a reply goes out', () => {
  const EVERYTHING = { beforeReply: ['assisting-opinion', 'countersign', 'head-sign-off', 'committee-audit'], leaderSignOff: 'on-reply' };
  const WRITTEN = { ...REPLY, basis: null, promises: [] };
  const stepsOf = async (who: Person, id: string): Promise<Record<string, string>> =>
    Object.fromEntries(done(await deskOf(who, id)).steps.map((one: { step: string; state: string }) => [one.step, one.state]));
  const ask = async (who: Person, id: string, kind: string, wish: object = { round: 1, draft: 1 }) =>
    stage.as(who).decide(`${await at(id)}/requests`, { kind, wish });
  const openOf = async (who: Person, id: string, kind: string) =>
    done(await stage.as(who).get(`/proposals/${id}/requests`)).items.filter(
      (one: { kind: string; state: string }) => one.kind === kind && one.state === 'OPEN',
    );
  const settle = async (who: Person, id: string, kind: string, said: object) => {
    const [{ id: requestId, version }] = (await openOf(who, id, kind)).filter((one: { outcomes: string[] }) => one.outcomes.length > 0);
    return stage.as(who).post(`/proposals/${id}/requests/${requestId}/answer`, { version, ...said });
  };
  const owes = async (who: Person, id: string): Promise<boolean> =>
    done(await stage.as(who).get('/owed')).items.some(
      (one: { proposalId: string; matter: string }) => one.proposalId === id && one.matter === 'answer-request',
    );
  const send = async (id: string, said: object = WRITTEN) => stage.as(congress.handler).decide(`/proposals/${id}/reply`, said);
  let head: Person;
  let leader: Person;
  beforeAll(async () => {
    head = await stage.person({ office: 'UNIT_HEAD', unitId: stage.logistics, name: 'Head' });
    leader = await stage.person({ office: 'LEADER_IN_CHARGE', unitId: stage.logistics, name: 'Leader' });
  });

  it('the assisting unit opines and countersigns, the head and the leader sign, the committee audits, in this order', async () => {
    const { lead, committee, handler, assistant } = congress;
    const id = await assigned(EVERYTHING);
    expect((await send(id)).body.details.missing).toEqual([
      'assisting-opinion',
      'draft',
      'countersign',
      'head-sign-off',
      'leader-sign-off',
      'committee-audit',
    ]);
    expect(code(await ask(handler, id, 'countersign'))).toBe('409 proposals.reply-not-cleared');
    done(await save(handler, id, { version: 0, ...WRITTEN }));
    done(await ask(handler, id, 'assisting-opinion', { round: 1 }));
    expect(code(await ask(handler, id, 'assisting-opinion', { round: 1 }))).toBe('409 proposals.nothing-to-ask');
    expect(await owes(assistant, id)).toBe(true);
    expect(code(await settle(assistant, id, 'assisting-opinion', { outcome: 'GIVEN' }))).toBe('422 proposals.reason-required');
    done(await settle(assistant, id, 'assisting-opinion', { outcome: 'GIVEN', reason: 'We can pay.' }));

    for (const who of [lead, committee, assistant])
      expect(code(await ask(who, id, 'countersign'))).toBe('403 proposals.not-the-handling-unit');
    done(await ask(handler, id, 'countersign'));
    expect(code(await save(handler, id, { version: 1, text: 'Another.' }))).toBe('409 proposals.draft-put-forward');
    expect(code(await ask(handler, id, 'sign-off'))).toBe('409 proposals.reply-not-cleared');
    done(await settle(assistant, id, 'countersign', { outcome: 'CONSENTED' }));

    done(await ask(handler, id, 'sign-off'));
    expect([await owes(head, id), await owes(leader, id), await owes(handler, id)]).toEqual([true, true, false]);
    const told = (
      await stage.database.query<{ data: object }>(
        "SELECT data FROM outbox WHERE name = 'proposals.request-made.v1' AND data ->> 'proposalId' = $1 AND data ->> 'kind' = 'sign-off'",
        [id],
      )
    ).map(({ data }) => data);
    expect(told).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ headOfUnitId: stage.logistics, unitId: null }),
        expect.objectContaining({ leaderOfUnitId: stage.logistics, unitId: null }),
      ]),
    );
    done(await settle(head, id, 'sign-off', { outcome: 'CONSENTED' }));
    expect(await stepsOf(leader, id)).toMatchObject({ 'head-sign-off': 'DONE', 'leader-sign-off': 'ASKED', 'committee-audit': 'OWED' });
    done(await settle(leader, id, 'sign-off', { outcome: 'CONSENTED' }));

    done(await ask(handler, id, 'committee-audit'));
    expect(done(await deskOf(committee, id)).draft.text).toBe(REPLY.text);
    done(await settle(committee, id, 'committee-audit', { outcome: 'CONSENTED' }));
    expect(code(await send(id, { ...WRITTEN, text: 'Something else.' }))).toBe('409 proposals.not-the-cleared-draft');
    done(await send(id));
    expect(done(await stage.as(lead).get(`/proposals/${id}`)).handlings[0]).toMatchObject({
      state: 'REPLIED',
      replies: [{ text: REPLY.text }],
    });
  });

  it('a refusal returns the draft with the reason, and the proposer reads none of it', async () => {
    const { lead, handler, assistant } = congress;
    const id = await assigned({ beforeReply: ['countersign', 'head-sign-off'], leaderSignOff: 'on-reply' });
    done(await save(handler, id, { version: 0, ...WRITTEN }));
    done(await ask(handler, id, 'countersign'));
    done(await settle(assistant, id, 'countersign', { outcome: 'CONSENTED' }));
    done(await ask(handler, id, 'sign-off'));
    expect(code(await settle(head, id, 'sign-off', { outcome: 'REFUSED' }))).toBe('422 proposals.reason-required');
    done(await settle(head, id, 'sign-off', { outcome: 'REFUSED', reason: `${CANARY}: say by when.` }));
    expect(await owes(leader, id)).toBe(false);
    expect(await stepsOf(handler, id)).toMatchObject({ countersign: 'DONE', 'head-sign-off': 'REFUSED', 'leader-sign-off': 'OWED' });
    const [answered] = done(await stage.as(handler).get(`/proposals/${id}/requests`)).items.filter(
      (one: { answer: object | null; kind: string }) => one.answer && one.kind === 'sign-off',
    );
    expect(answered.answer).toMatchObject({ outcome: 'REFUSED', reason: `${CANARY}: say by when.` });
    expect(JSON.stringify(done(await stage.as(lead).get(`/proposals/${id}/requests`)))).not.toContain('CANARY');
    done(await save(handler, id, { version: 1, ...WRITTEN, text: 'From May.' }));
    expect(await stepsOf(handler, id)).toMatchObject({ countersign: 'OWED', 'head-sign-off': 'OWED' });
    expect(code(await ask(handler, id, 'countersign', { round: 1, draft: 1 }))).toBe('409 proposals.outdated');
    expect((await ask(handler, id, 'countersign', { round: 1 })).body).toMatchObject({ faults: [{ field: 'wish.draft' }] });
    done(await ask(handler, id, 'countersign', { round: 1, draft: 2 }));
    const [{ id: requestId, version }] = await openOf(handler, id, 'countersign');
    done(await stage.as(handler).delete(`/proposals/${id}/requests/${requestId}?version=${version}`));
    done(await save(handler, id, { version: 2, ...WRITTEN, text: 'From June.' }));
  });

  it('nobody signs for an office that nobody holds', async () => {
    const id = await congress.filed(await congress.call({ beforeReply: ['head-sign-off'], leaderSignOff: 'on-reply' }));
    const unit = await stage.person({ office: 'UNIT_HANDLER', unitId: stage.finance });
    await stage.relieve(congress.assistant);
    done(await stage.as(congress.committee).decide(`/proposals/${id}/assignment`, { leadUnitId: stage.finance }));
    done(await stage.as(unit).decide(`/proposals/${id}/reply`, REPLY));
  });
});
