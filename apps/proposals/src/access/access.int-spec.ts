import { randomUUID } from 'node:crypto';
import { dayOf } from '@plenum/calendar';
import { probe } from '@plenum/test-kit';
import { type Congress, REPLY, aCongress, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let callId: string;
/** A delegate of another organisation. */
let foreigner: Person;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  callId = await congress.call();
  foreigner = await (await started.elsewhere()).person({ seat: 'DELEGATE' });
});

const lead = () => congress.lead;

describe('an office of another organisation', () => {
  it('opens nothing here, though it names a unit of ours', async () => {
    const other = await stage.elsewhere();
    const handler = stage.as(await other.person({ office: 'UNIT_HANDLER', unitId: stage.logistics }));
    const id = await congress.assigned(callId);
    const notFound = { type: 'proposals.not-found', status: 404 };
    expect((await handler.get(`/proposals/${id}`)).body).toMatchObject(notFound);
    expect((await handler.post(`/proposals/${id}/acknowledgement`)).body).toMatchObject(notFound);
    expect((await handler.decide(`/proposals/${id}/reply`, REPLY)).body).toMatchObject(notFound);
  });
});

describe('a sign-in that has ended', () => {
  it('is answered nothing more, though its token still holds', async () => {
    const [ended, kept] = [randomUUID(), randomUUID()];
    const { committee } = congress;
    const id = await congress.submitted(callId);
    const read = async (signInId: string) => (await stage.as(committee, signInId).get(`/proposals/${id}`)).status;
    expect(await read(ended)).toBe(200);
    await stage.endSignIn(committee, ended);
    await probe('the sign-in has ended', async () => (await read(ended)) === 401);
    expect((await stage.as(committee, ended).decide(`/proposals/${id}/review`, { outcome: 'FILED' })).body).toMatchObject({
      status: 401,
      type: 'unauthenticated',
    });
    expect(await read(kept)).toBe(200);
    expect(done(await stage.as(committee).get(`/proposals/${id}`))).toMatchObject({ state: 'SUBMITTED' });
  });
});

describe('an office', () => {
  it('ends at once when it ends, whatever the token says', async () => {
    const member = await stage.person({ office: 'PROPOSALS_COMMITTEE' });
    const id = await congress.submitted(callId);
    expect((await stage.as(member).get(`/proposals/${id}`)).status).toBe(200);
    await stage.relieve(member);
    expect((await stage.as(member).get(`/proposals/${id}`)).body).toMatchObject({ status: 403, type: 'proposals.forbidden' });
    expect((await stage.as(member).decide(`/proposals/${id}/review`, { outcome: 'FILED' })).body).toMatchObject({
      status: 403,
      type: 'proposals.not-the-committee',
    });
  });

  it('over one unit does not oversee the congress, as the same office over all does', async () => {
    const [ofAll, ofOne] = [
      await stage.person({ office: 'LEADER_IN_CHARGE', ofSession: false }),
      await stage.person({ office: 'LEADER_IN_CHARGE', unitId: stage.logistics }),
    ];
    const id = await congress.submitted(callId);
    expect((await stage.as(ofAll).get(`/proposals/${id}`)).status).toBe(200);
    expect((await stage.as(ofOne).get(`/proposals/${id}`)).body).toMatchObject({ status: 403 });
    expect((await stage.as(ofOne).get('/proposals?scope=board')).body).toMatchObject({ status: 403 });
  });

  it('over a unit shows its leader in charge what that unit was assigned, and lets them decide nothing', async () => {
    const leader = await stage.person({ office: 'LEADER_IN_CHARGE', unitId: stage.finance });
    const [filed, assigned] = [await congress.filed(callId), await congress.assigned(callId)];
    expect((await stage.as(leader).get(`/proposals/${filed}`)).body).toMatchObject({ status: 403 });
    expect(done(await stage.as(leader).get(`/proposals/${assigned}`))).toMatchObject({ allowedActions: [] });
    const listed = done(await stage.as(leader).get('/proposals?scope=unit&pageSize=200')).items.map(({ id }: { id: string }) => id);
    expect(listed).toContain(assigned);
    expect((await stage.as(leader).post(`/proposals/${assigned}/acknowledgement`)).body).toMatchObject({
      type: 'proposals.not-the-handling-unit',
    });
  });

  it('of another session opens nothing here', async () => {
    const other = await stage.elsewhere();
    const guest = await other.person({ office: 'PROPOSALS_COMMITTEE' });
    const mixed: Person = { id: guest.id, organisationId: stage.organisationId };
    const id = await congress.submitted(callId);
    expect((await stage.as(mixed).decide(`/proposals/${id}/review`, { outcome: 'FILED' })).body).toMatchObject({ status: 403 });
  });
});

