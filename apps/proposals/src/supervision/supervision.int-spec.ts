import { randomUUID } from 'node:crypto';
import { type Congress, aCongress, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let callId: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  callId = await congress.call();
});

const at = (id: string, rest = '') => `/proposals/${id}/supervision${rest}`;
const read = async (who: Person, id: string) => done(await stage.as(who).get(at(id)));
const version = async (id: string): Promise<number> => (await read(congress.committee, id)).version;
const markKey = async (who: Person, id: string, body: object = {}) =>
  stage.as(who).put(at(id, '/key'), { reason: 'Many ask for it.', version: await version(id), ...body });
const owner = async (who: Person, id: string, memberId: string | null) =>
  stage.as(who).put(at(id, '/case-owner'), { memberId, version: await version(id) });
const VISIT = { visitedOn: '2026-01-15', withWhom: 'The head of logistics.', found: 'Half of it is built.' };
const visit = (who: Person, id: string, body: object = {}, key?: string) =>
  stage.as(who).post(at(id, '/visits'), { ...VISIT, ...body }, key ? { 'idempotency-key': key } : {});
const forbidden = { status: 403, type: 'proposals.forbidden' };
const notTheCommittee = { status: 403, type: 'proposals.not-the-committee' };

describe('a key matter', () => {
  it('is made one by the committee, with a reason that everybody concerned is told', async () => {
    const { committee, lead, handler } = congress;
    const id = await congress.assigned(callId);
    for (const who of [lead, handler]) expect((await markKey(who, id)).body).toMatchObject(notTheCommittee);
    expect((await markKey(committee, id, { reason: '' })).body).toMatchObject({ status: 400 });
    expect((await markKey(committee, id, { version: 7 })).body).toMatchObject({ type: 'proposals.outdated', details: { current: 0 } });
    done(await markKey(committee, id));
    expect((await markKey(committee, id)).body).toMatchObject({ type: 'proposals.wrong-state' });
    for (const who of [committee, lead, handler])
      expect(await read(who, id)).toMatchObject({ key: { reason: 'Many ask for it.', by: { name: 'Committee' } } });
    const told = (await stage.eventsOf(id)).find(({ name }) => name === 'proposals.key-matter-set.v1');
    expect(told?.data).toMatchObject({ reason: 'Many ask for it.', leadUnitId: stage.logistics, leadProposerId: lead.id });
    const listed = async (query: string) =>
      done(await stage.as(committee).get(`/proposals?scope=board&pageSize=200${query}`)).items.map((item: { id: string }) => item.id);
    const other = await congress.filed(callId);
    expect(await listed('&key=true')).toContain(id);
    expect(await listed('&key=true')).not.toContain(other);
    done(await stage.as(committee).delete(`${at(id, '/key')}?version=${await version(id)}`));
    expect(await listed('&key=true')).not.toContain(id);
  });

  it('is one of what was accepted', async () => {
    const id = await congress.submitted(callId);
    expect((await markKey(congress.committee, id)).body).toMatchObject({ type: 'proposals.wrong-state' });
  });
});

describe('a case owner', () => {
  it('sits on the committee, is told, and finds their cases on the board', async () => {
    const { committee, lead } = congress;
    const colleague = await stage.person({ office: 'PROPOSALS_COMMITTEE', name: 'Colleague' });
    const id = await congress.filed(callId);
    expect((await owner(committee, id, lead.id)).body).toMatchObject({ status: 422, type: 'proposals.not-of-the-committee' });
    expect((await owner(committee, id, randomUUID())).body).toMatchObject({ type: 'proposals.not-of-the-committee' });
    expect((await owner(lead, id, colleague.id)).body).toMatchObject(notTheCommittee);
    done(await owner(committee, id, colleague.id));
    expect(await read(lead, id)).toMatchObject({ caseOwner: { name: 'Colleague' }, committee: [], allowedActions: ['log-visit'] });
    expect((await read(committee, id)).committee).toContainEqual({ id: colleague.id, name: 'Colleague' });
    expect((await stage.eventsOf(id)).map(({ name }) => name)).toContain('proposals.case-owner-named.v1');
    const cases = async (who: Person) =>
      done(await stage.as(who).get('/proposals?scope=board&ownCases=true')).items.map((item: { id: string }) => item.id);
    expect(await cases(colleague)).toEqual([id]);
    expect(await cases(committee)).toEqual([]);
    done(await owner(committee, id, null));
    expect(await cases(colleague)).toEqual([]);
  });
});

describe('supervision with the proposer', () => {
  it('is one page: both sides log what they found, and read what the other did', async () => {
    const { committee, lead, seconders, handler, assistant, staff } = congress;
    const id = await congress.assigned(callId);
    const key = randomUUID();
    done(await visit(committee, id, {}, key));
    done(await visit(committee, id, {}, key));
    done(await visit(lead, id, { found: 'The other half, too.' }));
    done(await visit(seconders[0]!, id));
    const pages = await Promise.all([committee, lead, seconders[0]!, handler, assistant].map((who) => read(who, id)));
    for (const page of pages) {
      expect(page.visits.map(({ as, by }: { as: string; by: { name: string } }) => `${as} ${by.name}`)).toEqual([
        'COMMITTEE Committee',
        'PROPOSER Lead Proposer',
        'PROPOSER Seconder 0',
      ]);
    }
    const overseer = await stage.person({ office: 'PRESIDIUM' });
    expect((await read(overseer, id)).visits).toHaveLength(3);
    expect((await visit(overseer, id)).body).toMatchObject(notTheCommittee);
    expect((await visit(handler, id)).body).toMatchObject(notTheCommittee);
    // Another delegate may read the proposal, and not who looked after it.
    for (const who of [seconders[2]!, staff]) {
      expect((await stage.as(who).get(at(id))).body).toMatchObject(forbidden);
      expect((await visit(who, id)).body).toMatchObject(notTheCommittee);
    }
    const told = (await stage.eventsOf(id)).filter(({ name }) => name === 'proposals.visit-logged.v1');
    expect(told.map(({ data }) => data['byProposer'])).toEqual([false, true, true]);
    expect(JSON.stringify(told)).not.toContain('half');
  });

  it('is refused on no day, on one that is ahead, without words, and elsewhere', async () => {
    const id = await congress.assigned(callId);
    const { lead } = congress;
    expect((await visit(lead, id, { visitedOn: '2026-02-30' })).body).toMatchObject({ status: 400 });
    expect((await visit(lead, id, { visitedOn: '2039-01-01' })).body).toMatchObject({ type: 'proposals.visit-ahead', status: 422 });
    expect((await visit(lead, id, { found: ' ' })).body).toMatchObject({ type: 'proposals.incomplete' });
    expect((await visit(lead, id, { withWhom: 'x'.repeat(501) })).body).toMatchObject({ status: 400 });
    const foreigner = await (await stage.elsewhere()).person({ office: 'PROPOSALS_COMMITTEE', ofSession: false });
    expect((await stage.as(foreigner).get(at(id))).body).toMatchObject({ status: 404, type: 'proposals.not-found' });
    expect((await visit(foreigner, id)).body).toMatchObject({ status: 404 });
  });

  it('goes on when the matter is closed', async () => {
    const id = await congress.replied(callId);
    const { lead, committee } = congress;
    done(await stage.as(lead).decide(`/proposals/${id}/rating`, { attitude: 'SATISFIED', result: 'SATISFIED' }));
    done(await stage.as(committee).decide(`/proposals/${id}/ending`, { outcome: 'PLANNED' }));
    done(await visit(lead, id));
    expect((await read(lead, id)).visits).toHaveLength(1);
  });
});
