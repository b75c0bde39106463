import { randomUUID } from 'node:crypto';
import { eventFaults } from '@plenum/contracts';
import { DAYS_SETTLED_BY, type DeadlineMatter } from '@plenum/proposals-domain';
import { aCongress, type Congress, CONTENT, done, REPLY } from '../testing/congress.js';
import { type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  await stage.database.query(
    "INSERT INTO directory_units (id, organisation_id, code, name, version) VALUES ($1, $2, 'library', 'Library', 1)",
    [LIBRARY, stage.organisationId],
  );
});
afterEach(() => stage.setClock(null));

const LIBRARY = randomUUID();
const BEFORE = '2032-02-01';
const WITHIN = { kind: 'days', n: 10, lastDay: 'as-it-falls' };

/** Something that waits for a day: on which proposal, and under the id of what it is published. */
interface Waiting {
  readonly proposalId: string;
  readonly publishedBy: string;
}

async function asked(): Promise<Waiting> {
  const proposalId = await congress.assigned(await congress.call({ reassignWithin: WITHIN }));
  const { id, version } = done(await stage.as(congress.handler).get(`/proposals/${proposalId}`)).handlings[0];
  const objection = { kind: 'objection', reason: 'It is not ours.', wish: { unitId: LIBRARY }, version };
  const made = await stage.as(congress.handler).post(`/proposals/${proposalId}/handlings/${id}/requests`, objection);
  const [{ id: publishedBy }] = done(made).items;
  return { proposalId, publishedBy };
}

async function replied(parts: object = {}): Promise<Waiting> {
  const proposalId = await congress.replied(await congress.call({ feedbackDue: WITHIN, ...parts }));
  return { proposalId, publishedBy: proposalId };
}

async function silent(): Promise<Waiting> {
  const waiting = await replied({ silencePolicy: 'explain' });
  stage.setClock(new Date(Date.now() + 20 * 86_400_000).toISOString());
  expect(await stage.settleFeedback()).toBeGreaterThan(0);
  return waiting;
}

async function promised(): Promise<Waiting> {
  const proposalId = await congress.assigned(await congress.call());
  const planned = { ...REPLY, resultCategory: 'PLANNED', promises: [{ promise: 'A second counter.', due: WITHIN }] };
  done(await stage.as(congress.handler).decide(`/proposals/${proposalId}/reply`, planned));
  const [{ id }] = done(await stage.as(congress.lead).get(`/proposals/${proposalId}/commitments`)).items;
  return { proposalId, publishedBy: id };
}

async function endorsing(): Promise<Waiting> {
  const head = await stage.person({ name: 'Head' });
  const delegationId = await stage.delegation(head);
  await stage.seat(head, delegationId);
  const people = await Promise.all(['Lead', 'One', 'Two'].map((name) => stage.person({ seat: 'DELEGATE', delegationId, name })));
  const [lead, ...others] = people as [(typeof people)[0], ...typeof people];
  const callId = await congress.call({ endorsement: 'head-of-delegation', endorsementWithin: WITHIN });
  const { id } = done(await stage.as(lead).post('/proposals', { callId, ...CONTENT }));
  done(await stage.as(lead).post(`/proposals/${id}/invitations`, { memberIds: others.map((one) => one.id) }));
  for (const one of others) done(await stage.as(one).decide(`/proposals/${id}/seconding`));
  done(await stage.as(lead).decide(`/proposals/${id}/submission`));
  return { proposalId: id, publishedBy: id };
}

