import { type Congress, REPLY, aCongress, done, step } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let callId: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  callId = await congress.call();
});

/** Words that stand nowhere else. */
const SUBJECT = 'Canary of the subject';
const NAME = 'Canary of the name';
const CANARY = /Canary/;
const CONTENT = { subject: SUBJECT, grounds: 'Canary of the grounds.', measures: 'Canary of the measures.', category: 'welfare' };

const put = async (who: Person, id: string, said: object) => {
  const { version } = done(await stage.as(congress.committee).get(`/proposals/${id}`));
  return stage.as(who).put(`/proposals/${id}/confidentiality`, { isConfidential: true, version, ...said });
};

/** Kept confidential by its proposer while it is a draft, and led along the whole way. */
async function wholeWay(lead: Person): Promise<{ id: string; commitmentId: string }> {
  const { committee, handler, seconders } = congress;
  const { id } = done(await stage.as(lead).post('/proposals', { callId, ...CONTENT }));
  const { version } = done(await stage.as(lead).get(`/proposals/${id}`));
  done(await stage.as(lead).put(`/proposals/${id}/confidentiality`, { isConfidential: true, version }));
  const take = async (who: Person, deed: string, body?: object) => done(await step(stage, who, id, deed, body));
  await take(lead, 'invitations', { memberIds: seconders.slice(0, 2).map((one) => one.id) });
  for (const one of seconders.slice(0, 2)) await take(one, 'seconding');
  await take(lead, 'submission');
  await take(committee, 'review', { outcome: 'FILED' });
  await take(committee, 'assignment', { leadUnitId: stage.logistics, assistingUnitIds: [stage.finance] });
  const promises = [{ promise: 'Canary of the promise.', due: { kind: 'months', n: 1 } }];
  await take(handler, 'reply', { ...REPLY, resultCategory: 'PLANNED', text: 'Canary of the reply.', promises });
  const commitmentId = done(await stage.as(lead).get(`/proposals/${id}/commitments`)).items[0].id;
  done(await stage.as(handler).decide(`/commitments/${commitmentId}/report`, { settlement: 'DONE', text: 'Canary of the evidence.' }));
  done(await stage.as(committee).decide(`/commitments/${commitmentId}/acceptance`));
  const supervision = `/proposals/${id}/supervision`;
  done(await stage.as(committee).put(`${supervision}/key`, { reason: 'Many ask.', version: 0 }));
  done(
    await stage.as(lead).post(`${supervision}/visits`, { visitedOn: '2026-01-15', withWhom: 'Logistics.', found: 'Canary of the visit.' }),
  );
  await take(lead, 'rating', { attitude: 'SATISFIED', result: 'SATISFIED' });
  await take(committee, 'ending', { outcome: 'IMPLEMENTED' });
  return { id, commitmentId };
}

