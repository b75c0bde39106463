import { dayOf } from '@plenum/calendar';
import { type Congress, CONTENT, aCongress, done, step } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let callId: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  callId = await congress.call({ feedbackDue: { kind: 'days', n: 10 } });
});
afterEach(() => stage.setClock(null));

interface Item {
  readonly proposalId: string;
  readonly matter: string;
  readonly dueAt: string | null;
}
const owed = async (who: Person): Promise<{ items: Item[]; counts: { matter: string; total: number }[] }> =>
  done(await stage.as(who).get('/owed'));
const mattersOf = async (who: Person, proposalId: string): Promise<string[]> =>
  (await owed(who)).items.filter((item) => item.proposalId === proposalId).map(({ matter }) => matter);

describe('what is owed', () => {
  it('is asked of whose turn it is at each step, and of nobody else', async () => {
    const { lead, seconders, committee, handler, assistant, staff } = congress;
    const everybody = { lead, seconder: seconders[0]!, other: seconders[2]!, committee, handler, assistant, staff };
    const id = await congress.draft(callId);
    const asked = async () => {
      const all = await Promise.all(
        Object.entries(everybody).map(async ([who, person]) => [who, (await mattersOf(person, id)).join()] as const),
      );
      return Object.fromEntries(all.filter(([, matters]) => matters !== ''));
    };
    const post = async (who: Person, deed: string, body?: object) => done(await step(stage, who, id, deed, body));
    expect(await asked()).toEqual({});
    await post(lead, 'invitations', { memberIds: seconders.slice(0, 2).map((one) => one.id) });
    expect(await asked()).toEqual({ seconder: 'second' });
    for (const one of seconders.slice(0, 2)) await post(one, 'seconding');
    expect(await asked()).toEqual({});
    await post(lead, 'submission');
    expect(await asked()).toEqual({ committee: 'review' });
    await post(committee, 'review', { outcome: 'RETURNED', reason: 'Two matters in one.' });
    expect(await asked()).toEqual({ lead: 'revise' });
    await post(lead, 'submission');
    await post(committee, 'review', { outcome: 'FILED' });
    expect(await asked()).toEqual({ committee: 'assign' });
    await post(committee, 'assignment', { leadUnitId: stage.logistics, assistingUnitIds: [stage.finance], dueOn: '2030-06-28' });
    expect(await asked()).toEqual({ handler: 'contact,reply' });
    const { id: handlingId } = done(await stage.as(handler).get(`/proposals/${id}`)).handlings[0];
    const spoken = { contactedOn: dayOf(new Date()), way: 'PHONE', who: 'Mr Hu', noted: 'Agreed on Fridays.' };
    done(await stage.as(handler).post(`/proposals/${id}/handlings/${handlingId}/contacts`, spoken));
    expect(await asked()).toEqual({ handler: 'reply' });
    expect((await owed(handler)).items.find(({ proposalId }) => proposalId === id)?.dueAt).toBe('2030-06-28T16:00:00.000Z');
    await post(handler, 'reply', { text: 'Until ten.', resultCategory: 'SOLVED', channel: 'ONLINE' });
    expect(await asked()).toEqual({ lead: 'rate' });
    stage.setClock(new Date(Date.now() + 12 * 86_400_000));
    expect(await asked()).toEqual({ committee: 'close' }); // It can no longer be rated.
    stage.setClock(null);
    await post(lead, 'rating', { attitude: 'SATISFIED', result: 'SATISFIED' });
    expect(await asked()).toEqual({ committee: 'close' });
    await post(committee, 'ending');
    expect(await asked()).toEqual({});
  });

  it('by a unit is not asked of whoever of it proposes the matter', async () => {
    const own = await stage.person({ seat: 'DELEGATE', office: 'UNIT_HANDLER', unitId: stage.logistics });
    const loose = await congress.call({ minSeconders: 0 });
    const { id } = done(await stage.as(own).post('/proposals', { callId: loose, ...CONTENT }));
    done(await stage.as(own).decide(`/proposals/${id}/submission`));
    done(await stage.as(congress.committee).decide(`/proposals/${id}/review`, { outcome: 'FILED' }));
    done(await stage.as(congress.committee).decide(`/proposals/${id}/assignment`, { leadUnitId: stage.logistics }));
    expect(await mattersOf(congress.handler, id)).toEqual(['contact', 'reply']);
    expect(await mattersOf(own, id)).toEqual([]);
  });

  it('of a place that a lead left is asked of the seconders, or else of the committee', async () => {
    const [one, two] = [await stage.person({ seat: 'DELEGATE' }), await stage.person({ seat: 'DELEGATE' })];
    const draft = async (lead: Person, seconders: readonly Person[]): Promise<string> => {
      const loose = await congress.call({ minSeconders: 0 });
      const { id } = done(await stage.as(lead).post('/proposals', { callId: loose, ...CONTENT }));
      done(await stage.as(lead).post(`/proposals/${id}/invitations`, { memberIds: seconders.map((person) => person.id) }));
      for (const person of seconders) done(await stage.as(person).decide(`/proposals/${id}/seconding`));
      done(await stage.as(lead).decide(`/proposals/${id}/submission`));
      return id;
    };
    const [seconded, alone] = [await draft(one, [congress.seconders[1]!]), await draft(two, [])];
    await stage.leave(one);
    await stage.leave(two);
    expect(await mattersOf(congress.seconders[1]!, seconded)).toEqual(['take-lead']);
    expect(await mattersOf(congress.committee, seconded)).toEqual(['review']);
    expect(await mattersOf(congress.committee, alone)).toEqual(expect.arrayContaining(['review', 'take-lead']));
  });

  it('of a vacant place is asked of whoever proposed what was merged into it, and of the committee once they have left, too', async () => {
    const loose = await congress.call({ minSeconders: 0 });
    const [leaving, joint] = [await stage.person({ seat: 'DELEGATE' }), await stage.person({ seat: 'DELEGATE' })];
    const { id } = done(await stage.as(leaving).post('/proposals', { callId: loose, ...CONTENT }));
    done(await stage.as(leaving).decide(`/proposals/${id}/submission`));
    const merged = [{ proposalId: id, authorIds: [joint.id], seconderIds: [] }];
    await stage.database.query('UPDATE proposals SET merged = $2 WHERE id = $1', [id, JSON.stringify(merged)]);
    await stage.leave(leaving);
    expect(await mattersOf(joint, id)).toEqual(['take-lead']);
    expect(await mattersOf(congress.committee, id)).toEqual(['review']);
    expect(done(await stage.as(joint).get(`/proposals/${id}`)).allowedActions).toContain('take-lead');
    await stage.leave(joint);
    expect(await mattersOf(congress.committee, id)).toEqual(expect.arrayContaining(['review', 'take-lead']));
    expect(done(await stage.as(congress.committee).post(`/proposals/${id}/lead`)).state).toBe('SUBMITTED');
  });

  it('of a vacant place is counted once over seconders and committee, and not asked of the unit that handles it', async () => {
    const [seconder, ofUnit] = [await stage.person({ seat: 'DELEGATE', office: 'PROPOSALS_COMMITTEE' }), await stage.person()];
    const office = `INSERT INTO directory_offices (id, organisation_id, member_id, office, session_id, unit_id, held, version)
      VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, true, 1)`;
    await stage.database.query(office, [stage.organisationId, ofUnit.id, 'PROPOSALS_COMMITTEE', stage.sessionId, null]);
    await stage.database.query(office, [stage.organisationId, ofUnit.id, 'UNIT_HANDLER', null, stage.finance]);
    const loose = await congress.call({ minSeconders: 0 });
    const leaving = await stage.person({ seat: 'DELEGATE' });
    const assigned = async (seconders: readonly Person[]): Promise<string> => {
      const { id } = done(await stage.as(leaving).post('/proposals', { callId: loose, ...CONTENT }));
      done(await stage.as(leaving).post(`/proposals/${id}/invitations`, { memberIds: seconders.map((one) => one.id) }));
      for (const one of seconders) done(await stage.as(one).decide(`/proposals/${id}/seconding`));
      done(await stage.as(leaving).decide(`/proposals/${id}/submission`));
      done(await stage.as(congress.committee).decide(`/proposals/${id}/review`, { outcome: 'FILED' }));
      const routing = { leadUnitId: stage.logistics, assistingUnitIds: [stage.finance] };
      done(await stage.as(congress.committee).decide(`/proposals/${id}/assignment`, routing));
      return id;
    };
    const leads = async (who: Person) => (await owed(who)).counts.find(({ matter }) => matter === 'take-lead')?.total ?? 0;
    const before = [await leads(seconder), await leads(congress.committee), await leads(ofUnit)];
    const [seconded, alone] = [await assigned([seconder]), await assigned([])];
    await stage.leave(leaving);
    const after = [await leads(seconder), await leads(congress.committee), await leads(ofUnit)];
    expect(after.map((count, nth) => count - before[nth]!)).toEqual([2, 1, 0]);
    for (const id of [seconded, alone]) {
      expect(await mattersOf(seconder, id)).toEqual(['take-lead']);
      expect(await mattersOf(ofUnit, id)).toEqual([]);
      expect(done(await stage.as(ofUnit).get(`/proposals/${id}`)).allowedActions).not.toContain('take-lead');
    }
  });

  it('shows of each kind the most urgent, and counts them all', async () => {
    const handler = await stage.person({ office: 'UNIT_HANDLER', unitId: stage.finance });
    const days = [...Array(23).keys()].map((nth) => `2031-01-${String(31 - nth).padStart(2, '0')}`);
    const ofReplies = await congress.call({ contactWithin: null });
    for (const dueOn of days) {
      const id = await congress.filed(ofReplies);
      done(await stage.as(congress.committee).decide(`/proposals/${id}/assignment`, { leadUnitId: stage.finance, dueOn }));
    }
    const { items, counts } = await owed(handler);
    expect(counts).toEqual([{ matter: 'reply', total: 23 }]);
    expect(items).toHaveLength(20);
    expect(items[0]?.dueAt).toBe('2031-01-09T16:00:00.000Z');
  });
});