/** Every matter whose days this worker settles: how it comes to be owed, and where its day is kept besides. */
const WAYS: Readonly<Record<Exclude<DeadlineMatter, 'reply' | 'contact'>, { make: () => Promise<Waiting>; keptIn: string | null }>> = {
  answer: { make: asked, keptIn: 'UPDATE requests SET due_on = $2 WHERE proposal_id = $1' },
  feedback: {
    make: replied,
    keptIn: `UPDATE replies SET feedback_due_on = $2 WHERE handling_id IN (SELECT id FROM handlings WHERE proposal_id = $1)`,
  },
  explanation: { make: silent, keptIn: null },
  commitment: { make: promised, keptIn: 'UPDATE commitments SET due_on = $2, first_due_on = $2 WHERE proposal_id = $1' },
  endorsement: {
    make: endorsing,
    keptIn: `UPDATE proposals SET endorsement = jsonb_set(endorsement::jsonb, '{dueOn}', to_jsonb($2::text)) WHERE id = $1`,
  },
};
const KEPT: Readonly<Partial<Record<string, string>>> = {
  answer: 'SELECT due_on AS day FROM requests WHERE proposal_id = $1',
  feedback: 'SELECT r.feedback_due_on AS day FROM replies r JOIN handlings h ON h.id = r.handling_id WHERE h.proposal_id = $1',
  commitment: 'SELECT due_on AS day FROM commitments WHERE proposal_id = $1 AND first_due_on = due_on',
  endorsement: `SELECT endorsement ->> 'dueOn' AS day FROM proposals WHERE id = $1`,
};

const rowOf = async (proposalId: string, matter: string) =>
  (
    await stage.database.query<{ due_on: string; provisional: boolean; remind_on: string | null; member_ids: string[]; unit_id: string }>(
      `SELECT due_on, provisional, remind_on, member_ids, unit_id, office FROM deadlines
       WHERE proposal_id = $1 AND matter = $2 AND met_at IS NULL`,
      [proposalId, matter],
    )
  )[0];

describe('a day that rests on holidays not announced', () => {
  it('is settled by somebody, whatever is owed by it', () => {
    const settled = Object.entries(DAYS_SETTLED_BY).flatMap(([matter, by]) => (by === 'work' ? [] : [matter]));
    expect(settled.sort()).toEqual(Object.keys(WAYS).sort());
  });

  it.each(Object.keys(WAYS) as (keyof typeof WAYS)[])('by which %s is owed is settled once, and told once', async (matter) => {
    const { make, keptIn } = WAYS[matter];
    const { proposalId, publishedBy } = await make();
    const was = await rowOf(proposalId, matter);
    expect(was).toMatchObject({ provisional: false });
    await stage.database.query(
      'UPDATE deadlines SET provisional = true, due_on = $2, remind_on = NULL WHERE proposal_id = $1 AND matter = $3 AND met_at IS NULL',
      [proposalId, BEFORE, matter],
    );
    if (keptIn) await stage.database.query(keptIn, [proposalId, BEFORE]);
    const heard = (await stage.eventsOf(publishedBy)).length;
    const settled = await Promise.all([stage.settleAnnouncedDays(), stage.settleAnnouncedDays()]);
    expect([settled[0]! + settled[1]!, await stage.settleAnnouncedDays()]).toEqual([1, 0]);
    expect(await rowOf(proposalId, matter)).toEqual(was);
    const kept = KEPT[matter];
    if (kept) expect(await stage.database.query(kept, [proposalId])).toEqual([{ day: was!.due_on }]);
    const told = (await stage.eventsOf(publishedBy)).slice(heard);
    expect(told.map(({ name, data }) => [name, data['matter']])).toEqual([
      ...(matter === 'answer' ? [['proposals.request-made.v1', undefined]] : []),
      ['proposals.deadline-set.v2', matter],
    ]);
    for (const { name, data } of told) expect(eventFaults(name, data)).toEqual([]);
  });

  it('by which nothing is owed any more is left as it is', async () => {
    const { proposalId, publishedBy } = await asked();
    await stage.database.query("UPDATE deadlines SET provisional = true WHERE proposal_id = $1 AND matter = 'answer'", [proposalId]);
    const [{ version }] = done(await stage.as(congress.committee).get(`/proposals/${proposalId}/requests`)).items;
    const said = { outcome: 'RETAINED', reason: 'It is.', version };
    done(await stage.as(congress.committee).post(`/proposals/${proposalId}/requests/${publishedBy}/answer`, said));
    expect(await stage.settleAnnouncedDays()).toBe(0);
  });
});
