import { type BallotHouse, Meeting, type Person, ballotHouse, staffNoOf } from '../testing/ballot-house.js';
import { BallotSteps, decidingOn } from '../testing/ballot-steps.js';
import { said } from '../testing/sealed-steps.js';

const TWO_THIRDS = { num: 2, den: 3, inclusive: true };
const MORE_THAN_HALF_OF_ROLL = { num: 1, den: 2, inclusive: false, base: 'roll' };
const COMMITTEE_RULES = {
  quorum: TWO_THIRDS,
  returnedLimit: 'issued',
  seats: 3,
  surplus: { rate: { num: 5, den: 100 }, min: 1 },
  elect: MORE_THAN_HALF_OF_ROLL,
  tie: 'runoff',
  shortage: 'vacant',
  writeIns: 'none',
};
const CHAIR = { title: 'The chair', channel: 'paper', electorate: 'elected', rules: { ...COMMITTEE_RULES, seats: 1, surplus: null } };

describe('officers from the elected', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  let meeting: Meeting;
  let committee: BallotSteps;
  /** Two delegates and a member without a seat are elected; a third delegate is not. */
  let elected: readonly [Person, Person, Person];
  let beaten: Person;

  beforeAll(async () => {
    house = theHouse();
    meeting = await Meeting.of(house);
    const [one, two, four] = meeting.delegates as [Person, Person, Person];
    const outside = meeting.person();
    await meeting.register(outside);
    [elected, beaten] = [[one, two, outside], four];
    const candidates = [one, two, outside, four].map(({ id: memberId }, nth) => ({
      id: `c${nth + 1}`,
      label: `Number ${nth + 1}`,
      memberId,
    }));
    committee = await BallotSteps.draftOf(house, meeting, { kind: 'election', channel: 'paper', rules: COMMITTEE_RULES, candidates });
    await committee.closed(5);
    const marks = { c1: 'yes', c2: 'yes', c3: 'yes' };
    for (const teller of meeting.tellers.slice(0, 2))
      await committee.enter(
        teller,
        [1, 2, 3, 4, 5].map((no) => ({ no, marks })),
      );
    await committee.accepted(meeting.tellers[0], 'count', {});
    for (const officer of [meeting.scrutineers[0], meeting.tellers[0]]) await committee.accepted(officer, 'signatures', {});
    expect(said(await committee.post(meeting.organiser, 'second-stage', CHAIR))).toBe('409 ballot.wrong-state');
    await committee.accepted(meeting.organiser, 'declaration');
  }, 120_000);

  const step = async (id: string, name: string, body?: object, as = meeting.organiser) =>
    house.send('post', `/ballots/${id}/${name}`, as, await decidingOn(house, meeting, id, name, body));

  it('are elected by the elected alone, under rules of their own, linked with the committee', async () => {
    const { organiser, officers } = meeting;
    const { id } = (await committee.post(organiser, 'second-stage', CHAIR)).body as { id: string };
    expect((await house.send('get', `/ballots/${id}`, organiser)).body).toMatchObject({
      state: 'RULES_DRAFT',
      follows: committee.id,
      electorate: 'elected',
      rules: { seats: 1 },
      officers: [],
      candidates: elected.map(({ id: memberId }, nth) => ({ id: `e${nth + 1}`, label: `Number ${nth + 1}`, memberId })),
    });
    const wrong = { candidates: [{ id: 'x', label: 'Number 4', memberId: beaten.id }] };
    expect(said(await house.change('patch', `/ballots/${id}`, organiser, wrong))).toBe('422 ballot.not-among-elected');
    await step(id, 'adoption');
    expect((await step(id, 'roll')).body).toMatchObject({ state: 'ROLL_FROZEN' });
    expect(said(await step(id, 'officers', { ...officers, scrutineers: [elected[0].id], chiefScrutineer: elected[0].id }))).toBe(
      '409 ballot.officer-is-candidate',
    );
    await step(id, 'officers', officers);
    expect((await house.send('get', `/ballots/${id}`, organiser)).body).toMatchObject({ counts: { roll: 3 }, presentNow: 2 });

    await meeting.signIn(elected[0], false);
    expect((await step(id, 'opening', {})).body).toMatchObject({ type: 'ballot.no-quorum', details: { roll: 3, present: 1, needed: 2 } });
    for (const person of elected) await meeting.signIn(person);
    expect((await step(id, 'opening', {})).body).toMatchObject({ state: 'OPEN' });
    expect((await house.send('get', `/ballots/${id}`, organiser)).body).toMatchObject({ counts: { roll: 3, present: 3, issued: 3 } });

    expect((await step(id, 'closing', { returned: 3 })).body).toMatchObject({ state: 'CLOSED' });
    const [closed] = await house.database.query<{ reconciliation: object }>('SELECT reconciliation FROM ballots WHERE id = $1', [id]);
    expect(closed).toMatchObject({ reconciliation: { presentAtClose: 3 } });

    const second = await committee.post(organiser, 'second-stage', {
      ...CHAIR,
      title: 'The accountant',
      electorate: 'delegates',
      candidates: [elected[2].id],
    });
    expect(second.status).toBe(201);
    const { id: other } = second.body as { id: string };
    await step(other, 'adoption');
    await step(other, 'roll');
    expect((await house.send('get', `/ballots/${other}`, organiser)).body).toMatchObject({
      counts: { roll: 6 },
      electorate: 'delegates',
      candidates: [{ memberId: elected[2].id }],
    });
    expect((await committee.get(organiser)).body).toMatchObject({ followedBy: null, secondStages: [id, other] });
  });

  it('are elected again where the first attempt is annulled, by the same', async () => {
    const { organiser, officers } = meeting;
    for (const person of elected) await meeting.signIn(person);
    const { id } = (await committee.post(organiser, 'second-stage', { ...CHAIR, title: 'The publicity officer' })).body as { id: string };
    await step(id, 'adoption');
    await step(id, 'roll');
    await step(id, 'officers', officers);
    await step(id, 'opening', {});
    expect((await step(id, 'annulment', { reason: 'Papers were missing.' })).body).toMatchObject({ state: 'ANNULLED' });
    const again = await step(id, 'rerun');
    expect(again.status).toBe(201);
    const { id: second } = again.body as { id: string };
    expect((await step(second, 'roll')).body).toMatchObject({ state: 'ROLL_FROZEN' });
    expect((await house.send('get', `/ballots/${second}`, organiser)).body).toMatchObject({ electorate: 'elected', counts: { roll: 3 } });
  });

  it('have the vote, and stand, only where they did not lose it since', async () => {
    const { organiser } = meeting;
    await meeting.register(elected[1], 'RETAINED');
    expect(said(await committee.post(organiser, 'second-stage', { ...CHAIR, title: 'The deputy' }))).toBe(
      '422 ballot.candidate-ineligible',
    );
    const { id } = (
      await committee.post(organiser, 'second-stage', { ...CHAIR, title: 'The deputy', candidates: [elected[0].id, elected[2].id] })
    ).body as { id: string };
    await step(id, 'adoption');
    await step(id, 'roll');
    expect((await house.send('get', `/ballots/${id}`, organiser)).body).toMatchObject({
      counts: { roll: 2 },
      candidates: [{ memberId: elected[0].id }, { memberId: elected[2].id }],
    });
    await meeting.register(elected[1]);
  });

  it('register for a sealed vote when they are there, and nobody else does', async () => {
    const { organiser, officers, delegates } = meeting;
    const third = meeting.person();
    await meeting.register(third);
    for (const person of elected) await meeting.signIn(person);
    const { id } = (await committee.post(organiser, 'second-stage', { ...CHAIR, channel: 'sealed' })).body as { id: string };
    await step(id, 'adoption');
    await step(id, 'roll');
    await step(id, 'officers', { ...officers, scrutineers: [...officers.scrutineers, third.id] });
    const asking = async (person: Person): Promise<string> => said(await step(id, 'credentials', { publicCredential: '4' }, person));
    expect(await asking(delegates[4] as Person)).toBe('403 ballot.not-on-roll');
    expect(await asking(elected[2])).toBe('422 ballot.credential-refused');
    await meeting.signIn(elected[2], false);
    expect(await asking(elected[2])).toBe('409 ballot.not-present');
  });

  it('are told apart where one of the same name was elected in each of two rounds', async () => {
    const {
      organiser,
      scrutineers: [scrutineer],
      tellers: [first, second],
    } = meeting;
    const [wang, namesake] = elected;
    /** Five papers, each for one alone. */
    const won = async (election: BallotSteps, candidate: string): Promise<void> => {
      await election.closed(5);
      for (const teller of [first, second])
        await election.enter(
          teller,
          [1, 2, 3, 4, 5].map((no) => ({ no, marks: { [candidate]: 'yes' } })),
        );
      await election.accepted(first, 'count', {});
      for (const officer of [scrutineer, first]) await election.accepted(officer, 'signatures', {});
      await election.accepted(organiser, 'declaration');
    };
    const candidates = [
      { id: 'c1', label: 'Wang', memberId: wang.id },
      { id: 'c2', label: 'Li' },
      { id: 'c3', label: 'Zhao' },
    ];
    const election = await BallotSteps.draftOf(house, meeting, {
      kind: 'election',
      channel: 'paper',
      rules: { ...COMMITTEE_RULES, seats: 2, shortage: 'presidium' },
      candidates,
    });
    await won(election, 'c1');
    await election.accepted(organiser, 'vacancies', {
      what: 'supplementary',
      text: 'One more is elected.',
      candidates: [
        { id: 'c4', label: 'WANG', memberId: namesake.id },
        { id: 'c2', label: 'Li' },
      ],
    });
    await won(BallotSteps.following(house, meeting, ((await election.post(organiser, 'next-round')).body as { id: string }).id), 'c4');
    const { id } = (await election.post(organiser, 'second-stage', { ...CHAIR, title: 'The secretary' })).body as { id: string };
    expect((await house.send('get', `/ballots/${id}`, organiser)).body).toMatchObject({
      candidates: [{ label: `Wang (${staffNoOf(wang)})` }, { label: `WANG (${staffNoOf(namesake)})` }],
    });
  });

  it('are prepared once for a key, by an organiser, from those elected', async () => {
    const {
      organiser,
      scrutineers: [scrutineer],
    } = meeting;
    const once = () =>
      house.send(
        'post',
        `/ballots/${committee.id}/second-stage`,
        organiser,
        { ...CHAIR, title: 'Once' },
        { 'idempotency-key': 'b2f8a8a2-8f3e-4a55-9f2f-2f6c0f2b7c11' },
      );
    expect((await once()).body).toEqual((await once()).body);
    expect(said(await committee.post(scrutineer, 'second-stage', CHAIR))).toBe('403 ballot.not-an-organiser');
    expect(
      said(await house.send('post', `/ballots/${committee.id}/second-stage`, { ...organiser, organisationId: beaten.id }, CHAIR)),
    ).toBe('404 ballot.not-found');
    expect(said(await committee.post(organiser, 'second-stage', { ...CHAIR, candidates: [beaten.id] }))).toBe(
      '422 ballot.not-among-elected',
    );
    expect(said(await committee.post(organiser, 'second-stage', { ...CHAIR, electorate: 'staff' }))).toBe('400 malformed');
    expect(
      said(await house.send('post', '/ballots', organiser, { ...CHAIR, sessionId: meeting.sessionId, kind: 'election', candidates: [] })),
    ).toBe('400 malformed');
  });
});
