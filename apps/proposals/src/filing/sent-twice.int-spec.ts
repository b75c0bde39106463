import { REPLY, type Congress, aCongress, done } from '../testing/congress.js';
import { type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
});

describe('a request that is sent twice', () => {
  it('drafts once and answers the same', async () => {
    const callId = await congress.call();
    const send = (subject: string) => stage.as(congress.lead).post('/proposals', { callId, subject }, { 'idempotency-key': 'draft-1' });
    const [one, two] = await Promise.all([send('Twice'), send('Twice')]);
    expect(one.status).toBe(201);
    expect(two).toEqual(one);
    const [count] = await stage.database.query<{ n: number }>("SELECT count(*)::int AS n FROM proposals WHERE subject = 'Twice'");
    expect(count?.n).toBe(1);
    expect((await send('Something else')).body).toMatchObject({ type: 'idempotency-key-reused', status: 422 });
  });

  it('submits and replies once', async () => {
    const id = await congress.seconded(await congress.call());
    const submit = () => stage.as(congress.lead).decide(`/proposals/${id}/submission`, undefined, { 'idempotency-key': 's' });
    const [first] = [await submit()];
    expect(await submit()).toEqual(first);
    done(await stage.as(congress.committee).decide(`/proposals/${id}/review`, { outcome: 'FILED' }));
    done(await stage.as(congress.committee).decide(`/proposals/${id}/assignment`, { leadUnitId: stage.logistics }));
    const answer = () => stage.as(congress.handler).decide(`/proposals/${id}/reply`, REPLY, { 'idempotency-key': 'r' });
    const replies = await Promise.all([answer(), answer(), answer()]);
    expect(replies).toEqual([replies[0], replies[0], replies[0]]);
    expect(done(await stage.as(congress.lead).get(`/proposals/${id}`)).handlings[0].replies).toHaveLength(1);
    expect((await stage.eventsOf(id)).filter(({ name }) => name === 'proposals.proposal-replied.v1')).toHaveLength(1);
  });
});
