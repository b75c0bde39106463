import { randomUUID } from 'node:crypto';
import { BallotSteps } from '../testing/ballot-steps.js';
import { type BallotHouse, Meeting, type Person, ballotHouse } from '../testing/ballot-house.js';
import { MixedVote } from '../testing/mixed-steps.js';
import { said, SEALED_RESOLUTION_RULES, SealedVote } from '../testing/sealed-steps.js';

jest.setTimeout(180_000);

/** The smallest groups that rules may tell of. */
const OF_FIVE = { ...SEALED_RESOLUTION_RULES, procedure: { turnoutGroup: 5, lateArrivals: 'admitted' } };

describe('the turnout', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  /** Seats the delegates of a meeting in delegations of these sizes. */
  async function delegations({ organisationId, sessionId, delegates }: Meeting, sizes: Readonly<Record<string, number>>): Promise<void> {
    let from = 0;
    for (const [name, size] of Object.entries(sizes)) {
      const delegationId = randomUUID();
      await house.tell('congress.delegation-formed.v1', delegationId, {
        organisationId,
        sessionId,
        delegationId,
        name,
        headMemberId: null,
      });
      for (const { id } of delegates.slice(from, from + size)) {
        await house.tell('congress.delegate-seated.v1', `${sessionId}/${id}`, {
          organisationId,
          sessionId,
          memberId: id,
          delegationId,
          kind: 'DELEGATE',
        });
      }
      from += size;
    }
  }

  it('is live for the hall, by channel and in all, and of delegations tells who is there and has a paper, never who voted', async () => {
    const meeting = await Meeting.of(house, { delegates: 16, present: 12 });
    await delegations(meeting, { Arts: 7, Sciences: 5, Clinic: 2, Library: 2 });
    const {
      organiser,
      delegates,
      tellers: [teller],
    } = meeting;
    const mixed = await MixedVote.ready(house, meeting, OF_FIVE);
    const turnout = async (as = delegates[0] as Person) =>
      (await mixed.vote.get(as, '/turnout')).body as Record<string, unknown> & { delegations: object[] };
    const [devices, papers, late] = [delegates.slice(0, 2), delegates.slice(7, 9), delegates[12] as Person];
    for (const voter of devices) await mixed.vote.register(voter);
    for (const voter of papers) await mixed.at('issued-papers', voter);
    const none = { inAll: null, sealed: null, paper: null };
    expect(await turnout()).toMatchObject({
      state: 'ROLL_FROZEN',
      channel: 'mixed',
      roll: 16,
      present: 12,
      issued: { inAll: 4, sealed: 2, paper: 2 },
      returned: none,
    });
    await mixed.vote.accepted(organiser, 'opening', {});
    await mixed.vote.vote(devices[0] as Person, [[1, 0, 0]]);
    expect(await turnout(teller)).toMatchObject({
      state: 'OPEN',
      issued: { inAll: 4, sealed: 2, paper: 2 },
      returned: { inAll: null, sealed: 1, paper: null },
    });
    await meeting.signIn(late);
    await mixed.at('issued-papers', late);
    const open = await turnout();
    expect(open).toMatchObject({ present: 13, issued: { inAll: 5, paper: 3 }, delegationsFrom: 5, delegationsNotTold: 3 });
    // The two small delegations are four together, so the larger of the others alone is told.
    expect(open.delegations).toEqual([{ delegationId: expect.any(String), name: 'Arts', roll: 7, present: 7, issued: 2 }]);
    await mixed.vote.accepted(teller, 'closing', { returned: 3 });
    expect(await turnout()).toMatchObject({ returned: { inAll: 4, sealed: 1, paper: 3 } });
  });

  it('of sealed papers is how many credentials stand on the board: who votes again is one', async () => {
    const meeting = await Meeting.of(house, { delegates: 3 });
    const vote = await (await SealedVote.named(house, meeting, 'resolution', { ...OF_FIVE, revote: true })).opened();
    const [voter] = meeting.delegates as [Person];
    for (const choice of [
      [1, 0, 0],
      [0, 1, 0],
    ])
      await vote.vote(voter, [choice]);
    expect((await vote.get(voter, '/turnout')).body).toMatchObject({
      issued: { inAll: 3, sealed: 3, paper: null },
      returned: { inAll: 1, sealed: 1, paper: null },
      delegations: [],
      delegationsNotTold: 1,
    });
  });

  it('of papers that went out as a number has none of a delegation', async () => {
    const meeting = await Meeting.of(house, { delegates: 6, present: 5 });
    await delegations(meeting, { All: 6 });
    const ballot = await (
      await BallotSteps.draftOf(house, meeting, {
        kind: 'resolution',
        channel: 'paper',
        rules: OF_FIVE,
        items: [{ id: 'plan', label: 'The plan' }],
      })
    ).named();
    const turnout = async () => (await ballot.get(meeting.organiser, '/turnout')).body as object;
    expect(await turnout()).toMatchObject({ present: 5, issued: { inAll: null, paper: null } });
    await ballot.accepted(meeting.organiser, 'opening', { issued: 4 });
    expect(await turnout()).toMatchObject({
      issued: { inAll: 4, sealed: null, paper: 4 },
      delegations: [{ name: 'All', roll: 6, present: 5, issued: null }],
    });
  });

  it('is there from the frozen roll on', async () => {
    const meeting = await Meeting.of(house);
    const ballot = await BallotSteps.draft(house, meeting, 'resolution');
    expect(said(await ballot.get(meeting.organiser, '/turnout'))).toBe('409 ballot.wrong-state');
    expect(said(await ballot.get(null, '/turnout'))).toBe('401 unauthenticated');
    await ballot.closed();
    expect((await ballot.get(meeting.delegates[0] as Person, '/turnout')).body).toMatchObject({
      state: 'CLOSED',
      present: 6,
      issued: { inAll: 6, sealed: null, paper: null },
    });
  });
});
