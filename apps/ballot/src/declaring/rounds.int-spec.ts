import { type BallotHouse, Meeting, ballotHouse } from '../testing/ballot-house.js';
import { BallotSteps } from '../testing/ballot-steps.js';

describe('a further round', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  // Half or more of six is three: the printed candidate and the name written in both have them, and there is one seat.
  it('follows a tie at the last seat, once, and leaves the ballot before it alone', async () => {
    const meeting = await Meeting.of(house);
    const { organiser, tellers: [first, second], scrutineers: [scrutineer], delegates: [delegate] } = meeting;
    const rules = {
      quorum: { num: 2, den: 3, inclusive: true }, returnedLimit: 'issued', seats: 1, surplus: { rate: { num: 5, den: 100 }, min: 1 },
      elect: { num: 1, den: 2, inclusive: true, base: 'roll' }, tie: 'runoff', shortage: 'vacant', writeIns: 'free',
    };
    const election = await BallotSteps.draftOf(house, meeting, { kind: 'election', channel: 'paper', rules, candidates: [{ id: 'c1', label: 'One' }, { id: 'c2', label: 'Two' }] });
    await election.closed(6);
    const sheets = [1, 2, 3, 4, 5, 6].map((no) => (no > 3 ? { no, marks: {}, writeIns: ['王甲'] } : { no, marks: { c1: 'yes' } }));
    for (const teller of [first, second]) await election.enter(teller, sheets);
    for (const [officer, step] of [[first, 'name-matches'], [scrutineer, 'name-confirmations']] as const) await election.accepted(officer, step, { name: '王甲', canonical: '王甲', eligible: true });
    await election.accepted(first, 'count', {});
    expect((await election.post(organiser, 'next-round')).body).toMatchObject({ type: 'ballot.wrong-state' });
    for (const officer of [first, scrutineer]) await election.accepted(officer, 'signatures', {});
    await election.accepted(organiser, 'declaration');
    const before = (await election.get(organiser, '/result')).body;
    expect((await election.post(delegate ?? null, 'next-round')).body).toMatchObject({ type: 'ballot.not-an-organiser' });

    const created = await election.post(organiser, 'next-round');
    expect(created).toMatchObject({ status: 201, body: { state: 'RULES_ADOPTED', version: 1 } });
    const { id } = created.body as { id: string };
    expect(await election.post(organiser, 'next-round')).toMatchObject({ status: 409, body: { type: 'ballot.already-followed', details: { ballotId: id } } });
    expect((await house.send('get', `/ballots/${id}`, organiser)).body).toMatchObject({
      round: 'runoff', follows: election.id, followedBy: null, rules: { seats: 1 }, officers: [], counts: { roll: null },
      candidates: [{ id: 'c1', label: 'One' }, { id: 'w1', label: '王甲' }],
    });
    expect((await election.get(organiser)).body).toMatchObject({ follows: null, followedBy: id });
    expect((await house.send('patch', `/ballots/${id}`, organiser, { candidates: [{ id: 'c2', label: 'Two' }] })).body).toMatchObject({ type: 'ballot.rules-frozen' });
    expect((await election.get(organiser, '/result')).body).toEqual(before);
  });

  it('follows no result that is whole', async () => {
    const meeting = await Meeting.of(house);
    const plan = await (await BallotSteps.draft(house, meeting, 'resolution')).published();
    expect(await plan.post(meeting.organiser, 'next-round')).toMatchObject({ status: 409, body: { type: 'ballot.no-next-round' } });
  });
});
