import { type Congress, aCongress, done, step } from '../testing/congress.js';
import { type Answer, type Person, type Stage, useStage } from '../testing/stage.js';

const RACERS = 20;
let stage: Stage;
let congress: Congress;
let delegates: readonly Person[];

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  delegates = await Promise.all([...Array(RACERS).keys()].map(() => stage.person({ seat: 'DELEGATE' })));
});

const codes = (answers: readonly Answer[]) => answers.map(({ status, body }) => (status < 300 ? 'done' : body.type)).sort();
const tally = (answers: readonly Answer[]) =>
  codes(answers).reduce<Record<string, number>>((counts, code) => ({ ...counts, [code]: (counts[code] ?? 0) + 1 }), {});

describe('twenty at once', () => {
  it('second one proposal: every signature counts, and each fact tells another number', async () => {
    const id = await congress.draft(await congress.call());
    done(await stage.as(congress.lead).post(`/proposals/${id}/invitations`, { memberIds: [] }));
    const answers = await Promise.all(delegates.map((one) => stage.as(one).decide(`/proposals/${id}/seconding`)));
    expect(tally(answers)).toEqual({ done: RACERS });
    expect(new Set(answers.map(({ body }) => body.version)).size).toBe(RACERS);
    const page = done(await stage.as(congress.lead).get(`/proposals/${id}`));
    expect(new Set(page.signatures.map(({ member }: { member: Person }) => member.id)).size).toBe(RACERS);
    const counts = (await stage.eventsOf(id))
      .filter(({ name }) => name === 'proposals.proposal-seconded.v1')
      .map(({ data }) => data['seconders']);
    expect(counts).toEqual([...Array(RACERS).keys()].map((nth) => nth + 1));
  });

  it('press of one and the same person leaves one signature', async () => {
    const id = await congress.draft(await congress.call());
    done(await stage.as(congress.lead).post(`/proposals/${id}/invitations`, { memberIds: [] }));
    const answers = await Promise.all(delegates.map(() => stage.as(delegates[0]!).decide(`/proposals/${id}/seconding`)));
    expect(tally(answers)).toEqual({ done: 1, 'proposals.already-seconded': RACERS - 1 });
  });

  it('submit one proposal: it is submitted once', async () => {
    const id = await congress.seconded(await congress.call());
    const answers = await Promise.all(delegates.map(() => stage.as(congress.lead).decide(`/proposals/${id}/submission`)));
    expect(tally(answers)).toEqual({ done: 1, 'proposals.wrong-state': RACERS - 1 });
    expect((await stage.eventsOf(id)).filter(({ name }) => name === 'proposals.proposal-submitted.v1')).toHaveLength(1);
  });

  it('take a signature back and submit: one of the two is done, and what is told is what stands', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await congress.seconded(await congress.call());
      const takeBack = () => stage.as(congress.seconders[0]!).delete(`/proposals/${id}/seconding`);
      const submit = () => stage.as(congress.lead).decide(`/proposals/${id}/submission`);
      const [back, submitted] = await Promise.all(round % 2 === 0 ? [takeBack(), submit()] : [submit(), takeBack()].reverse());
      expect([back!.status, submitted!.status].filter((status) => status < 300)).toHaveLength(1);
      const { state, signatures } = done(await stage.as(congress.lead).get(`/proposals/${id}`));
      const signed = signatures.filter((one: { state: string }) => one.state === 'SIGNED').length;
      expect([state, signed]).toEqual(submitted!.status < 300 ? ['SUBMITTED', 2] : ['SECONDING', 1]);
    }
  });

  it('file proposals: docket numbers are unique and without gaps, refusals in between take none', async () => {
    const callId = await congress.call();
    const ids = await Promise.all([...Array(RACERS).keys()].map(() => congress.submitted(callId)));
    const latest = async () =>
      Number(
        (
          await stage.database.query<{ latest: number }>(
            "SELECT coalesce(max(latest), 0)::int AS latest FROM number_counters WHERE series = 'PROPOSAL'",
          )
        )[0]!.latest,
      );
    const before = await latest();
    // Each is reviewed twice at once, so half of all reviews are refused while the counter is in use.
    const reviews = await Promise.all(
      [...ids, ...ids].map((id) => stage.as(congress.committee).decide(`/proposals/${id}/review`, { outcome: 'FILED' })),
    );
    expect(tally(reviews)).toEqual({ done: RACERS, 'proposals.wrong-state': RACERS });
    const numbers = reviews.flatMap(({ status, body }) => (status < 300 ? [body.docketNo] : [])).sort();
    expect(numbers).toEqual([...Array(RACERS).keys()].map((nth) => `7-2-${String(before + nth + 1).padStart(3, '0')}`));
    expect(await latest()).toBe(before + RACERS);
  });

  it('close, rate and reply: each happens once', async () => {
    const id = await congress.assigned(await congress.call());
    const race = (who: Person, deed: string, body: object) => Promise.all(delegates.map(() => step(stage, who, id, deed, body)));
    const once = { done: 1, 'proposals.wrong-state': RACERS - 1 };
    expect(tally(await race(congress.handler, 'reply', { text: 'Yes.', resultCategory: 'SOLVED', channel: 'WRITTEN' }))).toEqual(once);
    expect(tally(await race(congress.lead, 'rating', { attitude: 'SATISFIED', result: 'BASICALLY' }))).toEqual(once);
    expect(tally(await race(congress.committee, 'ending', {}))).toEqual(once);
  });
});
