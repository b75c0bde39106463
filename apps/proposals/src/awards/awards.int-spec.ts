import { randomUUID } from 'node:crypto';
import type { ReceivedEvent } from '@plenum/messaging';
import { type Congress, aCongress, done, step } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';
import { ReopenAwardsWhenAnnulled } from './awards.reactions.js';

let stage: Stage;
let congress: Congress;
let callId: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  callId = await congress.call();
});

interface Item {
  readonly id: string;
  readonly nomineeId: string;
  readonly state: string;
  readonly version: number;
}
const SAID = { criteria: ['feasible'], citation: 'Open within a month.' };
const listed = async (who: Person) => done(await stage.as(who).get(`/awards?sessionId=${stage.sessionId}`));
const awardOf = async (nomineeId: string): Promise<Item> =>
  (await listed(congress.committee)).items.find((item: Item) => item.nomineeId === nomineeId);
const nominate = (who: Person, nomineeId: string, parts: object = {}) =>
  stage.as(who).post('/awards', { sessionId: stage.sessionId, kind: 'PROPOSAL', nomineeId, ...SAID, ...parts });
const act = async (who: Person, nomineeId: string, deed: string, body: object = {}) => {
  const { id, version } = await awardOf(nomineeId);
  return stage.as(who).post(`/awards/${id}/${deed}`, { version, ...body });
};
const voted = (nomineeId: string, passed: boolean, ballotId: string = randomUUID(), isUnit = false) => {
  const counts = { yes: passed ? 9 : 1, no: passed ? 1 : 9, abstain: 0, needed: 6 };
  const { organisationId, sessionId } = stage;
  const ballot = { organisationId, sessionId, kind: 'resolution', title: 'Excellent proposals' } as const;
  const items = [
    { id: 'one', label: 'A canteen', proposalId: isUnit ? null : nomineeId, unitId: isUnit ? nomineeId : null, passed, ...counts },
  ];
  return stage.hear('ballot.motion-decided.v1', { ...ballot, ballotId, items, status: 'passed', electorate: 'heads' });
};

