import { dayOf } from '@plenum/calendar';
import { type BallotHouse, Meeting, ballotHouse } from '../testing/ballot-house.js';
import { BallotSteps, ELECTION_RULES, RESOLUTION_RULES } from '../testing/ballot-steps.js';

describe('two who change one ballot', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  let meeting: Meeting;
  beforeAll(async () => {
    house = theHouse();
    meeting = await Meeting.of(house);
  });

  const outdated = (current: number) => ({ status: 409, body: { type: 'ballot.outdated', details: { current } } });
  const revise = (id: string, body: object) => house.send('patch', `/ballots/${id}`, meeting.organiser, body);

  const version = async ({ id }: BallotSteps): Promise<number> =>
    ((await house.send('get', `/ballots/${id}`, meeting.organiser)).body as { version: number }).version;
  /** Refused on the version before the one that stands, and then nothing is changed; taken on that one. */
  const decides = async (ballot: BallotSteps, step: string, state: string, body: object = {}): Promise<void> => {
    const read = await version(ballot);
    const before = (await ballot.get(meeting.organiser)).body;
    expect(await ballot.post(meeting.organiser, step, { ...body, version: read - 1 })).toMatchObject(outdated(read));
    expect((await ballot.get(meeting.organiser)).body).toEqual(before);
    expect(await ballot.post(meeting.organiser, step, { ...body, version: read })).toMatchObject({ status: 200, body: { state } });
  };

  it('write over each other only where the second has read what the first wrote', async () => {
    const { id } = await BallotSteps.draft(house, meeting, 'resolution');
    expect(await revise(id, { title: 'The first title', version: 1 })).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await revise(id, { rules: RESOLUTION_RULES, title: 'The second title', version: 1 })).toMatchObject(outdated(2));
    expect((await house.send('get', `/ballots/${id}`, meeting.organiser)).body).toMatchObject({ title: 'The first title', version: 2 });
    expect(await revise(id, { title: 'The second title', version: 2 })).toMatchObject({ status: 200 });
  });

  it('adopt no other rules than were read', async () => {
    const ballot = await BallotSteps.draft(house, meeting, 'resolution');
    await revise(ballot.id, { title: 'Another question', version: 1 });
    expect(await ballot.post(meeting.organiser, 'adoption', { version: 1 })).toMatchObject(outdated(2));
    expect(await ballot.post(meeting.organiser, 'adoption', { version: 2 })).toMatchObject({
      status: 200,
      body: { state: 'RULES_ADOPTED' },
    });
  });

  it('name officers, and set the clock, on what they read', async () => {
    const ballot = await BallotSteps.draft(house, meeting, 'resolution', { ...RESOLUTION_RULES, procedure: { timing: 'by-the-clock' } });
    await ballot.accepted(meeting.organiser, 'adoption');
    const { version } = await ballot.accepted(meeting.organiser, 'roll');
    await ballot.accepted(meeting.organiser, 'officers', { ...meeting.officers, version });
    expect(await ballot.post(meeting.organiser, 'officers', { ...meeting.officers, version })).toMatchObject(outdated(version + 1));
    const opensAt = new Date(Date.now() + 3_600_000).toISOString();
    expect(await house.send('put', `/ballots/${ballot.id}/schedule`, meeting.organiser, { opensAt, version })).toMatchObject(
      outdated(version + 1),
    );
  });

  it('open, close, declare and annul nothing else than they read', async () => {
    const ballot = await (await BallotSteps.draft(house, meeting, 'resolution')).named();
    const {
      scrutineers: [scrutineer],
      tellers: [teller],
    } = meeting;
    await decides(ballot, 'opening', 'OPEN');
    await decides(ballot, 'closing', 'CLOSED');
    await ballot.accepted(teller, 'hands-count', { items: [{ id: 'plan', yes: 5, no: 1, abstain: 0 }] });
    await ballot.accepted(teller, 'count', {});
    for (const chief of [scrutineer, teller]) await ballot.accepted(chief, 'signatures', {});
    await decides(ballot, 'declaration', 'DECLARED');
    await decides(ballot, 'annulment', 'ANNULLED', { reason: 'Hands were counted twice.' });
  });

  it('freeze the roll, and call off, of nothing else than they read', async () => {
    const ballot = await BallotSteps.draft(house, meeting, 'resolution');
    await ballot.accepted(meeting.organiser, 'adoption');
    await decides(ballot, 'roll', 'ROLL_FROZEN');
    await decides(ballot, 'roll', 'ROLL_FROZEN'); // Papers issued to the roll before would be void.
    await decides(ballot, 'calling-off', 'ANNULLED', { reason: 'The plan is taken back.' });
  });

  it('approve, reject, publish and archive no other result than they read', async () => {
    const document = { reference: '12', documentOn: dayOf(new Date()) };
    const approval = { ...RESOLUTION_RULES, procedure: { approval: { kind: 'days', n: 15, lastDay: 'as-it-falls' } } };
    const rejected = await (await BallotSteps.draft(house, meeting, 'resolution', approval)).declared();
    await decides(rejected, 'rejection', 'REJECTED', { ...document, reason: 'It costs too much.' });
    const ballot = await (await BallotSteps.draft(house, meeting, 'resolution', approval)).declared();
    await decides(ballot, 'approval', 'APPROVED', document);
    await decides(ballot, 'publication', 'PUBLISHED');
    await decides(ballot, 'archiving', 'ARCHIVED');
  });

  it('post and shorten no other list of candidates than they read', async () => {
    const rules = {
      ...ELECTION_RULES,
      writeIns: 'none',
      procedure: { nomination: { notice: { kind: 'working-days', n: 5 }, primaryAbove: 2 } },
    };
    const election = await BallotSteps.draftOf(house, meeting, { kind: 'election', channel: 'paper', rules, candidates: [] });
    await election.accepted(meeting.organiser, 'adoption');
    for (const name of ['One', 'Two', 'Three'])
      await election.accepted(meeting.organiser, 'nomination/candidates', { name, proposer: { by: 'outgoing-committee' } });
    await decides(election, 'nomination/posting', 'NOMINATION');
    const read = await version(election);
    const nomination = async () => (await election.get(meeting.organiser, '/nomination')).body;
    expect(await nomination()).toMatchObject({ version: read });
    expect(await election.post(meeting.organiser, 'nomination/primary', { title: 'A primary', version: read - 1 })).toMatchObject(
      outdated(read),
    );
    expect(await nomination()).toMatchObject({ primaryId: null });
    expect(await election.post(meeting.organiser, 'nomination/primary', { title: 'A primary', version: read })).toMatchObject({
      status: 201,
    });
  });

  it('throw away no other draft than they read', async () => {
    const ballot = await BallotSteps.draft(house, meeting, 'resolution');
    await revise(ballot.id, { title: 'Another question', version: 1 });
    const remove = (query: string) => house.send('delete', `/ballots/${ballot.id}${query}`, meeting.organiser);
    expect(await remove('?version=1')).toMatchObject(outdated(2));
    for (const query of ['', '?version=', '?version=0', '?version=two'])
      expect(await remove(query)).toMatchObject({
        status: 400,
        body: { type: 'malformed', faults: expect.arrayContaining([{ field: 'version', reason: 'min' }]) },
      });
    expect((await ballot.get(meeting.organiser)).body).toMatchObject({ title: 'Another question' });
    expect((await remove('?version=2')).status).toBe(204);
  });

  it('sign no other tally than they read, and say which one that was', async () => {
    const ballot = await (await BallotSteps.draft(house, meeting, 'resolution')).tallied();
    const {
      scrutineers: [scrutineer],
      tellers: [teller],
    } = meeting;
    const read = async () => ((await ballot.get(scrutineer, '/result')).body as { digest: string }).digest;
    const sign = (body: object) => house.send('post', `/ballots/${ballot.id}/signatures`, scrutineer, body);
    const before = await read();
    await ballot.accepted(teller, 'hands-count', { items: [{ id: 'plan', yes: 4, no: 2, abstain: 0 }] });
    await ballot.accepted(teller, 'count', {});
    const after = await read();
    expect(after).not.toBe(before);
    expect(await sign({ digest: before })).toMatchObject({ status: 409, body: { type: 'ballot.result-changed' } });
    for (const body of [{}, { digest: null }, { digest: '' }])
      expect(await sign(body)).toMatchObject({ status: 400, body: { type: 'malformed', faults: [{ field: 'digest' }] } });
    expect(await sign({ digest: after })).toMatchObject({ status: 200, body: { state: 'TALLIED' } });
  });

  it.each([
    ['adoption', {}],
    ['roll', {}],
    ['publication', {}],
    ['archiving', {}],
    ['opening', {}],
    ['closing', {}],
    ['corrections', { returned: 1, reason: 'A slip of the pen.' }],
    ['declaration', {}],
    ['annulment', { reason: 'For no reason.' }],
  ])('say what they have read: %s', async (step, body) => {
    const { id } = await BallotSteps.draft(house, meeting, 'resolution');
    for (const version of [undefined, null, '1', 0]) {
      const answer = await house.send('post', `/ballots/${id}/${step}`, meeting.organiser, { ...body, version });
      expect(answer).toMatchObject({ status: 400, body: { type: 'malformed' } });
      expect(JSON.stringify(answer.body)).toContain('version');
    }
  });

  it('learn nothing of its versions where they may not change it', async () => {
    const { id } = await BallotSteps.draft(house, meeting, 'resolution');
    const [delegate = null] = meeting.delegates;
    expect(await house.send('patch', `/ballots/${id}`, delegate, { title: 'Mine', version: 7 })).toMatchObject({
      status: 403,
      body: { type: 'ballot.not-an-organiser' },
    });
  });
});
