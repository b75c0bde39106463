import { type BallotHouse, Meeting, type Person, ballotHouse, staffNoOf } from '../testing/ballot-house.js';
import { BallotSteps, decidingOn } from '../testing/ballot-steps.js';

const withNumber = (name: string, person: Person): string => `${name} (${staffNoOf(person)})`;

describe('seats that the count left open', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  const rulesWith = (more: object) => ({
    quorum: { num: 2, den: 3, inclusive: true },
    returnedLimit: 'issued',
    seats: 3,
    surplus: { rate: { num: 5, den: 100 }, min: 1 },
    elect: { num: 1, den: 2, inclusive: false, base: 'roll' },
    tie: 'runoff',
    writeIns: 'none',
    ...more,
  });

  /** Five of six papers for the first of four candidates: one elected, two of three seats open; published. */
  async function short(meeting: Meeting, more: object): Promise<BallotSteps> {
    const candidates = [1, 2, 3, 4].map((n) => ({ id: `c${n}`, label: `Number ${n}` }));
    const election = await BallotSteps.draftOf(house, meeting, { kind: 'election', channel: 'paper', rules: rulesWith(more), candidates });
    await election.closed(5);
    for (const teller of meeting.tellers.slice(0, 2))
      await election.enter(
        teller,
        [1, 2, 3, 4, 5].map((no) => ({ no, marks: { c1: 'yes' } })),
      );
    await election.accepted(meeting.tellers[0], 'count', {});
    for (const officer of [meeting.scrutineers[0], meeting.tellers[0]]) await election.accepted(officer, 'signatures', {});
    return election;
  }

  it('are decided by the presidium, each once; a supplementary ballot that it asks for is created and linked', async () => {
    const meeting = await Meeting.of(house);
    const {
      organiser,
      scrutineers: [scrutineer],
      delegates,
    } = meeting;
    const election = await short(meeting, { shortage: 'presidium' });
    const reduce = { what: 'reduce-seats', seats: 1, text: '减少委员名额一名。' };
    expect((await election.post(organiser, 'vacancies', reduce)).body).toMatchObject({ type: 'ballot.wrong-state' });
    await election.accepted(organiser, 'declaration');
    expect(await election.post(scrutineer, 'vacancies', reduce)).toMatchObject({ status: 403, body: { type: 'ballot.not-an-organiser' } });
    expect(await election.post(organiser, 'vacancies', { ...reduce, text: '' })).toMatchObject({ status: 400 });
    expect((await election.post(organiser, 'next-round')).body).toMatchObject({ type: 'ballot.no-next-round' });
    expect((await election.get(organiser, '/result')).body).toMatchObject({
      seats: { open: 2, decidable: ['leave-vacant', 'reduce-seats', 'refer', 'supplementary'] },
    });
    await election.accepted(organiser, 'vacancies', reduce);
    // The same request again decides about no further seat.
    expect(await election.post(organiser, 'vacancies', reduce)).toMatchObject({ status: 409, body: { type: 'ballot.already-decided' } });
    expect(await election.post(organiser, 'vacancies', { ...reduce, text: ' ' })).toMatchObject({ status: 400 });
    const [known, namesake] = delegates as [Person, Person];
    const named = [
      { id: 'c2', label: 'Number 2' },
      { id: 'c9', label: 'Nine', memberId: known.id },
      { id: 'c8', label: 'nine', memberId: namesake.id },
    ];
    const fill = { what: 'supplementary', text: '另行选举，补选一名。', candidates: named };
    expect(
      (await election.post(organiser, 'vacancies', { ...fill, candidates: [{ id: 'x', label: 'X', memberId: meeting.person().id }] })).body,
    ).toMatchObject({ type: 'ballot.candidate-unknown' });
    // Two of one name whom nothing tells apart stand on no paper; members are told apart by their numbers.
    expect(
      (
        await election.post(organiser, 'vacancies', {
          ...fill,
          candidates: [
            { id: 'x', label: 'Nine' },
            { id: 'y', label: 'NINE' },
          ],
        })
      ).body,
    ).toMatchObject({ type: 'ballot.names-alike', details: { names: ['Nine', 'NINE'] } });
    await election.accepted(organiser, 'vacancies', fill);
    expect(await election.post(organiser, 'vacancies', fill)).toMatchObject({ status: 409, body: { type: 'ballot.already-decided' } });
    expect((await election.get(delegates[0] ?? null, '/result')).body).toMatchObject({
      outcome: { status: 'decided', vacant: 2, shortage: 'presidium' },
      seats: { elected: [{ id: 'c1', byLot: false }], vacant: 2, decided: 2, open: 0, decidable: [] },
      decisions: [
        { ...reduce, candidates: [], by: organiser.id, at: expect.any(String) },
        { what: 'supplementary', seats: 1, text: fill.text },
      ],
    });

    const answers = await Promise.all([1, 2, 3].map(() => election.post(organiser, 'next-round')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const { id } = answers.find(({ status }) => status === 201)?.body as { id: string };
    expect((await house.send('get', `/ballots/${id}`, organiser)).body).toMatchObject({
      round: 'supplementary',
      follows: election.id,
      rules: { seats: 1 },
      officers: [],
      counts: { roll: null },
      candidatesNeeded: null,
      candidates: [
        { id: 'c2', label: 'Number 2', memberId: null },
        { id: 'c9', label: withNumber('Nine', known), memberId: known.id },
        { id: 'c8', label: withNumber('nine', namesake), memberId: namesake.id },
      ],
    });
    expect((await house.change('patch', `/ballots/${id}`, organiser, { candidates: [named[0]] })).body).toMatchObject({
      type: 'ballot.candidates-carried',
    });
    await expect(house.database.query("UPDATE ballots SET decisions = '[]' WHERE id = $1", [election.id])).rejects.toThrow(
      'a decision is final',
    );
  });

  it('get a supplementary round that asks for nominations, and opens only with them', async () => {
    const meeting = await Meeting.of(house);
    const { organiser, officers } = meeting;
    const election = await short(meeting, { shortage: 'supplementary', supplementary: { extra: 2, elect: null } });
    await election.accepted(organiser, 'declaration');
    expect((await election.post(organiser, 'vacancies', { what: 'refer', text: 'No.' })).body).toMatchObject({
      type: 'ballot.nothing-to-decide',
    });
    const { id } = (await election.post(organiser, 'next-round')).body as { id: string };
    const round = async (step: string, body?: object) =>
      house.send('post', `/ballots/${id}/${step}`, organiser, await decidingOn(house, meeting, id, step, body));
    await round('roll');
    await round('officers', officers);
    expect((await round('opening', {})).body).toMatchObject({ type: 'ballot.too-few-candidates', details: { listed: 3, needed: 4 } });
    const page = (await house.send('get', `/ballots/${id}`, organiser)).body as { candidates: object[]; candidatesNeeded: number };
    expect(page).toMatchObject({ candidatesNeeded: 4, candidates: [{ id: 'c2' }, { id: 'c3' }, { id: 'c4' }] });
    await house.change('patch', `/ballots/${id}`, organiser, { candidates: [...page.candidates, { id: 'c5', label: 'Nominated' }] });
    expect((await round('opening', {})).body).toMatchObject({ state: 'OPEN' });
  });
});
