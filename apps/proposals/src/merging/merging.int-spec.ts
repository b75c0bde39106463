import { aCongress, CONTENT, type Congress, done, step } from '../testing/congress.js';
import type { RequestItem } from '../requests/requests.responses.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let callId: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  callId = await congress.call();
});
afterEach(() => stage.setClock(null));

/** What a reader is shown of what was asked. */
type Requests = { readonly items: readonly RequestItem[]; readonly mayAsk: readonly string[] };
interface Led {
  readonly id: string;
  readonly lead: Person;
}

/** A submitted proposal of a lead of its own, seconded by two. */
async function submittedBy(name: string): Promise<Led> {
  const lead = await stage.person({ seat: 'DELEGATE', name });
  const [first, second] = congress.seconders as [Person, Person];
  const { id } = done(await stage.as(lead).post('/proposals', { callId, ...CONTENT, subject: `A matter of ${name}` }));
  done(await stage.as(lead).post(`/proposals/${id}/invitations`, { memberIds: [first.id, second.id] }));
  for (const one of [first, second]) done(await step(stage, one, id, 'seconding'));
  done(await step(stage, lead, id, 'submission'));
  return { id, lead };
}
const three = async (): Promise<readonly [Led, Led, Led]> => [
  await submittedBy('Anna'),
  await submittedBy('Bo'),
  await submittedBy('Chen'),
];

const propose = (master: Led, children: readonly Led[], more: object = {}, who = congress.committee) =>
  stage.as(who).decide(`/proposals/${master.id}/requests`, {
    kind: 'merge-consent',
    reason: 'They ask for the same.',
    wish: { childIds: children.map(({ id }) => id) },
    ...more,
  });
const requestsOf = async ({ id }: Led, who: Person): Promise<Requests> => done(await stage.as(who).get(`/proposals/${id}/requests`));
const openOf = async (it: Led) => (await requestsOf(it, it.lead)).items.find((one) => one.proposal.id === it.id && one.state === 'OPEN');
const answer = async (it: Led, outcome: string, reason?: string, who = it.lead) => {
  const { id, version } = (await openOf(it))!;
  return stage.as(who).post(`/proposals/${it.id}/requests/${id}/answer`, { outcome, reason, version });
};
const page = async ({ id }: Led, who: Person) => done(await stage.as(who).get(`/proposals/${id}`));
const undo = ({ id }: Led, reason = 'Two matters after all.', who = congress.committee) =>
  stage.as(who).decide(`/proposals/${id}/merging/undoing`, { reason });

async function merged(): Promise<readonly [Led, Led, Led]> {
  const all = await three();
  done(await propose(all[0], all.slice(1)));
  for (const one of all) done(await answer(one, 'CONSENTED'));
  return all;
}

/** The events of the master from the n-th on, with how often each person is among those told of each. */
async function toldSince({ id }: Led, from: number) {
  const events = (await stage.eventsOf(id)).slice(from);
  return events.map(({ name, data }) => {
    const memberIds = data['memberIds'] as string[];
    return { name, memberIds: [...memberIds].sort(), isOnce: new Set(memberIds).size === memberIds.length };
  });
}

describe('a merge of three leads, undone, done again', () => {
  it('leaves nobody untold, and tells nobody twice', async () => {
    const all = await three();
    const [master, b, c] = all;
    const [first, second] = congress.seconders as [Person, Person];
    const leads = all.map(({ lead }) => lead.id).sort();
    const everybody = [...leads, first.id, second.id].sort();
    const before = (await stage.eventsOf(master.id)).length;
    const beforeOfB = (await stage.eventsOf(b.id)).length;

    for (const round of [1, 2]) {
      expect(done(await propose(master, [b, c])).items).toHaveLength(3);
      expect((await page(b, b.lead)).allowedActions).not.toContain('withdraw');
      done(await answer(b, 'CONSENTED'));
      done(await answer(master, 'CONSENTED'));
      expect((await page(master, master.lead)).state).toBe('SUBMITTED');
      done(await answer(c, 'CONSENTED'));
      expect(await page(b, b.lead)).toMatchObject({ state: 'MERGED', signatures: [{ state: 'SIGNED' }, { state: 'SIGNED' }] });
      const into = await page(master, c.lead);
      expect(into).toMatchObject({ state: 'SUBMITTED', leadProposer: { id: master.lead.id } });
      if (round === 1) done(await undo(master));
    }

    const told = await toldSince(master, before);
    expect(told).toEqual([
      { name: 'proposals.merge-proposed.v1', memberIds: leads, isOnce: true },
      { name: 'proposals.proposals-merged.v1', memberIds: everybody, isOnce: true },
      { name: 'proposals.merge-undone.v1', memberIds: everybody, isOnce: true },
      { name: 'proposals.merge-proposed.v1', memberIds: leads, isOnce: true },
      { name: 'proposals.proposals-merged.v1', memberIds: everybody, isOnce: true },
    ]);
    expect((await stage.eventsOf(b.id)).slice(beforeOfB)).toEqual([]); // Of the merge they hear from the master alone.
    expect(await page(b, b.lead)).toMatchObject({ state: 'MERGED' });
    const kinds: readonly string[] = (await page(b, b.lead)).history.map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind) => /Merged|Brought/.test(kind))).toEqual([
      'ProposalMergedAway',
      'ProposalBroughtBack',
      'ProposalMergedAway',
    ]);
  });

  it('tells every author and seconder of what becomes of the master, once', async () => {
    const all = await merged();
    done(await step(stage, congress.committee, all[0].id, 'review', { outcome: 'FILED' }));
    const reviewed = (await stage.eventsOf(all[0].id)).find(({ name }) => name === 'proposals.proposal-reviewed.v1')!;
    const told = [reviewed.data['leadProposerId'], ...(reviewed.data['seconderIds'] as string[])].sort();
    expect(told).toEqual([...all.map(({ lead }) => lead.id), ...congress.seconders.slice(0, 2).map(({ id }) => id)].sort());
  });
});

