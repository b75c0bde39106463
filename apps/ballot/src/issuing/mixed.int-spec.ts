import { verifyArchive } from '@plenum/ballot-crypto';
import { BeleniosTool } from '@plenum/ballot-crypto/testing';
import { count } from '@plenum/ballot-domain';
import { BallotSteps } from '../testing/ballot-steps.js';
import { type BallotHouse, Meeting, type Person, ballotHouse } from '../testing/ballot-house.js';
import { ADMITTING_RULES, MixedVote } from '../testing/mixed-steps.js';
import { arithmetic, said, SealedVote } from '../testing/sealed-steps.js';

jest.setTimeout(180_000); // Sealing and checking papers in one thread, beside whatever else the machine does.

const RESOLUTION = { kind: 'resolution', channel: 'paper', items: [{ id: 'plan', label: 'The plan' }] } as const;

describe('one roll, several channels', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  it('goes from devices, a slip, papers and a late arrival to one result that adds up per channel and in all', async () => {
    const meeting = await Meeting.of(house, { delegates: 10, present: 8 });
    const {
      organiser,
      delegates,
      tellers: [teller],
    } = meeting;
    const [devices, slipHolder, papers, late] = [
      delegates.slice(0, 4),
      delegates[4] as Person,
      delegates.slice(5, 8),
      delegates[8] as Person,
    ];
    const mixed = await MixedVote.ready(house, meeting, ADMITTING_RULES);
    const { vote } = mixed;
    for (const voter of devices) await vote.register(voter);
    const [, drawn] = await mixed.prepareSlips(101, 102, 103);
    expect(await mixed.at('slips/drawn', slipHolder)).toBe('200');
    expect(said(await vote.post(organiser, 'opening', {}))).toBe('409 ballot.slips-unaccounted');
    await vote.accepted(mixed.codesDesk, 'slips/voided', { serials: [101, 103] });
    for (const voter of papers) expect(await mixed.at('issued-papers', voter)).toBe('200');
    // Sent again it changes nothing.
    expect(await mixed.at('issued-papers', papers[0] as Person)).toBe('200');
    expect(said(await vote.post(organiser, 'opening', { issued: 9 }))).toBe('422 ballot.issued-differs');
    await vote.accepted(organiser, 'opening', {});
    const counts = async () => ((await vote.get(organiser)).body as { counts: object }).counts;
    expect(await counts()).toMatchObject({
      roll: 10,
      present: 8,
      issued: 8,
      perChannel: { sealed: { issued: 5 }, paper: { issued: 3 } },
      desk: { slipsPrepared: 3, slipsVoided: 2 },
    });
    const { roll } = (await vote.get(organiser, '/board/setup')).body as { roll: string };
    expect(JSON.parse(roll)).toHaveLength(5);

    await meeting.signIn(late);
    expect(await mixed.at('issued-papers', late)).toBe('200');
    expect(await counts()).toMatchObject({
      present: 9,
      issued: 9,
      atOpening: { present: 8, issued: 8 },
      perChannel: { paper: { issued: 4 } },
    });

    for (const voter of devices.slice(0, 3)) await vote.vote(voter, [[1, 0, 0]]);
    // A kiosk: an officer's account signs in, the code is the voter's.
    await vote.typeCode(slipHolder, drawn?.code ?? '');
    expect(said(await vote.cast(mixed.codesDesk, await vote.seal(slipHolder, [[0, 1, 0]])))).toBe('200');

    expect(said(await vote.post(teller, 'closing', {}))).toBe('422 ballot.returned-missing');
    await vote.accepted(teller, 'closing', { returned: 3 });
    await vote.accepted(teller, 'closing', { returned: 4 });
    expect(await counts()).toMatchObject({
      returned: 8,
      perChannel: { sealed: { issued: 5, returned: 4 }, paper: { issued: 4, returned: 4 } },
    });
    for (const scrutineer of vote.scrutineers) await vote.share(scrutineer);
    expect(said(await vote.post(teller, 'count', {}))).toBe('409 ballot.entries-incomplete');
    await mixed.enter('yes', 'yes', 'abstain', 'no');
    await vote.accepted(teller, 'count', {});
    const archive = await vote.archive(organiser);
    const verdict = verifyArchive(archive, { arithmetic });
    expect(verdict).toMatchObject({ ok: true, state: 'decided', voters: 5, counted: 4, result: [[3, 1, 0]], warnings: [] });
    if (!verdict.ok) throw new Error(verdict.reason);
    expect(BeleniosTool.find().verify(archive, verdict.election.uuid)).toMatchObject({ isAccepted: true });
    const { body } = await vote.get(organiser, '/result');
    expect(body).toMatchObject({
      channel: 'mixed',
      papers: { returned: 4, invalid: 0 },
      counts: { roll: 10, present: 9, issued: 9, returned: 8, invalid: 0, valid: 8 },
      perChannel: {
        sealed: { items: [{ id: 'plan', yes: 3, no: 1, abstain: 0 }] },
        paper: { items: [{ id: 'plan', yes: 2, no: 1, abstain: 1 }] },
      },
      outcome: { status: 'not-passed', items: [{ id: 'plan', yes: 5, no: 2, abstain: 1, needed: 6 }] },
    });
    const { countingCase, outcome } = body as { countingCase: unknown; outcome: object };
    expect(count(countingCase)).toMatchObject(outcome);
  });

  it('is void with more papers out of the box than went to the desk, though sealed ones are missing, and names the channel (R30)', async () => {
    const meeting = await Meeting.of(house, { delegates: 4 });
    const {
      organiser,
      delegates,
      tellers: [teller],
    } = meeting;
    const mixed = await MixedVote.ready(house, meeting);
    for (const voter of delegates.slice(0, 3)) await mixed.vote.register(voter);
    expect(await mixed.at('issued-papers', delegates[3] as Person)).toBe('200');
    await mixed.vote.accepted(organiser, 'opening', {});
    await mixed.vote.accepted(teller, 'closing', { returned: 2 });
    await mixed.vote.accepted(teller, 'count', {});
    const { outcome } = (await mixed.vote.get(organiser, '/result')).body as { outcome: { explanation: object[] } };
    expect(outcome).toMatchObject({ status: 'void' });
    expect(outcome.explanation.at(-1)).toEqual({
      code: 'returned-above-limit',
      params: { returned: 2, limit: 1, rule: 'issued', channel: 'paper' },
    });
  });

  it('lets nobody vote on two channels, each way round by its name', async () => {
    const meeting = await Meeting.of(house, { delegates: 5, present: 4 });
    const [device, slip, paper, other, absent] = meeting.delegates as [Person, Person, Person, Person, Person];
    const mixed = await MixedVote.ready(house, meeting);
    const { vote, codesDesk } = mixed;
    const credential = await vote.register(device);
    const [first] = await mixed.prepareSlips(1, 2);
    expect(await mixed.at('slips/drawn', slip)).toBe('200');
    expect(await mixed.at('issued-papers', paper)).toBe('200');
    const register = async (who: Person) => said(await vote.post(who, 'credentials', { publicCredential: '5' }));
    expect([await mixed.at('issued-papers', device), await mixed.at('issued-papers', slip)]).toEqual([
      '409 ballot.has-credential',
      '409 ballot.has-slip',
    ]);
    expect([await mixed.at('slips/drawn', device), await mixed.at('slips/drawn', paper)]).toEqual([
      '409 ballot.has-credential',
      '409 ballot.has-paper',
    ]);
    expect([await register(slip), await register(paper)]).toEqual(['409 ballot.has-slip', '409 ballot.has-paper']);
    expect(((await vote.get(slip, '/credentials')).body as { holds: string }).holds).toBe('slip');
    // Nor with the public half of somebody else's code, nor a slip on somebody's device's.
    expect(said(await vote.post(other, 'credentials', { publicCredential: first?.publicCredential }))).toBe('409 ballot.credential-taken');
    expect(said(await vote.post(codesDesk, 'slips', { slips: [{ serial: 9, publicCredential: credential }] }))).toBe(
      '409 ballot.credential-taken',
    );
    expect(await mixed.at('issued-papers', absent)).toBe('409 ballot.not-present');
    expect(await mixed.at('issued-papers', meeting.organiser)).toBe('403 ballot.not-on-roll');
    // The tables keep it, too.
    for (const table of ['issued_papers', 'slip_holders'])
      await expect(house.database.query(`INSERT INTO ${table} VALUES ($1, $2)`, [vote.id, device.id])).rejects.toThrow(
        'each voter has one paper',
      );
    await expect(house.database.query('INSERT INTO sealed_registrations VALUES ($1, $2)', [vote.id, paper.id])).rejects.toThrow(
      'each voter has one paper',
    );
  });

  it('serves at its desks those whose desk it is, of the own organisation', async () => {
    const meeting = await Meeting.of(house, { delegates: 3 });
    const mixed = await MixedVote.ready(house, meeting);
    const { vote, codesDesk } = mixed;
    const [voter] = meeting.delegates as [Person];
    const foreign = (await Meeting.of(house)).organiser;
    for (const as of [meeting.organiser, voter, codesDesk])
      expect(await mixed.at('issued-papers', voter, as)).toBe('403 ballot.not-an-officer');
    for (const as of [meeting.organiser, voter, mixed.desk])
      expect(await mixed.at('slips/drawn', voter, as)).toBe('403 ballot.not-the-codes-desk');
    for (const path of ['issued-papers', 'issued-papers/taken-back', 'slips/drawn'])
      expect(await mixed.at(path, voter, foreign)).toBe('404 ballot.not-found');
    for (const part of ['/issued-papers', '/slips', '/turnout']) expect(said(await vote.get(foreign, part))).toBe('404 ballot.not-found');
    expect(said(await vote.get(voter, '/issued-papers'))).toBe('403 ballot.not-an-officer');
    expect((await vote.get(voter, '/slips')).body).toMatchObject({ prepared: 0, issued: 0, void: [] });
    const hands = await (await BallotSteps.draft(house, meeting, 'resolution')).named();
    expect(said(await hands.post(mixed.desk, 'issued-papers', { memberId: voter.id }))).toBe('409 ballot.wrong-channel');
    expect(said(await hands.get(voter, '/slips'))).toBe('409 ballot.wrong-channel');
  });

  it('takes a paper back before the opening, for another, or for a device, and counts it', async () => {
    const meeting = await Meeting.of(house, { delegates: 4 });
    const { organiser, delegates } = meeting;
    const [one, two, leaving] = delegates as [Person, Person, Person];
    const mixed = await MixedVote.ready(house, meeting);
    for (const voter of [one, two, leaving]) expect(await mixed.at('issued-papers', voter)).toBe('200');
    // Spoiled, and exchanged.
    expect([await mixed.at('issued-papers/taken-back', one), await mixed.at('issued-papers', one)]).toEqual(['200', '200']);
    expect(await mixed.at('issued-papers/taken-back', two)).toBe('200');
    await mixed.vote.register(two);
    expect(await mixed.at('issued-papers/taken-back', two)).toBe('409 ballot.no-paper');
    await meeting.signIn(leaving, false);
    expect(await mixed.vote.post(organiser, 'opening', {})).toMatchObject({
      status: 409,
      body: { type: 'ballot.holders-left', details: { memberIds: [leaving.id] } },
    });
    const register = async () =>
      (await mixed.vote.get(mixed.desk, '/issued-papers')).body as { holders: { member: { id: string }; present: boolean }[] };
    expect((await register()).holders.filter(({ present }) => !present)).toEqual([
      { member: { id: leaving.id, name: expect.any(String) }, present: false },
    ]);
    expect(await mixed.at('issued-papers/taken-back', leaving)).toBe('200');
    expect(await register()).toEqual({
      byRegister: true,
      issued: 1,
      takenBack: 3,
      holders: [{ member: { id: one.id, name: expect.any(String) }, present: true }],
    });
    await mixed.vote.accepted(organiser, 'opening', {});
    expect(((await mixed.vote.get(organiser)).body as { counts: object }).counts).toMatchObject({
      issued: 2,
      desk: { papersTakenBack: 3 },
      perChannel: { sealed: { issued: 1 }, paper: { issued: 1 } },
    });
    expect(await mixed.at('issued-papers/taken-back', one)).toBe('409 ballot.wrong-state');
  });

  it('begins anew with a roll that is frozen anew: papers, slips and credentials are void', async () => {
    const meeting = await Meeting.of(house, { delegates: 4 });
    const [device, slip, paper] = meeting.delegates as [Person, Person, Person];
    const mixed = await MixedVote.ready(house, meeting);
    const salt = async () => ((await mixed.vote.get(mixed.codesDesk, '/slips')).body as { electionId: string }).electionId;
    const before = await salt();
    await mixed.vote.register(device);
    await mixed.prepareSlips(1);
    await mixed.at('slips/drawn', slip);
    await mixed.at('issued-papers', paper);
    await mixed.vote.accepted(meeting.organiser, 'roll');
    expect(await salt()).not.toBe(before);
    expect((await mixed.vote.get(mixed.codesDesk, '/slips')).body).toMatchObject({ prepared: 0, issued: 0, left: 0 });
    for (const voter of [device, slip, paper])
      expect(((await mixed.vote.get(voter, '/credentials')).body as { holds: null }).holds).toBeNull();
  });

  it('refuses names written in, which a sealed paper cannot hold, when the ballot is drafted', async () => {
    const meeting = await Meeting.of(house);
    const rules = {
      ...ADMITTING_RULES,
      seats: 1,
      surplus: null,
      elect: { num: 1, den: 2, inclusive: false, base: 'roll' },
      tie: 'runoff',
      shortage: 'vacant',
      writeIns: 'free',
    };
    const { pass: _, bundle: __, ...election } = rules as Record<string, unknown>;
    const body = {
      sessionId: meeting.sessionId,
      kind: 'election',
      channel: 'mixed',
      title: 'A vote',
      rules: election,
      candidates: [{ id: 'c1', label: 'One' }],
    };
    expect(await house.send('post', '/ballots', meeting.organiser, body)).toMatchObject({
      status: 400,
      body: { faults: [{ field: 'rules.writeIns', reason: 'not-on-this-channel' }] },
    });
  });

  describe('a late arrival', () => {
    it('gets no paper where the rules exclude it', async () => {
      const meeting = await Meeting.of(house, { delegates: 4, present: 3 });
      const [device, , , late] = meeting.delegates as [Person, Person, Person, Person];
      const mixed = await MixedVote.ready(house, meeting);
      await mixed.vote.register(device);
      await mixed.vote.accepted(meeting.organiser, 'opening', {});
      await meeting.signIn(late);
      expect(await mixed.at('issued-papers', late)).toBe('409 ballot.late-arrival');
      expect(said(await mixed.vote.post(late, 'credentials', { publicCredential: '5' }))).toBe('409 ballot.wrong-state');
    });

    it('is served on paper too, where papers went out as a number, but nobody is who was there', async () => {
      const meeting = await Meeting.of(house, { delegates: 4, present: 3 });
      const [there, , , late] = meeting.delegates as [Person, Person, Person, Person];
      const ballot = await (await BallotSteps.draftOf(house, meeting, { ...RESOLUTION, rules: ADMITTING_RULES })).opened();
      const issue = async (to: Person) => said(await ballot.post(meeting.tellers[0], 'issued-papers', { memberId: to.id }));
      expect(await issue(late)).toBe('409 ballot.not-present');
      await meeting.signIn(late);
      expect([await issue(there), await issue(late), await issue(late)]).toEqual(['409 ballot.has-paper', '200', '200']);
      expect(((await ballot.get(meeting.organiser)).body as { counts: object }).counts).toMatchObject({
        present: 4,
        issued: 4,
        atOpening: { present: 3, issued: 3, byRegister: false },
      });
    });

    it('has no paper on a sealed ballot: its roll is frozen', async () => {
      const meeting = await Meeting.of(house, { delegates: 4, present: 3 });
      const vote = await (await SealedVote.named(house, meeting, 'resolution', ADMITTING_RULES)).opened(meeting.delegates.slice(0, 3));
      const late = meeting.delegates[3] as Person;
      await meeting.signIn(late);
      expect(said(await vote.post(meeting.tellers[0], 'issued-papers', { memberId: late.id }))).toBe('409 ballot.wrong-channel');
    });
  });

  it('keeps the register on plain paper as soon as the desk serves somebody', async () => {
    const meeting = await Meeting.of(house, { delegates: 4 });
    const ballot = await (await BallotSteps.draftOf(house, meeting, { ...RESOLUTION, rules: ADMITTING_RULES })).named();
    const desk = meeting.tellers[0];
    expect((await ballot.get(desk, '/issued-papers')).body).toMatchObject({ byRegister: false, issued: 0 });
    for (const { id: memberId } of meeting.delegates.slice(0, 3)) await ballot.accepted(desk, 'issued-papers', { memberId });
    expect(said(await ballot.post(meeting.organiser, 'opening', { issued: 4 }))).toBe('422 ballot.issued-differs');
    await ballot.accepted(meeting.organiser, 'opening', {});
    expect(((await ballot.get(meeting.organiser)).body as { counts: object }).counts).toMatchObject({
      present: 4,
      issued: 3,
      atOpening: { byRegister: true },
      perChannel: null,
    });
  });
});
