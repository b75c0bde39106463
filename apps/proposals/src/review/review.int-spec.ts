import { randomUUID } from 'node:crypto';
import type { EventData } from '@plenum/contracts';
import { type Congress, aCongress, done, step } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let presidium: Person;
let callId: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  presidium = await started.person({ office: 'PRESIDIUM', name: 'Presidium' });
  callId = await congress.call();
});

const pageOf = async (id: string, who: Person = congress.committee) => done(await stage.as(who).get(`/proposals/${id}`));
const review = (id: string, said: object, who = congress.committee) => step(stage, who, id, 'review', said);
const decide = (id: string, said: object, who = presidium) => step(stage, who, id, 'presidium-decision', said);
const leftToPresidium = async (): Promise<string> => {
  const id = await congress.submitted(callId);
  done(await review(id, { outcome: 'PRESIDIUM', reason: 'The committee does not agree.' }));
  return id;
};
const namesOf = async (id: string) => (await stage.eventsOf(id)).map(({ name }) => name.replace(/^proposals\.|\.v\d$/g, ''));

describe('a review in two steps', () => {
  it('keeps who sat and what they thought for the offices, and decides at the last', async () => {
    const id = await congress.submitted(await congress.call({ reviewSteps: [{ name: 'First' }, { name: 'Final' }] }));
    const [sat] = congress.seconders;
    const first = { outcome: 'NOT_FILED', metOn: '2026-03-02', present: [congress.committee.id, sat!.id], opinion: 'Not ours.' };
    expect(done(await review(id, first))).toMatchObject({ state: 'SUBMITTED', docketNo: null });
    expect((await pageOf(id)).review).toBeNull();
    expect(done(await review(id, { outcome: 'FILED' }))).toMatchObject({ state: 'FILED', docketNo: expect.stringMatching(/^7-2-/) });
    const page = await pageOf(id);
    expect(page.reviewSteps).toMatchObject([
      { body: 'COMMITTEE', metOn: '2026-03-02', opinion: 'Not ours.', outcome: 'NOT_FILED', decides: false, concerned: [{ id: sat!.id }] },
      { outcome: 'FILED', decides: true, present: [{ id: congress.committee.id, name: 'Committee' }] },
    ]);
    expect(page.call).toMatchObject({ reviewSteps: ['First', 'Final'] });
    expect(await pageOf(id, congress.lead)).toMatchObject({ review: { outcome: 'FILED', body: 'COMMITTEE' }, reviewSteps: [] });
    expect(JSON.stringify(await pageOf(id, sat))).not.toContain('Not ours.');
    expect((await namesOf(id)).filter((name) => name === 'proposal-reviewed')).toHaveLength(1);
  });

  it('is refused with a day that is none or is not over, and with people who do not work here', async () => {
    const id = await congress.submitted(callId);
    const refusal = async (said: object) => (await review(id, { outcome: 'FILED', ...said })).body;
    expect(await refusal({ metOn: '2026-02-30' })).toMatchObject({ status: 400, faults: [{ field: 'metOn', reason: 'no-such-date' }] });
    expect(await refusal({ metOn: '2999-01-01' })).toMatchObject({ type: 'proposals.meeting-in-the-future', status: 422 });
    expect(await refusal({ present: [randomUUID()] })).toMatchObject({ type: 'proposals.unknown-member', status: 422 });
    expect(await refusal({ present: [] })).toMatchObject({ status: 400 });
    expect(await pageOf(id)).toMatchObject({ state: 'SUBMITTED', reviewSteps: [] });
  });
});

