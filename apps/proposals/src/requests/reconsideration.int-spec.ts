import { eventFaults } from '@plenum/contracts';
import { CONTENT, type Congress, aCongress, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let callId: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  callId = await congress.call({ reconsiderationWithin: { kind: 'days', n: 3 } });
});

const notFiled = async (): Promise<string> => {
  const id = await congress.submitted(callId);
  done(await stage.as(congress.committee).decide(`/proposals/${id}/review`, { outcome: 'NOT_FILED', reason: 'A matter of one unit.' }));
  return id;
};
const ask = (who: Person, id: string, said: object = {}) =>
  stage.as(who).decide(`/proposals/${id}/requests`, { kind: 'reconsideration', reason: 'It concerns us all.', wish: {}, ...said });
const requestsOf = async (who: Person, id: string) => done(await stage.as(who).get(`/proposals/${id}/requests`));
const answer = async (who: Person, id: string, said: object) => {
  const { items } = await requestsOf(congress.committee, id);
  const [request] = items;
  return stage.as(who).post(`/proposals/${id}/requests/${request.id}/answer`, { version: request.version, ...said });
};
const pageOf = async (id: string) => done(await stage.as(congress.lead).get(`/proposals/${id}`));

describe('reconsideration', () => {
  it('files it after all, with the next number and none left out, and everybody who signed is told once', async () => {
    const { lead, committee } = congress;
    const first = done(await stage.as(committee).decide(`/proposals/${await congress.submitted(callId)}/review`, { outcome: 'FILED' }));
    const id = await notFiled();
    expect((await requestsOf(lead, id)).mayAsk).toEqual(['reconsideration']);
    done(await ask(lead, id));
    expect((await requestsOf(lead, id)).mayAsk).toEqual([]);
    expect((await requestsOf(committee, id)).items).toMatchObject([
      {
        kind: 'reconsideration',
        owedBy: { who: 'committee' },
        outcomes: ['NOT_FILED', 'FILED', 'SUGGESTION'],
        reason: 'It concerns us all.',
      },
    ]);
    done(await answer(committee, id, { outcome: 'FILED' }));
    const page = await pageOf(id);
    const next = (no: string): string => no.replace(/\d+$/, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'));
    expect(page).toMatchObject({ state: 'FILED', docketNo: next(first.docketNo) });
    expect(page.review).toMatchObject({ outcome: 'FILED', body: 'COMMITTEE' });
    const reviewed = (await stage.eventsOf(id)).filter(({ name }) => name === 'proposals.proposal-reviewed.v1');
    expect(reviewed.map(({ data }) => data['outcome'])).toEqual(['NOT_FILED', 'FILED']);
    for (const { name, data } of reviewed) expect(eventFaults(name, data)).toEqual([]);
    expect((await ask(lead, id)).body).toMatchObject({ type: 'proposals.wrong-state', status: 409 });
  });

  it('upholds the decision with a reason, and that is all', async () => {
    const { lead, committee } = congress;
    const id = await notFiled();
    done(await ask(lead, id));
    expect((await ask(lead, id)).body).toMatchObject({ type: 'proposals.request-open', status: 409 });
    expect((await answer(committee, id, { outcome: 'NOT_FILED' })).body).toMatchObject({ type: 'proposals.reason-required', status: 422 });
    done(await answer(committee, id, { outcome: 'NOT_FILED', reason: 'The rule is clear.' }));
    expect(await pageOf(id)).toMatchObject({ state: 'NOT_FILED', docketNo: null, review: { reason: 'The rule is clear.' } });
    expect((await ask(lead, id)).body).toMatchObject({ type: 'proposals.decision-final', status: 409 });
  });

  it('is for its lead to ask with a reason, in time, and for the committee to answer', async () => {
    const { lead, committee, seconders, handler } = congress;
    const id = await notFiled();
    for (const who of [committee, seconders[0]!, handler])
      expect((await ask(who, id)).body).toMatchObject({ type: 'proposals.not-the-lead-proposer', status: 403 });
    expect((await ask(lead, id, { reason: ' ' })).body).toMatchObject({ type: 'proposals.reason-required', status: 422 });
    stage.setClock(new Date(Date.now() + 4 * 86_400_000));
    expect((await ask(lead, id)).body).toMatchObject({ type: 'proposals.reconsideration-too-late', status: 409 });
    stage.setClock(null);
    done(await ask(lead, id));
    for (const who of [lead, seconders[0]!])
      expect((await answer(who, id, { outcome: 'FILED' })).body).toMatchObject({ type: 'proposals.not-the-committee', status: 403 });
  });
});

describe('withdrawal by all joint proposers', () => {
  it('is asked by the lead of what was merged, and comes about when every one consents', async () => {
    const { lead, committee, seconders } = congress;
    const [other] = seconders as [Person, ...Person[]];
    const master = await congress.submitted(callId);
    const child = done(await stage.as(other).post('/proposals', { callId, ...CONTENT })).id;
    const signers = [lead, seconders[1]!];
    done(await stage.as(other).post(`/proposals/${child}/invitations`, { memberIds: signers.map(({ id }) => id) }));
    for (const one of signers) done(await stage.as(one).decide(`/proposals/${child}/seconding`));
    done(await stage.as(other).decide(`/proposals/${child}/submission`));
    const consent = async (id: string, kind: string, reason: string, by: Person, wish: object) =>
      done(await stage.as(by).decide(`/proposals/${id}/requests`, { kind, reason, wish }));
    await consent(master, 'merge-consent', 'Alike.', committee, { childIds: [child] });
    for (const who of [lead, other]) {
      const [own] = (await requestsOf(who, master)).items.filter(({ outcomes }: { outcomes: string[] }) => outcomes.length > 0);
      done(
        await stage.as(who).post(`/proposals/${own.proposal.id}/requests/${own.id}/answer`, { version: own.version, outcome: 'CONSENTED' }),
      );
    }
    expect((await stage.as(lead).decide(`/proposals/${master}/withdrawal`, { reason: 'Solved.' })).body).toMatchObject({
      type: 'proposals.others-matter-too',
    });
    await consent(master, 'withdrawal-consent', 'Solved meanwhile.', lead, {});
    const [asked] = (await requestsOf(other, master)).items.filter(({ kind }: { kind: string }) => kind === 'withdrawal-consent');
    done(await stage.as(other).post(`/proposals/${master}/requests/${asked.id}/answer`, { version: asked.version, outcome: 'CONSENTED' }));
    expect(await pageOf(master)).toMatchObject({ state: 'WITHDRAWN', withdrawal: { reason: 'Solved meanwhile.' } });
    const [withdrawn] = (await stage.eventsOf(master)).filter(({ name }) => name === 'proposals.proposal-withdrawn.v1');
    expect(withdrawn!.data['seconderIds']).toEqual(expect.arrayContaining([other.id, seconders[1]!.id]));
  });
});
