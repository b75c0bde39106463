import { eventFaults } from '@plenum/contracts';
import { CONTENT, type Congress, aCongress, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let head: Person;
let lead: Person;
let others: readonly Person[];

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  head = await stage.person({ name: 'Head' });
  const delegationId = await stage.delegation(head);
  await stage.seat(head, delegationId);
  [lead, ...others] = (await Promise.all(
    ['Lead', 'One', 'Two', 'Three'].map((name) => stage.person({ seat: 'DELEGATE', delegationId, name })),
  )) as [Person, ...Person[]];
});

const reviewed = () => congress.call({ endorsement: 'head-of-delegation' });
const drafted = async (by: Person, callId: string, parts: object = {}): Promise<string> =>
  done(await stage.as(by).post('/proposals', { callId, ...CONTENT, ...parts })).id;
const sign = async (id: string, by: Person, people: readonly Person[]): Promise<void> => {
  done(await stage.as(by).post(`/proposals/${id}/invitations`, { memberIds: people.map((one) => one.id) }));
  for (const one of people) done(await stage.as(one).decide(`/proposals/${id}/seconding`));
};
const waiting = async (): Promise<string> => {
  const id = await drafted(lead, await reviewed());
  await sign(id, lead, others.slice(0, 2));
  expect(done(await stage.as(lead).decide(`/proposals/${id}/submission`)).state).toBe('ENDORSING');
  return id;
};
const endorse = (who: Person, id: string, body: object) => stage.as(who).decide(`/proposals/${id}/endorsement`, body);
const namesOf = async (id: string) => (await stage.eventsOf(id)).map(({ name }) => name);
const owed = async (who: Person) =>
  done(await stage.as(who).get('/owed')).items.map(({ matter, proposalId }: { matter: string; proposalId: string }) => [
    matter,
    proposalId,
  ]);