describe('what the committee leaves to the presidium', () => {
  it('is filed by it under the next docket number, and asked of it until then', async () => {
    const id = await leftToPresidium();
    const asked = async () =>
      done(await stage.as(presidium).get('/owed')).items.filter(({ proposalId }: { proposalId: string }) => proposalId === id);
    expect(await asked()).toMatchObject([{ matter: 'decide' }]);
    expect(done(await decide(id, { outcome: 'FILED', opinion: 'It is ours.' }))).toMatchObject({ state: 'FILED' });
    expect(await asked()).toEqual([]);
    expect(await pageOf(id, congress.lead)).toMatchObject({
      review: { body: 'PRESIDIUM', outcome: 'FILED' },
      docketNo: expect.any(String),
    });
    expect(await namesOf(id)).toEqual(expect.arrayContaining(['proposal-reviewed', 'presidium-decided']));
  });

  it('is decided by nobody else, with a reason where it is not filed, on what was read, once', async () => {
    const id = await leftToPresidium();
    const secretary = await stage.person({ office: 'SECRETARIAT' });
    for (const who of [congress.committee, congress.lead, secretary])
      expect((await decide(id, { outcome: 'FILED' }, who)).body).toMatchObject({ status: 403, type: 'proposals.not-the-presidium' });
    expect((await decide(id, { outcome: 'NOT_FILED' })).body).toMatchObject({ type: 'proposals.reason-required' });
    expect((await decide(id, { outcome: 'FILED', version: 1 })).body).toMatchObject({ type: 'proposals.outdated' });
    expect((await decide(id, { outcome: 'RETURNED' })).body).toMatchObject({ status: 400 });
    done(await decide(id, { outcome: 'NOT_FILED', reason: 'Not ours.' }));
    expect((await decide(id, { outcome: 'FILED' })).body).toMatchObject({ type: 'proposals.wrong-state' });
    expect(await pageOf(id, congress.lead)).toMatchObject({ state: 'NOT_FILED', review: { reason: 'Not ours.' }, docketNo: null });
  });
});

describe('a motion', () => {
  type Decided = EventData<'ballot.motion-decided.v1'>;
  const voted = (proposalId: string, passed: boolean, ballotId: string = randomUUID()): Decided => ({
    organisationId: stage.organisationId,
    sessionId: stage.sessionId,
    ballotId,
    kind: 'resolution',
    title: 'The canteen',
    status: passed ? 'passed' : 'rejected',
    items: [{ id: 'a', label: 'A canteen', proposalId, yes: passed ? 40 : 10, no: 5, abstain: 3, needed: 29, passed }],
  });
  const proposed = async (): Promise<string> => {
    const id = await leftToPresidium();
    expect(done(await decide(id, { outcome: 'MOTION', reason: 'It changes the statutes.' }))).toMatchObject({ state: 'PRESIDIUM' });
    return id;
  };

  it.each([true, false])('comes back from the vote: adopted is %s', async (passed) => {
    const id = await proposed();
    expect(await pageOf(id)).toMatchObject({ isMotion: true });
    expect((await namesOf(id)).at(-1)).toBe('motion-proposed');
    expect((await decide(id, { outcome: 'MOTION' })).body).toMatchObject({ type: 'proposals.motion-pending', status: 409 });
    await stage.hear('ballot.motion-decided.v1', voted(id, passed));
    await stage.hearAllAgain();
    const page = await pageOf(id, congress.lead);
    expect(page).toMatchObject({
      state: passed ? 'FILED' : 'NOT_FILED',
      isMotion: false,
      review: { body: 'CONGRESS', outcome: passed ? 'FILED' : 'NOT_FILED' },
      decisions: [{ passed }],
    });
    expect(page.docketNo === null).toBe(!passed);
    expect((await namesOf(id)).filter((name) => name === 'presidium-decided')).toHaveLength(1);
  });

  it('is left alone by the vote of a ballot that was annulled before, and by one on what is no motion', async () => {
    const [id, other] = [await proposed(), await leftToPresidium()];
    const { items: _items, status: _status, ...ballot } = voted(id, true);
    await stage.hear('ballot.result-annulled.v1', { ...ballot, reason: 'Ballots were forged.', declared: true }, 2);
    await stage.hear('ballot.motion-decided.v1', voted(id, true, ballot.ballotId));
    await stage.hear('ballot.motion-decided.v1', voted(other, true));
    expect(await pageOf(id)).toMatchObject({ state: 'PRESIDIUM', isMotion: true });
    expect(await pageOf(other)).toMatchObject({ state: 'PRESIDIUM', isMotion: false });
  });
});