describe('a merge that is proposed', () => {
  it('is read beside each other by its authors and the committee, and by nobody else', async () => {
    const [master, b, c] = await three();
    done(await propose(master, [b, c]));
    const read = (who: Person, it: Led) => stage.as(who).get(`/proposals/${it.id}/merging`);
    expect(done(await read(c.lead, b))).toMatchObject({
      state: 'PROPOSED',
      master: {
        id: master.id,
        subject: 'A matter of Anna',
        grounds: CONTENT.grounds,
        leadProposer: { name: 'Anna' },
        seconders: { length: 2 },
      },
      parts: [{ id: b.id }, { id: c.id }],
      jointProposers: [],
    });
    expect(done(await read(congress.committee, master)).parts).toHaveLength(2);
    expect((await read(congress.staff, b)).status).toBe(403);
    expect((await read(congress.handler, master)).status).toBe(403);
    const lonely = await submittedBy('Dana');
    expect((await read(lonely.lead, lonely)).status).toBe(404);
    expect((await read(congress.staff, lonely)).status).toBe(403);
  });

  it('shows who owes an answer by when, and offers it to them alone', async () => {
    const [master, b] = await three();
    done(await propose(master, [b]));
    const { items, mayAsk } = await requestsOf(master, b.lead);
    expect(mayAsk).toEqual([]);
    expect(items).toHaveLength(2);
    expect(items.find((one) => one.proposal.id === b.id)).toMatchObject({
      kind: 'merge-consent',
      state: 'OPEN',
      concerns: { length: 2 },
      owedBy: { who: 'lead-proposer', member: { name: 'Bo' } },
      dueOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      overdue: false,
      isClockStopped: false,
      askedBy: { name: 'Committee' },
      reason: 'They ask for the same.',
      answer: null,
      outcomes: ['CONSENTED', 'REFUSED'],
      reasonedOutcomes: ['REFUSED'],
      mayTakeBack: false,
    });
    expect(items.find((one) => one.proposal.id === master.id)?.outcomes).toEqual([]);
    const ofCommittee = await requestsOf(master, congress.committee);
    expect(ofCommittee.items.every((one) => one.mayTakeBack && one.outcomes.length === 0)).toBe(true);
    expect((await stage.as(congress.staff).get(`/proposals/${master.id}/requests`)).status).toBe(403);
  });

  it('stands in the way of review, assignment, withdrawal and another merge of any of them', async () => {
    const [master, b, c] = await three();
    done(await propose(master, [b]));
    const refused = { status: 409, body: { type: 'proposals.request-open', details: { request: 'merge-consent' } } };
    expect(await step(stage, congress.committee, b.id, 'review', { outcome: 'FILED' })).toMatchObject(refused);
    expect(await step(stage, master.lead, master.id, 'withdrawal', { reason: 'Solved.' })).toMatchObject(refused);
    expect(await propose(c, [b])).toMatchObject(refused);
    expect(await propose(b, [c])).toMatchObject(refused);
  });

  it('comes to nothing when one refuses with a reason: all leads are told, and it may be proposed again', async () => {
    const [master, b, c] = await three();
    done(await propose(master, [b, c]));
    expect((await answer(b, 'REFUSED')).body).toMatchObject({ type: 'proposals.reason-required' });
    done(await answer(b, 'REFUSED', 'Ours is about mornings.'));
    expect(await openOf(c)).toBeUndefined();
    expect((await stage.eventsOf(master.id)).at(-1)).toMatchObject({
      name: 'proposals.merge-ended.v1',
      data: { outcome: 'REFUSED', reason: 'Ours is about mornings.', endedBy: b.lead.id, memberIds: { length: 3 } },
    });
    expect((await page(b, b.lead)).allowedActions).toContain('withdraw');
    done(await propose(master, [c]));
  });

  it('is called off by the committee, whole', async () => {
    const [master, b] = await three();
    done(await propose(master, [b]));
    const { id, version } = (await openOf(b))!;
    expect((await stage.as(b.lead).delete(`/proposals/${b.id}/requests/${id}?version=${version}`)).status).toBe(403);
    done(await stage.as(congress.committee).delete(`/proposals/${b.id}/requests/${id}?version=${version}`));
    expect((await requestsOf(master, congress.committee)).items.map((one) => one.state)).toEqual(['TAKEN_BACK', 'TAKEN_BACK']);
    expect((await stage.eventsOf(master.id)).at(-1)).toMatchObject({ name: 'proposals.merge-ended.v1', data: { outcome: 'CALLED_OFF' } });
  });

  it('comes to nothing by silence, or about where the call says so', async () => {
    const [master, b] = await three();
    done(await propose(master, [b]));
    const [ownCall, usual] = [await congress.call({ mergeSilence: 'consents', mergeConsentWithin: { kind: 'days', n: 2 } }), callId];
    callId = ownCall;
    const [quietMaster, quiet] = await three();
    callId = usual;
    done(await propose(quietMaster, [quiet]));
    expect(await stage.settleSilence()).toBe(0);
    stage.setClock(new Date(Date.now() + 40 * 86_400_000));
    await stage.settleSilence();
    expect((await page(b, congress.committee)).state).toBe('SUBMITTED');
    expect((await stage.eventsOf(master.id)).at(-1)).toMatchObject({ data: { outcome: 'LAPSED', endedBy: null } });
    expect((await page(quiet, congress.committee)).state).toBe('MERGED');
    expect(await stage.settleSilence()).toBe(0);
  });
});