describe('a rating', () => {
  it('is kept from the handling units until the matter is closed, in the page, the statistics and the history', async () => {
    const { handler, assistant, committee, seconders } = congress;
    const id = await congress.replied(callId);
    const grade = { attitude: 'BASICALLY', result: 'DISSATISFIED', comment: 'A word for the committee.' };
    done(await stage.as(lead()).decide(`/proposals/${id}/rating`, grade));
    const seenBy = async (who: Person) => done(await stage.as(who).get(`/proposals/${id}`)).handlings[0].replies[0].ratings;
    for (const who of [handler, assistant, seconders[0]!]) {
      const page = done(await stage.as(who).get(`/proposals/${id}`));
      expect(page).toMatchObject({ state: 'IN_PROGRESS', handlings: [{ replies: [{ ratings: [] }] }] });
      expect(JSON.stringify(page)).not.toMatch(/BASICALLY|DISSATISFIED|A word/);
    }
    const torn = await stage.person({ office: 'UNIT_HEAD', unitId: stage.finance, seat: 'DELEGATE' });
    expect(await seenBy(torn)).toEqual([]);
    const formerly = await stage.person({ office: 'UNIT_HANDLER', unitId: stage.finance });
    await stage.relieve(formerly);
    await stage.database.query(
      `
        INSERT INTO directory_offices (id, organisation_id, member_id, office, session_id, held, version)
        VALUES ($1, $2, $3, 'PROPOSALS_COMMITTEE', $4, true, 1)
      `,
      [randomUUID(), stage.organisationId, formerly.id, stage.sessionId],
    );
    expect(done(await stage.as(formerly).get('/proposals?scope=board')).total).toBeGreaterThan(0); // They do sit on the committee.
    expect(await seenBy(formerly)).toEqual([]);
    for (const who of [lead(), committee]) expect(await seenBy(who)).toMatchObject([grade]);
    const figures = async () => done(await stage.as(lead()).get(`/proposals/statistics?sessionId=${stage.sessionId}`)).satisfaction;
    const before = await figures();
    done(await stage.as(handler).decide(`/proposals/${id}/reply`, REPLY));
    done(await stage.as(lead()).decide(`/proposals/${id}/rating`, grade));
    expect(await figures()).toEqual(before);
    for (const who of [handler, assistant, torn, formerly])
      expect(JSON.stringify(done(await stage.as(who).get(`/proposals/${id}`)))).not.toMatch(/BASICALLY|DISSATISFIED|A word/);
    const met = {
      metOn: dayOf(new Date()),
      present: [committee.id, lead().id],
      minutes: 'Talked over.',
      outcome: 'UNRESOLVED',
    };
    done(await stage.as(committee).decide(`/proposals/${id}/meeting`, met));
    for (const who of [handler, assistant, torn, formerly, seconders[0]!]) expect(await seenBy(who)).toMatchObject([grade]);
    expect(await figures()).toEqual({ ...before, given: before.given + 1 });
    expect(before.result).toBeNull();
  });
});