describe('many at once', () => {
  const itemsOf = (ids: readonly string[]) =>
    Promise.all(ids.map(async (proposalId) => ({ proposalId, version: (await pageOf(proposalId)).version as number })));

  it('are reviewed one by one: each that is refused is named and keeps no other from it', async () => {
    const ids = await Promise.all([0, 1, 2].map(() => congress.submitted(callId)));
    const [good, stale, filed] = await itemsOf(ids);
    done(await review(ids[2]!, { outcome: 'FILED' }));
    const gone = { proposalId: randomUUID(), version: 1 };
    const { results } = done(
      await stage.as(congress.committee).post('/proposals/reviews', {
        items: [{ ...stale!, version: stale!.version - 1 }, filed, gone, good],
        outcome: 'SUGGESTION',
      }),
    );
    expect(results).toMatchObject([
      { proposalId: ids[1], done: null, problem: { type: 'proposals.outdated', details: { current: stale!.version } } },
      { proposalId: ids[2], done: null, problem: { type: 'proposals.wrong-state' } },
      { proposalId: gone.proposalId, done: null, problem: { type: 'proposals.not-found' } },
      { proposalId: ids[0], done: { state: 'SUGGESTION' }, problem: null },
    ]);
    expect((await pageOf(ids[1]!)).state).toBe('SUBMITTED');
  });

  it('are assigned the same way, and to nobody by who may not', async () => {
    const ids = [await congress.filed(callId), await congress.submitted(callId)];
    const body = { items: await itemsOf(ids), leadUnitId: stage.logistics, assistingUnitIds: [stage.finance] };
    const assign = async (who: Person, said: object = {}) =>
      (await stage.as(who).post('/proposals/assignments', { ...body, ...said })).body;
    const forbidden = { done: null, problem: { type: 'proposals.not-the-committee' } };
    expect((await assign(congress.lead)).results).toMatchObject([forbidden, forbidden]);
    expect((await assign(congress.committee, { leadUnitId: randomUUID() })).results[0].problem.type).toBe('proposals.unknown-unit');
    expect((await assign(congress.committee)).results).toMatchObject([
      { proposalId: ids[0], done: { state: 'ASSIGNED' } },
      { proposalId: ids[1], problem: { type: 'proposals.wrong-state' } },
    ]);
  });

  it('are at most a hundred, each named once, on a version', async () => {
    const send = async (items: unknown) =>
      (await stage.as(congress.committee).post('/proposals/reviews', { items, outcome: 'FILED' })).status;
    const item = { proposalId: randomUUID(), version: 1 };
    expect(await send([])).toBe(400);
    expect(await send([item, item])).toBe(400);
    expect(await send([{ proposalId: item.proposalId }])).toBe(400);
    expect(await send([...Array(101).keys()].map(() => ({ proposalId: randomUUID(), version: 1 })))).toBe(400);
  });

  it('change nothing of one that fails in the middle, and go on with the next', async () => {
    const ids = await Promise.all([0, 1].map(() => congress.submitted(callId)));
    await stage.asOwner(
      `
        CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF NEW.proposal_id = '${ids[0]}' THEN RAISE EXCEPTION 'a failing disk'; END IF; RETURN NEW;
        END $$
      `,
      'CREATE TRIGGER refuse_one BEFORE INSERT ON review_steps FOR EACH ROW EXECUTE FUNCTION refuse_one()',
    );
    const { results } = done(
      await stage.as(congress.committee).post('/proposals/reviews', { items: await itemsOf(ids), outcome: 'FILED' }),
    );
    await stage.asOwner('DROP TRIGGER refuse_one ON review_steps', 'DROP FUNCTION refuse_one');
    expect(results).toMatchObject([{ problem: { type: 'fault' } }, { done: { state: 'FILED' } }]);
    expect(results[0].problem).not.toHaveProperty('details');
    expect(await pageOf(ids[0]!)).toMatchObject({ state: 'SUBMITTED', docketNo: null, reviewSteps: [] });
  });
});