describe('the head of the delegation', () => {
  it('reads what waits for them, endorses it, and it is handed in', async () => {
    const id = await waiting();
    expect(await owed(head)).toContainEqual(['endorse', id]);
    const toEndorse = async (who: Person) =>
      done(await stage.as(who).get('/proposals?scope=to-endorse')).items.map(({ id: each }: { id: string }) => each);
    expect(await toEndorse(head)).toEqual([id]);
    for (const other of [lead, congress.committee]) expect(await toEndorse(other)).toEqual([]);
    expect((await stage.as(congress.committee).get(`/proposals/${id}`)).status).toBe(403);
    const page = done(await stage.as(head).get(`/proposals/${id}`));
    expect(page).toMatchObject({ state: 'ENDORSING', receiptNo: null, submittedAt: null, allowedActions: ['endorse'] });
    expect(page.endorsement).toMatchObject({ outcome: null, by: null, dueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(done(await endorse(head, id, { outcome: 'ENDORSED' })).state).toBe('SUBMITTED');
    const after = done(await stage.as(congress.committee).get(`/proposals/${id}`));
    expect(after).toMatchObject({ receiptNo: expect.any(Number), late: false, endorsement: { outcome: 'ENDORSED', by: { name: 'Head' } } });
    const events = await stage.eventsOf(id);
    expect(events.slice(-5).map(({ name }) => name)).toEqual([
      'proposals.endorsement-asked.v1',
      'proposals.deadline-set.v2',
      'proposals.endorsement-settled.v1',
      'proposals.deadline-met.v2',
      'proposals.proposal-submitted.v1',
    ]);
    for (const { name, data } of events) expect(eventFaults(name, data)).toEqual([]);
    expect(await owed(head)).toEqual([]);
    expect(await toEndorse(head)).toEqual([]);
    expect((await endorse(head, id, { outcome: 'ENDORSED' })).body).toMatchObject({ type: 'proposals.wrong-state', status: 409 });
  });

  it('returns it with a reason, and it comes again', async () => {
    const id = await waiting();
    expect((await endorse(head, id, { outcome: 'RETURNED' })).body).toMatchObject({ type: 'proposals.reason-required', status: 422 });
    expect(done(await endorse(head, id, { outcome: 'RETURNED', reason: 'What does it cost?' })).state).toBe('RETURNED');
    expect(done(await stage.as(lead).get(`/proposals/${id}`))).toMatchObject({
      endorsement: { outcome: 'RETURNED', reason: 'What does it cost?' },
      allowedActions: expect.arrayContaining(['revise', 'submit', 'withdraw']),
    });
    expect(done(await stage.as(lead).decide(`/proposals/${id}/submission`)).state).toBe('ENDORSING');
    expect(done(await endorse(head, id, { outcome: 'ENDORSED' })).state).toBe('SUBMITTED');
  });

  it('is nobody else, and says one of two things about what was read', async () => {
    const id = await waiting();
    for (const who of [congress.committee, congress.staff, lead, others[0]!])
      expect((await endorse(who, id, { outcome: 'ENDORSED' })).body).toMatchObject({
        type: 'proposals.not-the-head-of-delegation',
        status: 403,
      });
    const elsewhere = await (await stage.elsewhere()).person({ seat: 'DELEGATE' });
    expect((await endorse(elsewhere, id, { outcome: 'ENDORSED' })).status).toBe(404);
    expect((await endorse(head, id, { outcome: 'LAPSED' })).body).toMatchObject({ status: 400, faults: [{ field: 'outcome' }] });
    const outdated = await stage.as(head).post(`/proposals/${id}/endorsement`, { outcome: 'ENDORSED', version: 1 });
    expect(outdated.body).toMatchObject({ type: 'proposals.outdated', status: 409 });
  });

  it('says nothing until the day is over, and it goes on without, once', async () => {
    const id = await waiting();
    const { dueOn } = done(await stage.as(head).get(`/proposals/${id}`)).endorsement;
    expect(await stage.settleEndorsements()).toBe(0);
    stage.setClock(`${dueOn}T16:00:00.000Z`);
    expect(await stage.settleEndorsements()).toBeGreaterThanOrEqual(1);
    expect(await stage.settleEndorsements()).toBe(0);
    stage.setClock(null);
    expect(done(await stage.as(congress.committee).get(`/proposals/${id}`))).toMatchObject({
      state: 'SUBMITTED',
      late: false,
      endorsement: { outcome: 'LAPSED', by: null },
    });
    expect((await namesOf(id)).slice(-3)).toEqual([
      'proposals.endorsement-settled.v1',
      'proposals.deadline-met.v2',
      'proposals.proposal-submitted.v1',
    ]);
  });

  it('needs nobody’s word on what they propose themselves', async () => {
    const id = await drafted(head, await reviewed());
    await sign(id, head, others.slice(0, 2));
    expect(done(await stage.as(head).decide(`/proposals/${id}/submission`)).state).toBe('SUBMITTED');
  });
});

describe('a delegation’s proposal', () => {
  it('may be proposed in the name of whichever delegation one heads', async () => {
    const callId = await congress.call();
    const headed = (who: Person) => stage.as(who).get(`/calls/${callId}/headed-delegation`);
    expect(done(await headed(head)).delegation).toMatchObject({ id: expect.any(String), name: expect.any(String) });
    expect(done(await headed(lead))).toEqual({ delegation: null });
    expect((await headed(await (await stage.elsewhere()).person())).status).toBe(404);
  });

  it('is its head’s to draft and hand in, once more than half of its five support it', async () => {
    const callId = await congress.call();
    const id = await drafted(head, callId, { ofDelegation: true });
    await sign(id, head, others.slice(0, 1));
    const page = done(await stage.as(head).get(`/proposals/${id}`));
    expect(page.delegation).toMatchObject({ name: expect.any(String), support: { signed: 2, needed: 3, delegates: 5 } });
    expect(page.allowedActions).not.toContain('submit');
    expect((await stage.as(head).decide(`/proposals/${id}/submission`)).body).toMatchObject({
      type: 'proposals.too-little-support',
      status: 422,
      details: { needed: 3, signed: 2, delegates: 5 },
    });
    await sign(id, head, others.slice(1, 2));
    expect(done(await stage.as(head).decide(`/proposals/${id}/submission`)).state).toBe('SUBMITTED');
    expect(done(await stage.as(congress.committee).get(`/proposals/${id}`)).delegation).toMatchObject({ support: null });
  });

  it('is nobody else’s to draft, and outsiders do not sign it', async () => {
    const callId = await congress.call();
    for (const who of [lead, congress.lead])
      expect((await stage.as(who).post('/proposals', { callId, ...CONTENT, ofDelegation: true })).body).toMatchObject({
        type: 'proposals.not-the-head-of-delegation',
        status: 403,
      });
    const id = await drafted(head, callId, { ofDelegation: true });
    const invited = await stage.as(head).post(`/proposals/${id}/invitations`, { memberIds: [congress.lead.id] });
    expect(invited.body).toMatchObject({ type: 'proposals.not-of-the-delegation', details: { memberIds: [congress.lead.id] } });
    await sign(id, head, others.slice(0, 1));
    expect((await stage.as(congress.lead).decide(`/proposals/${id}/seconding`)).body).toMatchObject({
      type: 'proposals.not-of-the-delegation',
      status: 403,
    });
  });
});