describe('a confidential proposal', () => {
  it('is found by nobody without need: in no list, no search, no figure with a name, no event', async () => {
    const lead = await stage.person({ seat: 'DELEGATE', name: NAME });
    const { id, commitmentId } = await wholeWay(lead);
    const next = await stage.laterSession();
    const without: Record<string, Person> = {
      delegate: congress.seconders[2]!,
      staff: congress.staff,
      presidium: await stage.person({ office: 'PRESIDIUM' }),
      observer: await stage.person({ office: 'OBSERVER' }),
      secretariat: await stage.person({ office: 'SECRETARIAT' }),
      leader: await stage.person({ office: 'LEADER_IN_CHARGE', ofSession: false }),
      successor: await stage.person({ seat: 'DELEGATE', sessionId: next }),
    };
    const lists = [
      ...['mine', 'to-second', 'to-endorse', 'board', 'unit'].flatMap((scope) => [
        `/proposals?scope=${scope}&pageSize=200`,
        `/proposals?scope=${scope}&search=${encodeURIComponent(SUBJECT)}`,
        `/proposals?scope=${scope}&search=${encodeURIComponent(NAME)}`,
        `/proposals?scope=${scope}&key=true`,
      ]),
      '/proposals/register?limit=100',
      `/proposals/register?search=${encodeURIComponent(SUBJECT)}`,
      `/proposals/register?search=${encodeURIComponent(NAME)}`,
      `/proposals/statistics?sessionId=${stage.sessionId}`,
      '/commitments?pageSize=200',
      '/commitments/carry-over',
      '/owed',
      `/proposals/${id}`,
      `/proposals/${id}/commitments`,
      `/proposals/${id}/supervision`,
      `/proposals/${id}/requests`,
      `/proposals/${id}/merging`,
      `/commitments/${commitmentId}`,
    ];
    for (const [who, person] of Object.entries(without)) {
      for (const list of lists) {
        const { body, status } = await stage.as(person).get(list);
        expect([who, list, CANARY.test(JSON.stringify(body)), status < 500]).toEqual([who, list, false, true]);
        if (list.includes(id) || list.includes(commitmentId)) expect([who, list, status]).toEqual([who, list, 403]);
      }
      const similar = await stage.as(person).post('/proposals/similar', { subject: SUBJECT });
      expect(CANARY.test(JSON.stringify(similar.body.items))).toBe(false);
    }
    const events = await stage.database.query<{ data: string }>('SELECT data::text AS data FROM outbox');
    expect(events.length).toBeGreaterThan(10);
    expect(events.filter(({ data }) => CANARY.test(data))).toEqual([]);
  }, 120_000);

  it('is read by its authors, the committee and the units', async () => {
    const id = await congress.assigned(callId);
    const { lead, committee, handler, assistant, seconders } = congress;
    const other = seconders[2]!;
    expect((await stage.as(other).get(`/proposals/${id}`)).status).toBe(200);
    done(await put(committee, id, { reason: 'It names a person.' }));
    for (const who of [lead, seconders[0]!, committee, handler, assistant])
      expect(done(await stage.as(who).get(`/proposals/${id}`)).confidential).toMatchObject({ reason: 'It names a person.' });
    expect((await stage.as(other).get(`/proposals/${id}`)).body).toMatchObject({ status: 403, type: 'proposals.forbidden' });
    const onBoard = done(await stage.as(committee).get('/proposals?scope=board&pageSize=200')).items;
    expect(onBoard.some((item: { id: string }) => item.id === id)).toBe(true);
    done(await put(lead, id, { isConfidential: false }));
    expect((await stage.as(other).get(`/proposals/${id}`)).status).toBe(200);
  });

  it('is merged, and decided on, before nobody but its authors, the committee and the presidium that decides', async () => {
    const { committee, lead } = congress;
    const [into, kept, left] = [await congress.submitted(callId), await congress.submitted(callId), await congress.submitted(callId)];
    const wish = { childIds: [kept] };
    done(await stage.as(committee).decide(`/proposals/${into}/requests`, { kind: 'merge-consent', reason: 'The same.', wish }));
    // While its authors are asked: what is open and what is confidential are not merged.
    for (const id of [kept, left]) done(await put(lead, id, {}));
    const [presidium, observer] = [await stage.person({ office: 'PRESIDIUM' }), await stage.person({ office: 'OBSERVER' })];
    const statusOf = async (who: Person, path: string) => (await stage.as(who).get(path)).status;
    for (const who of [presidium, observer]) {
      for (const id of [into, kept]) expect(await statusOf(who, `/proposals/${id}/merging`)).toBe(403);
      expect(await statusOf(who, `/proposals/${kept}/requests`)).toBe(403);
      expect(done(await stage.as(who).get(`/proposals/${into}/requests`)).items).toEqual([]);
    }
    expect(await statusOf(lead, `/proposals/${into}/merging`)).toBe(200);
    done(await step(stage, committee, left, 'review', { outcome: 'PRESIDIUM', reason: 'The committee does not agree.' }));
    expect(done(await stage.as(presidium).get('/owed')).items).toMatchObject([{ matter: 'decide', proposalId: left }]);
    expect([await statusOf(presidium, `/proposals/${left}`), await statusOf(observer, `/proposals/${left}`)]).toEqual([200, 403]);
  });

  it('is made so by its proposer or by the committee with a reason, on the version that was read', async () => {
    const id = await congress.assigned(callId);
    const { committee, handler, seconders } = congress;
    for (const who of [handler, seconders[0]!])
      expect((await put(who, id, { reason: 'No.' })).body).toMatchObject({ status: 403, type: 'proposals.not-the-lead-proposer' });
    expect((await put(committee, id, {})).body).toMatchObject({ status: 422, type: 'proposals.reason-required' });
    expect((await put(committee, id, { reason: 'x'.repeat(1_001) })).body).toMatchObject({ status: 400 });
    expect((await put(committee, id, { isConfidential: 'yes', reason: 'Yes.' })).body).toMatchObject({ status: 400 });
    expect((await put(committee, id, { reason: 'Yes.', version: 1 })).body).toMatchObject({ type: 'proposals.outdated' });
    const foreigner = await (await stage.elsewhere()).person({ office: 'PROPOSALS_COMMITTEE', ofSession: false });
    expect((await put(foreigner, id, { reason: 'Yes.' })).body).toMatchObject({ status: 404, type: 'proposals.not-found' });
  });
});
