import { randomUUID } from 'node:crypto';
import type { EventData } from '@plenum/contracts';
import { aCongress, type Congress, done } from '../testing/congress.js';
import { type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let callId: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  callId = await congress.call();
});

type Decided = EventData<'ballot.motion-decided.v1'>;
const item = (proposalId: string | null, given: Partial<Decided['items'][number]> = {}) => ({
  id: 'a',
  label: 'A canteen',
  proposalId,
  yes: 48,
  no: 5,
  abstain: 3,
  needed: 29,
  passed: true,
  ...given,
});
const motion = (items: Decided['items'], ballotId: string = randomUUID()): Decided => ({
  organisationId: stage.organisationId,
  sessionId: stage.sessionId,
  ballotId,
  kind: 'resolution',
  title: 'Three matters',
  status: 'passed',
  items,
});
const annulled = ({ organisationId, sessionId, ballotId, kind, title }: Decided): EventData<'ballot.result-annulled.v1'> => ({
  organisationId,
  sessionId,
  ballotId,
  kind,
  title,
  reason: 'Ballots were forged.',
  declared: true,
});
const decisionsOf = async (id: string, who = congress.lead) => done(await stage.as(who).get(`/proposals/${id}`)).decisions;

describe('what a vote decides about a proposal', () => {
  it('is kept and shown with it, with the published figures, once however often it is told', async () => {
    const [id, other] = [await congress.submitted(callId), await congress.submitted(callId)];
    expect(await decisionsOf(id)).toEqual([]);
    const decided = motion([item(id), item(other, { id: 'b', label: 'A lift', yes: 20, no: 33, passed: false }), item(null, { id: 'c' })]);
    await stage.hear('ballot.motion-decided.v1', decided);
    await stage.hearAllAgain();
    expect(await decisionsOf(id)).toEqual([
      {
        ballotId: decided.ballotId,
        title: 'Three matters',
        label: 'A canteen',
        passed: true,
        yes: 48,
        no: 5,
        abstain: 3,
        needed: 29,
        at: expect.any(String),
        annulledBecause: null,
      },
    ]);
    expect(await decisionsOf(other)).toMatchObject([{ label: 'A lift', passed: false, yes: 20 }]);
    const audited = await stage.database.query(
      "SELECT actor_id, after FROM audit_trail WHERE subject_id = $1 AND action = 'keep-decision'",
      [id],
    );
    expect(audited).toEqual([{ actor_id: null, after: { ballotId: decided.ballotId, passed: true } }]);
  });

  it('is withdrawn with its ballot and stays readable; another vote stands beside it', async () => {
    const id = await congress.submitted(callId);
    const first = motion([item(id)]);
    await stage.hear('ballot.motion-decided.v1', first);
    await stage.hear('ballot.result-annulled.v1', annulled(first), 2);
    const again = motion([item(id, { yes: 30 })]);
    await stage.hear('ballot.motion-decided.v1', again);
    await stage.hearAllAgain();
    expect(await decisionsOf(id)).toMatchObject([
      { ballotId: first.ballotId, passed: true, annulledBecause: 'Ballots were forged.' },
      { ballotId: again.ballotId, yes: 30, annulledBecause: null },
    ]);
    expect(await stage.database.query("SELECT FROM audit_trail WHERE subject_id = $1 AND action = 'withdraw-decision'", [id])).toHaveLength(
      1,
    );
  });

  it('is withdrawn also where the annulment is heard of first', async () => {
    const id = await congress.submitted(callId);
    const decided = motion([item(id)]);
    await stage.hear('ballot.result-annulled.v1', annulled(decided), 2);
    await stage.hear('ballot.motion-decided.v1', decided, 1);
    expect(await decisionsOf(id)).toMatchObject([{ annulledBecause: 'Ballots were forged.' }]);
  });

  it('is nothing where the heads of delegations said which are excellent: the congress decided nothing by it', async () => {
    const id = await congress.submitted(callId);
    await stage.hear('ballot.motion-decided.v1', { ...motion([item(id)]), electorate: 'heads' });
    expect(await decisionsOf(id)).toEqual([]);
    await stage.hear('ballot.motion-decided.v1', { ...motion([item(id)]), electorate: 'delegates' });
    expect(await decisionsOf(id)).toMatchObject([{ passed: true }]);
  });

  it('is of the own organisation: what a ballot elsewhere says of a proposal is nothing', async () => {
    const id = await congress.submitted(callId);
    await stage.hear('ballot.motion-decided.v1', { ...motion([item(id)]), organisationId: randomUUID() });
    await stage.hear('ballot.motion-decided.v1', motion([item(randomUUID())]));
    expect(await decisionsOf(id)).toEqual([]);
  });
});