describe('the award list', () => {
  it('names what the committee awarded, for every member, and tells its authors', async () => {
    const { committee, staff, lead, seconders } = congress;
    const id = await congress.filed(callId);
    done(await nominate(committee, id));
    expect((await nominate(committee, id)).body.type).toBe('proposals.nominated-already');
    expect((await listed(staff)).items).toEqual([]);
    done(await act(committee, id, 'decision', { isAwarded: true }));
    expect(await listed(staff)).toMatchObject({
      items: [{ nomineeId: id, state: 'AWARDED', decidedBy: 'COMMITTEE', citation: SAID.citation, allowedActions: [] }],
      mayNominate: false,
    });
    const events = await stage.eventsOf((await awardOf(id)).id);
    expect(events).toMatchObject([{ name: 'proposals.award-announced.v1', data: { kind: 'PROPOSAL', unitId: null, proposalId: id } }]);
    expect(events[0]?.data.memberIds).toEqual([lead.id, ...seconders.slice(0, 2).map((one) => one.id)]);
    const { status, file } = await stage.download(staff, `/awards/awards.docx?sessionId=${stage.sessionId}`);
    expect([status, file.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  it('names units that answered, and no others', async () => {
    const { committee } = congress;
    const unit = { kind: 'UNIT', criteria: ['in-time'] };
    await congress.replied(callId);
    expect((await nominate(committee, stage.finance, unit)).body.type).toBe('proposals.not-to-be-nominated');
    expect((await nominate(committee, randomUUID(), unit)).body.type).toBe('proposals.unknown-unit');
    // Both of the committee, at the same moment.
    const at = await Promise.all([nominate(committee, stage.logistics, unit), nominate(committee, stage.logistics, unit)]);
    expect(at.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await act(committee, stage.logistics, 'decision', { isAwarded: false })).body.type).toBe('proposals.reason-required');
    done(await act(committee, stage.logistics, 'decision', { isAwarded: true }));
    const [event] = await stage.eventsOf((await awardOf(stage.logistics)).id);
    expect(event).toMatchObject({ data: { kind: 'UNIT', unitId: stage.logistics, memberIds: [], subject: null } });
  });

  it('takes nominations of heads of delegations where the call says so, and shows them theirs', async () => {
    const { committee, staff } = congress;
    const head = await stage.person({ seat: 'DELEGATE', name: 'Head of a delegation' });
    await stage.delegation(head);
    const closed = await congress.filed(callId);
    expect((await nominate(head, closed)).body.type).toBe('proposals.not-the-committee');
    const open = await congress.filed(await congress.call({ awardNominators: 'committee-and-heads' }));
    expect((await nominate(staff, open)).body.type).toBe('proposals.not-the-committee');
    // What its own call leaves to the committee stays there, whatever another call of the session says.
    expect((await nominate(head, closed)).body.type).toBe('proposals.not-the-committee');
    done(await nominate(head, open));
    expect((await nominate(committee, open)).body.type).toBe('proposals.nominated-already');
    const seen = await listed(head);
    expect(seen.mayNominate).toBe(true);
    expect(seen.items.filter(({ state }: Item) => state === 'NOMINATED')).toMatchObject([{ nomineeId: open, allowedActions: [] }]);
    expect((await act(head, open, 'decision', { isAwarded: true })).body.type).toBe('proposals.not-the-committee');
    expect((await act(head, open, 'vote')).body.type).toBe('proposals.not-the-committee');
    expect((await listed(staff)).items.some(({ nomineeId }: Item) => nomineeId === open)).toBe(false);
    expect((await listed(staff)).mayNominate).toBe(false);
  });

  it('follows the vote on a unit as on a proposal', async () => {
    const { committee } = congress;
    await stage.asOwner(`DELETE FROM awards WHERE nominee_id = '${stage.logistics}'`);
    done(await nominate(committee, stage.logistics, { kind: 'UNIT', criteria: ['in-time'] }));
    done(await act(committee, stage.logistics, 'vote'));
    await voted(stage.logistics, true, randomUUID(), true);
    expect(await awardOf(stage.logistics)).toMatchObject({ state: 'AWARDED', decidedBy: 'VOTE' });
  });

  it('follows the vote on what was put to it, until the ballot is annulled', async () => {
    const { committee } = congress;
    const [one, other] = [await congress.filed(callId), await congress.filed(callId)];
    for (const id of [one, other]) {
      done(await nominate(committee, id));
      done(await act(committee, id, 'vote'));
    }
    const ballotId = randomUUID();
    await voted(one, true, ballotId);
    await voted(other, false);
    expect(await awardOf(one)).toMatchObject({ state: 'AWARDED', decidedBy: 'VOTE' });
    expect(await awardOf(other)).toMatchObject({ state: 'DECLINED', decidedBy: 'VOTE' });
    const { organisationId, sessionId } = stage;
    const annulled = {
      organisationId,
      sessionId,
      ballotId,
      kind: 'resolution',
      title: 'Excellent proposals',
      reason: 'Counted twice.',
      declared: true,
    } as const;
    await stage.hear('ballot.result-annulled.v1', annulled, 2);
    expect(await awardOf(one)).toMatchObject({ state: 'VOTING', decidedBy: null });
    expect((await stage.eventsOf((await awardOf(one)).id)).map(({ name }) => name)).toEqual([
      'proposals.award-announced.v1',
      'proposals.award-withdrawn.v1',
    ]);
    await voted(one, false);
    expect(await awardOf(one)).toMatchObject({ state: 'DECLINED' });
  });

  it('waits for another vote also where its annulment is heard of first, by whichever reaction', async () => {
    const { committee } = congress;
    const { organisationId, sessionId, database } = stage;
    const id = await congress.filed(callId);
    done(await nominate(committee, id));
    done(await act(committee, id, 'vote'));
    const ballotId = randomUUID();
    const ballot = { organisationId, sessionId, ballotId, kind: 'resolution', title: 'Excellent proposals' } as const;
    const data = { ...ballot, reason: 'Counted twice.', declared: true };
    const heard = { data } as unknown as ReceivedEvent<'ballot.result-annulled.v1'>;
    await database.transaction((tx) => stage.get(ReopenAwardsWhenAnnulled).react(heard, tx));
    await voted(id, true, ballotId);
    expect(await awardOf(id)).toMatchObject({ state: 'VOTING', decidedBy: null });
    await stage.hear('ballot.result-annulled.v1', data, 2);
    const withdrawn = "SELECT FROM audit_trail WHERE subject_id = $1 AND action = 'withdraw-decision'";
    expect(await database.query(withdrawn, [id])).toEqual([]);
  });

  it('is refused to whoever it is not for, and never names what is confidential', async () => {
    const { committee, lead, staff } = congress;
    const id = await congress.filed(callId);
    expect((await nominate(lead, id)).body.type).toBe('proposals.not-the-committee');
    expect((await nominate(committee, await congress.submitted(callId))).body.type).toBe('proposals.not-to-be-nominated');
    for (const wrong of [{ criteria: [] }, { criteria: ['pretty'] }, { citation: '' }, { kind: 'PERSON' }])
      expect((await nominate(committee, id, wrong)).body).toMatchObject({ status: 400 });
    expect((await nominate(committee, id, { criteria: ['in-time'] })).body.type).toBe('proposals.incomplete');
    done(await nominate(committee, id));
    expect((await act(staff, id, 'decision', { isAwarded: true })).body.type).toBe('proposals.not-the-committee');
    expect((await act(committee, id, 'decision', { isAwarded: true, version: 7 })).body.type).toBe('proposals.outdated');
    done(await act(committee, id, 'decision', { isAwarded: true }));
    const { version } = done(await stage.as(lead).get(`/proposals/${id}`));
    done(await stage.as(lead).put(`/proposals/${id}/confidentiality`, { isConfidential: true, reason: null, version }));
    expect((await listed(staff)).items.some(({ nomineeId }: Item) => nomineeId === id)).toBe(false);
    const foreigner = await (await stage.elsewhere()).person({ office: 'PROPOSALS_COMMITTEE' });
    expect((await stage.as(foreigner).get(`/awards?sessionId=${stage.sessionId}`)).status).toBe(404);
    expect((await step(stage, staff, id, 'withdrawal', {})).status).toBe(403);
  });
});