describe('a committee member whose unit handles it', () => {
  it('is asked for a reason to close it however it was rated, and learns nothing from being asked', async () => {
    const torn = await stage.person({ office: 'PROPOSALS_COMMITTEE' });
    await stage.database.query(
      `INSERT INTO directory_offices (id, organisation_id, member_id, office, unit_id, held, version)
        VALUES ($1, $2, $3, 'UNIT_HANDLER', $4, true, 1)`,
      [randomUUID(), stage.organisationId, torn.id, stage.finance],
    );
    const rated = async (result: string): Promise<string> => {
      const id = await congress.replied(callId);
      done(await stage.as(lead()).decide(`/proposals/${id}/rating`, { attitude: 'SATISFIED', result }));
      return id;
    };
    for (const id of [await rated('SATISFIED'), await rated('BASICALLY')]) {
      const closing = (body: object) => stage.as(torn).decide(`/proposals/${id}/ending`, body);
      for (const body of [{}, { version: 1 }]) expect((await closing(body)).body).toMatchObject({ type: 'proposals.reason-required' });
      expect(done(await stage.as(torn).get(`/proposals/${id}`)).handlings[0].replies.at(-1).ratings).toEqual([]);
      done(await closing({ reason: 'Talked over.' }));
    }
  });
});

describe('a returned proposal', () => {
  it('is signed by who was asked to, and not by who may not read it', async () => {
    const [volunteer, asked] = [await stage.person({ seat: 'DELEGATE' }), await stage.person({ seat: 'DELEGATE' })];
    const id = await congress.submitted(callId);
    done(await stage.as(congress.committee).decide(`/proposals/${id}/review`, { outcome: 'RETURNED', reason: 'Two matters in one.' }));
    done(await stage.as(lead()).post(`/proposals/${id}/invitations`, { memberIds: [asked.id] }));
    const { version } = done(await stage.as(lead()).get(`/proposals/${id}`));
    const sign = (who: Person) => stage.as(who).post(`/proposals/${id}/seconding`, { version });
    expect((await stage.as(volunteer).get(`/proposals/${id}`)).status).toBe(403);
    expect((await sign(volunteer)).body).toMatchObject({ type: 'proposals.forbidden', status: 403 });
    done(await sign(asked));
    expect((await stage.as(volunteer).get(`/proposals/${id}`)).status).toBe(403);
  });
});

describe('an invitation', () => {
  it('that is open or declined is known to the proposer and the one invited only', async () => {
    const id = await congress.seconded(callId);
    const shy = await stage.person({ seat: 'DELEGATE' });
    done(await stage.as(lead()).post(`/proposals/${id}/invitations`, { memberIds: [shy.id] }));
    done(await stage.as(shy).delete(`/proposals/${id}/seconding`));
    const statesSeenBy = async (who: Person) =>
      done(await stage.as(who).get(`/proposals/${id}`))
        .signatures.map(({ state }: { state: string }) => state)
        .sort();
    expect(await statesSeenBy(lead())).toEqual(['DECLINED', 'SIGNED', 'SIGNED']);
    expect(await statesSeenBy(shy)).toEqual(['DECLINED', 'SIGNED', 'SIGNED']);
    expect(await statesSeenBy(congress.seconders[0]!)).toEqual(['SIGNED', 'SIGNED']);
  });

  it('goes to members of the organisation who sit in the session', async () => {
    const id = await congress.draft(callId);
    const invite = (memberIds: string[]) => stage.as(lead()).post(`/proposals/${id}/invitations`, { memberIds });
    expect((await invite([foreigner.id])).body).toMatchObject({
      type: 'proposals.unknown-member',
      status: 422,
      details: { memberIds: [foreigner.id] },
    });
    expect((await invite([congress.staff.id])).body).toMatchObject({ type: 'proposals.not-a-delegate' });
    expect((await invite([lead().id])).body).toMatchObject({ type: 'proposals.own-proposal' });
  });
});

describe('the delegates of the next session', () => {
  it('read what was accepted before them, one by one and in the lists, and nothing else', async () => {
    const next = await stage.laterSession();
    const successor = await stage.person({ seat: 'DELEGATE', sessionId: next });
    const [seconding, submitted, filed] = [await congress.seconded(callId), await congress.submitted(callId), await congress.filed(callId)];
    const read = async (id: string) => (await stage.as(successor).get(`/proposals/${id}`)).status;
    expect([await read(seconding), await read(submitted), await read(filed)]).toEqual([403, 403, 200]);
    for (const path of ['/proposals?scope=board&pageSize=200', '/proposals/register?limit=100']) {
      const listed = done(await stage.as(successor).get(path)).items.map(({ id }: { id: string }) => id);
      expect(listed).toContain(filed);
      expect(listed).not.toContain(submitted);
    }
  });
});
