import { type BallotHouse, Meeting, ownBallotHouse } from '../testing/ballot-house.js';
import { BallotSteps, ELECTION_RULES } from '../testing/ballot-steps.js';

describe('a further round', () => {
  const theHouse = ownBallotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  // Half or more of six is three: the printed candidate and the name written in both have them, and there is one seat.
  it('follows a tie at the last seat, once, and leaves the ballot before it alone', async () => {
    const meeting = await Meeting.of(house);
    const {
      organiser,
      tellers: [first, second],
      scrutineers: [scrutineer],
      delegates: [delegate],
    } = meeting;
    const rules = {
      quorum: { num: 2, den: 3, inclusive: true },
      returnedLimit: 'issued',
      seats: 1,
      surplus: { rate: { num: 5, den: 100 }, min: 1 },
      elect: { num: 1, den: 2, inclusive: true, base: 'roll' },
      tie: 'runoff',
      shortage: 'vacant',
      writeIns: 'free',
    };
    const election = await BallotSteps.draftOf(house, meeting, {
      kind: 'election',
      channel: 'paper',
      rules,
      candidates: [
        { id: 'c1', label: 'One' },
        { id: 'c2', label: 'Two' },
      ],
    });
    await election.closed(6);
    const sheets = [1, 2, 3, 4, 5, 6].map((no) => (no > 3 ? { no, marks: {}, writeIns: ['王甲'] } : { no, marks: { c1: 'yes' } }));
    for (const teller of [first, second]) await election.enter(teller, sheets);
    for (const [officer, step] of [
      [first, 'name-matches'],
      [scrutineer, 'name-confirmations'],
    ] as const)
      await election.accepted(officer, step, { name: '王甲', canonical: '王甲', eligible: true });
    await election.accepted(first, 'count', {});
    expect((await election.post(organiser, 'next-round')).body).toMatchObject({ type: 'ballot.wrong-state' });
    for (const officer of [first, scrutineer]) await election.accepted(officer, 'signatures', {});
    await election.accepted(organiser, 'declaration');
    const before = (await election.get(organiser, '/result')).body;
    expect((await election.post(delegate ?? null, 'next-round')).body).toMatchObject({ type: 'ballot.not-an-organiser' });

    const created = await election.post(organiser, 'next-round');
    expect(created).toMatchObject({ status: 201, body: { state: 'RULES_ADOPTED', version: 1 } });
    const { id } = created.body as { id: string };
    expect(await election.post(organiser, 'next-round')).toMatchObject({
      status: 409,
      body: { type: 'ballot.already-followed', details: { ballotId: id } },
    });
    expect((await house.send('get', `/ballots/${id}`, organiser)).body).toMatchObject({
      round: 'runoff',
      follows: election.id,
      followedBy: null,
      rules: { seats: 1 },
      officers: [],
      counts: { roll: null },
      candidates: [
        { id: 'c1', label: 'One' },
        { id: 'w1', label: '王甲' },
      ],
    });
    expect((await election.get(organiser)).body).toMatchObject({
      follows: null,
      followedBy: id,
      related: [{ id, title: 'A vote', state: 'RULES_ADOPTED', relation: 'next-round' }],
    });
    // Also to those who are told no more of it than that it is held.
    expect((await house.send('get', `/ballots/${id}`, delegate ?? null)).body).toMatchObject({
      state: 'RULES_ADOPTED',
      related: [{ id: election.id, state: 'DECLARED', relation: 'round-before' }],
    });
    expect((await house.change('patch', `/ballots/${id}`, organiser, { candidates: [{ id: 'c2', label: 'Two' }] })).body).toMatchObject({
      type: 'ballot.rules-frozen',
    });
    expect((await election.get(organiser, '/result')).body).toEqual(before);
  });

  it('follows no result that is whole', async () => {
    const meeting = await Meeting.of(house);
    const plan = await (await BallotSteps.draft(house, meeting, 'resolution')).published();
    expect(await plan.post(meeting.organiser, 'next-round')).toMatchObject({ status: 409, body: { type: 'ballot.no-next-round' } });
  });

  describe('of a result that is annulled', () => {
    const APPROVAL = { kind: 'days', n: 15, lastDay: 'as-it-falls' };
    const REASON = 'Papers were forged.';
    const today = '2026-03-02';
    let meeting: Meeting;
    beforeAll(async () => {
      house.startClock(`${today}T04:00:00.000Z`); // Noon in Shanghai: the day does not end in the midst of a test.
      meeting = await Meeting.of(house);
    });

    /** Two candidates level at the only seat: a declared result that asks for a run-off. */
    const tied = async (procedure: object = {}): Promise<BallotSteps> => {
      const rules = { ...ELECTION_RULES, elect: { num: 1, den: 2, inclusive: true, base: 'returned' }, writeIns: 'none', procedure };
      const candidates = meeting.delegates
        .slice(0, 2)
        .map(({ id: memberId }, nth) => ({ id: `c${nth + 1}`, label: `Number ${nth + 1}`, memberId }));
      const election = await (
        await BallotSteps.draftOf(house, meeting, { kind: 'election', channel: 'paper', rules, candidates })
      ).closed(4);
      for (const teller of meeting.tellers.slice(0, 2))
        await election.enter(
          teller,
          [1, 2, 3, 4].map((no) => ({ no, marks: { [no > 2 ? 'c1' : 'c2']: 'yes' } })),
        );
      await election.accepted(meeting.tellers[0], 'count', {});
      for (const officer of [meeting.tellers[0], meeting.scrutineers[0]]) await election.accepted(officer, 'signatures', {});
      await election.accepted(meeting.organiser, 'declaration');
      return election;
    };
    const runoffOf = async (election: BallotSteps): Promise<BallotSteps> =>
      BallotSteps.following(house, meeting, ((await election.post(meeting.organiser, 'next-round')).body as { id: string }).id);
    const annul = (ballot: BallotSteps, reason = REASON) => ballot.post(meeting.organiser, 'annulment', { reason });
    const stateOf = async (ballot: BallotSteps): Promise<string> => ((await ballot.get(meeting.organiser)).body as { state: string }).state;
    const told = ({ id }: BallotSteps) =>
      house.database.query<{ data: object }>(`SELECT data FROM outbox WHERE aggregate_id = $1 AND name = 'ballot.result-annulled.v1'`, [
        id,
      ]);
    const approve = (ballot: BallotSteps) => ballot.accepted(meeting.organiser, 'approval', { reference: '12', documentOn: today });

    it.each([
      ['prepared', (runoff: BallotSteps) => Promise.resolve(runoff), 'RULES_ADOPTED', false],
      ['open', (runoff: BallotSteps) => runoff.opened(), 'OPEN', false],
      ['counted', (runoff: BallotSteps) => runoff.tallied(), 'TALLIED', false],
      ['declared', (runoff: BallotSteps) => runoff.declared(), 'DECLARED', true],
    ] as const)('is annulled with it where it is %s, told, and not run again by itself', async (_, advance, state, declared) => {
      const election = await tied();
      const runoff = await advance(await runoffOf(election));
      expect(await stateOf(runoff)).toBe(state);
      expect((await annul(election)).body).toMatchObject({ id: election.id, state: 'ANNULLED' });
      expect((await runoff.get(meeting.organiser)).body).toMatchObject({
        state: 'ANNULLED',
        annulment: { reason: REASON, alongWith: election.id },
      });
      expect((await election.get(meeting.organiser)).body).toMatchObject({ annulment: { reason: REASON, alongWith: null } });
      expect(await told(runoff)).toMatchObject([{ data: { ballotId: runoff.id, reason: REASON, declared } }]);
      expect(await told(election)).toMatchObject([{ data: { ballotId: election.id, reason: REASON, declared: true } }]);
      expect((await annul(election)).body).toMatchObject({ status: 409, type: 'ballot.wrong-state' });
      expect((await annul(runoff)).body).toMatchObject({ status: 409, type: 'ballot.wrong-state' });
      expect((await runoff.post(meeting.organiser, 'rerun')).body).toMatchObject({
        status: 409,
        type: 'ballot.grounds-undone',
        details: { ballotIds: [election.id] },
      });
      expect(await election.post(meeting.organiser, 'rerun')).toMatchObject({ status: 201 });
    });

    it('keeps it from being annulled where the higher body approved the run-off, until that one is annulled by itself', async () => {
      const election = await tied({ approval: APPROVAL });
      const runoff = await (await runoffOf(election)).declared();
      await approve(runoff);
      expect((await annul(election)).body).toMatchObject({
        status: 409,
        type: 'ballot.followers-approved',
        details: { ballotIds: [runoff.id] },
      });
      expect([await stateOf(election), await stateOf(runoff), await told(election), await told(runoff)]).toEqual([
        'DECLARED',
        'APPROVED',
        [],
        [],
      ]);
      await runoff.accepted(meeting.organiser, 'annulment', { reason: 'The higher body took its approval back.' });
      await election.accepted(meeting.organiser, 'annulment', { reason: REASON });
      expect((await runoff.get(meeting.organiser)).body).toMatchObject({
        annulment: { reason: 'The higher body took its approval back.', alongWith: null },
      });
    });

    it('goes with a result that the higher body does not approve', async () => {
      const election = await tied({ approval: APPROVAL });
      const runoff = await (await runoffOf(election)).opened();
      await election.accepted(meeting.organiser, 'rejection', {
        reference: '13',
        documentOn: today,
        reason: 'A candidate was not eligible.',
      });
      expect((await runoff.get(meeting.organiser)).body).toMatchObject({
        state: 'ANNULLED',
        annulment: { reason: 'A candidate was not eligible.', alongWith: election.id },
      });
      expect((await runoff.post(meeting.organiser, 'rerun')).body).toMatchObject({ type: 'ballot.grounds-undone' });
    });

    it('is annulled also where it repeats an annulled one, and officers elected from its elected with it', async () => {
      const election = await tied();
      const first = await (await runoffOf(election)).opened();
      await first.accepted(meeting.organiser, 'annulment', { reason: 'The box was left alone.' });
      expect(await stateOf(election)).toBe('DECLARED');
      const again = await BallotSteps.following(
        house,
        meeting,
        ((await first.post(meeting.organiser, 'rerun')).body as { id: string }).id,
      ).declared();
      const chair = {
        title: 'The chair',
        channel: 'paper',
        electorate: 'delegates',
        rules: { ...ELECTION_RULES, surplus: null, writeIns: 'none' },
      };
      const stage = BallotSteps.following(
        house,
        meeting,
        ((await election.post(meeting.organiser, 'second-stage', chair)).body as { id: string }).id,
      );
      await again.accepted(meeting.organiser, 'annulment', { reason: REASON });
      // Nobody had heard of the draft.
      expect([await stateOf(election), await stateOf(stage), await told(stage)]).toEqual(['DECLARED', 'ANNULLED', []]);
      expect((await first.get(meeting.organiser)).body).toMatchObject({ annulment: { reason: 'The box was left alone.' } });
      expect((await stage.post(meeting.organiser, 'rerun')).body).toMatchObject({
        type: 'ballot.grounds-undone',
        details: { ballotIds: [again.id] },
      });
    });

    it('is either prepared before the annulment and goes with it, or not prepared', async () => {
      for (let times = 0; times < 3; times += 1) {
        const election = await tied();
        const [prepared, annulled] = await Promise.all([election.post(meeting.organiser, 'next-round'), annul(election)]);
        expect(annulled.status).toBe(200);
        if (prepared.status === 201)
          expect(await stateOf(BallotSteps.following(house, meeting, (prepared.body as { id: string }).id))).toBe('ANNULLED');
        else expect(prepared.body).toMatchObject({ status: 409, type: 'ballot.wrong-state' });
      }
    });
  });
});