describe('refusals', () => {
  it('name what cannot be merged, and why', async () => {
    const [master, b, c] = await three();
    const because = async (children: readonly Led[], into = master) => (await propose(into, children)).body.details;
    done(await step(stage, b.lead, b.id, 'withdrawal', { reason: 'Solved.' }));
    expect(await because([b, c])).toEqual({ because: 'wrong-state', subjects: ['A matter of Bo'] });
    const [other] = await merged();
    expect(await because([other])).toEqual({ because: 'has-merged', subjects: ['A matter of Anna'] });
    expect(await because([master])).toMatchObject({ because: 'itself' });
    done(await step(stage, congress.committee, c.id, 'review', { outcome: 'FILED' }));
    expect(await because([c])).toEqual({ because: 'filed-into-unfiled', subjects: ['A matter of Chen'] });
    done(await step(stage, congress.committee, c.id, 'assignment', { leadUnitId: stage.logistics, assistingUnitIds: [] }));
    expect(await because([c])).toMatchObject({ because: 'wrong-state' });
    expect((await propose(c, [master])).body.type).toBe('proposals.wrong-state');
  });

  it('say nothing of other organisations, and nothing to others than the committee', async () => {
    const [master, b] = await three();
    const elsewhere = await stage.elsewhere();
    const stranger = await elsewhere.person({ office: 'PROPOSALS_COMMITTEE' });
    expect((await propose(master, [b], { version: 1 }, stranger)).status).toBe(404);
    expect((await propose(master, [b], {}, master.lead)).body.type).toBe('proposals.not-the-committee');
    expect((await propose(master, [{ id: '01920000-0000-7000-8000-000000000001', lead: b.lead }])).status).toBe(404);
    expect((await stage.as(stranger).get(`/proposals/${master.id}/merging`)).status).toBe(404);
    expect((await undo(master)).body.type).toBe('proposals.nothing-merged');
    expect((await undo(master, 'No.', master.lead)).status).toBe(403);
  });

  it('name the field of what is no request', async () => {
    const [master] = await three();
    const faults = async (more: object) => (await propose(master, [], more)).body.faults;
    expect(await faults({})).toEqual([{ field: 'wish.childIds', reason: 'not-a-list' }]);
    expect(await faults({ wish: { childIds: ['x'] } })).toEqual([{ field: 'wish.childIds.0', reason: 'not-an-id' }]);
    expect((await faults({ kind: 'a-wish' }))[0].field).toBe('kind');
    expect((await faults({ reason: 'x'.repeat(2001) }))[0].field).toBe('reason');
  });

  it('are outdated versions and second answers', async () => {
    const [master, b] = await three();
    expect((await propose(master, [b], { version: 1 })).body.type).toBe('proposals.outdated');
    expect((await propose(master, [b], { reason: ' ' })).body.type).toBe('proposals.reason-required');
    done(await propose(master, [b]));
    const { id, version } = (await openOf(b))!;
    const path = `/proposals/${b.id}/requests/${id}/answer`;
    expect((await stage.as(b.lead).post(path, { outcome: 'CONSENTED', version: version + 1 })).body.type).toBe('proposals.outdated');
    expect((await stage.as(master.lead).post(path, { outcome: 'CONSENTED', version })).status).toBe(403);
    expect((await stage.as(b.lead).post(path, { outcome: 'LAPSED', version })).body.type).toBe('proposals.no-such-outcome');
    expect((await stage.as(b.lead).post(`/proposals/${master.id}/requests/${id}/answer`, { outcome: 'CONSENTED', version })).status).toBe(
      404,
    );
    done(await stage.as(b.lead).post(path, { outcome: 'CONSENTED', version }));
    expect((await stage.as(b.lead).post(path, { outcome: 'CONSENTED', version: version + 1 })).body.type).toBe('proposals.request-settled');
  });
});
