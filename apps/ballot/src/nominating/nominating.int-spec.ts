import { randomUUID } from 'node:crypto';
import { type BallotHouse, Meeting, type Person, ownBallotHouse } from '../testing/ballot-house.js';
import { BallotSteps, decidingOn, ELECTION_RULES } from '../testing/ballot-steps.js';
import { said } from '../testing/sealed-steps.js';
import { draftNomination, memberNamed, NOTICE, OUTGOING, pageFor, put } from '../testing/nomination-steps.js';

/** Monday at noon in Shanghai; the fifth working day after it is Monday, 9 March, which ends at 16:00 UTC. */
const NOON = '2026-03-02T04:00:00.000Z';
const LAST_MOMENT = '2026-03-09T15:59:59.999Z';
const AFTER = '2026-03-09T16:00:00.000Z';

describe('the nomination of candidates', () => {
  const theHouse = ownBallotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });
  beforeEach(() => house.setClock(NOON));
  afterAll(() => house.setClock(null));

  const electionOf = (meeting: Meeting, nomination: object = {}, rules: object = {}) => draftNomination(house, meeting, nomination, rules);
  const somebody = (meeting: Meeting, name: string) => memberNamed(house, meeting, name);

  describe('from names to the paper', () => {
    let meeting: Meeting;
    let election: BallotSteps;
    let [organiser, teller, delegate, second, third, wang, li] = [] as unknown as [Person, Person, Person, Person, Person, Person, Person];
    const delegationId = randomUUID();

    it('shows who is put forward to nobody else before the list is posted', async () => {
      meeting = await Meeting.of(house);
      organiser = meeting.organiser;
      [teller] = meeting.tellers;
      [delegate, second, third] = meeting.delegates as [Person, Person, Person];
      await house.tell('congress.delegation-formed.v1', delegationId, {
        organisationId: meeting.organisationId,
        sessionId: meeting.sessionId,
        delegationId,
        name: 'First delegation',
        headMemberId: null,
      });
      election = await electionOf(meeting);
      await election.accepted(organiser, 'adoption');
      const ding = await somebody(meeting, '丁一');
      [wang, li] = [await somebody(meeting, '王丽'), await somebody(meeting, '李明')];
      await put(election, { memberId: wang.id }, { by: 'delegation', delegationId });
      await put(election, { memberId: ding.id }, { by: 'delegates', memberIds: [delegate.id, second.id] });
      await put(election, { memberId: li.id });
      await put(election, { name: '外单位人员' }, { by: 'higher-union' });
      expect(await pageFor(election, delegate)).toMatchObject({ postedOn: null, candidates: [], objections: [] });
      expect(said(await election.post(delegate, 'nomination/objections', { candidateId: 'c01', grounds: 'Too early' }))).toBe(
        '409 ballot.not-posted',
      );
      // Who is put forward may decline before anybody reads it, and so sees that much.
      expect(await pageFor(election, wang)).toMatchObject({ postedOn: null, candidates: [{ id: 'c01', label: '王丽' }], objections: [] });
      expect((await pageFor(election, wang)).candidates).toHaveLength(1);
      expect((await election.get(wang)).body).toMatchObject({ nominates: true, allowedActions: ['decline-nomination'] });
    });

    it('is posted with those who put each forward', async () => {
      await election.accepted(organiser, 'nomination/posting');
      expect((await election.get(delegate)).body).toMatchObject({ state: 'NOMINATION', allowedActions: ['object-to-candidate'] });
      expect(await pageFor(election, delegate)).toMatchObject({
        postedOn: '2026-03-02',
        objectionsUntil: '2026-03-09',
        provisional: false,
        notice: { kind: 'working-days', n: 5, date: null },
        clause: null,
        closedOn: null,
        primaryAbove: null,
        needed: 2,
        objections: [],
        candidates: [
          { id: 'c01', label: '王丽', proposer: { by: 'delegation', delegation: { id: delegationId, name: 'First delegation' } } },
          { id: 'c02', proposer: { members: [{ id: delegate.id }, { id: second.id }] } },
          { id: 'c03' },
          { id: 'c04', label: '外单位人员', memberId: null },
        ],
      });
    });

    it('takes objections to the last moment of the notice, one from each, and no later; then waits for their answers', async () => {
      await election.accepted(delegate, 'nomination/objections', { candidateId: 'c01', grounds: '不是会员' });
      house.setClock(LAST_MOMENT);
      await election.accepted(teller, 'nomination/objections', { candidateId: 'c03', grounds: 'Unknown here' });
      expect(said(await election.post(delegate, 'nomination/objections', { candidateId: 'c01', grounds: 'Once more' }))).toBe(
        '409 ballot.already-objected',
      );
      expect(said(await election.post(organiser, 'nomination/closing'))).toBe('409 ballot.notice-running');
      house.setClock(AFTER);
      expect(await election.post(third, 'nomination/objections', { candidateId: 'c01', grounds: 'Late' })).toMatchObject({
        status: 409,
        body: { type: 'ballot.notice-over', details: { until: '2026-03-09' } },
      });
      expect(await election.post(organiser, 'nomination/closing')).toMatchObject({
        status: 409,
        body: { type: 'ballot.candidate-objections-open', details: { open: 2 } },
      });
    });

    it('has each objection answered once, by an organiser, before whoever made it', async () => {
      house.setClock(AFTER);
      // Who objected sees their own; an organiser sees all; nobody else sees any.
      expect((await pageFor(election, delegate)).objections).toMatchObject([
        { candidateId: 'c01', member: { id: delegate.id }, grounds: '不是会员', answer: null },
      ]);
      expect((await pageFor(election, third)).objections).toEqual([]);
      const { objections } = await pageFor(election, organiser);
      expect(objections.map(({ member }) => member.id)).toEqual([delegate.id, teller.id]);
      const [first, other] = objections.map(({ id }) => id);
      expect(said(await election.post(delegate, `nomination/objections/${first}/answer`, { upheld: true, reason: 'Mine' }))).toBe(
        '403 ballot.not-an-organiser',
      );
      await election.accepted(organiser, `nomination/objections/${first}/answer`, { upheld: true, reason: 'The register says so' });
      await election.accepted(organiser, `nomination/objections/${other}/answer`, { upheld: false, reason: 'A member since 2019' });
      expect(said(await election.post(organiser, `nomination/objections/${first}/answer`, { upheld: false, reason: 'Again' }))).toBe(
        '409 ballot.candidate-objection-answered',
      );
      expect(
        said(await election.post(organiser, `nomination/objections/${randomUUID()}/answer`, { upheld: false, reason: 'Which?' })),
      ).toBe('404 ballot.candidate-objection-unknown');
      expect((await pageFor(election, delegate)).objections).toMatchObject([{ answer: { upheld: true, reason: 'The register says so' } }]);
    });

    it('closes into a paper without who was removed, ordered by strokes', async () => {
      house.setClock(AFTER);
      expect(said(await election.post(organiser, 'roll'))).toBe('409 ballot.nomination-open');
      await election.accepted(organiser, 'nomination/closing');
      expect((await pageFor(election, delegate)).candidates.map(({ label }) => label)).toEqual(['丁一', '外单位人员', '李明']);
      expect((await pageFor(election, organiser)).candidates).toMatchObject([
        { id: 'c02' },
        { id: 'c04' },
        { id: 'c03' },
        { id: 'c01', status: 'removed' },
      ]);
      await election.accepted(organiser, 'roll');
      expect((await election.get(organiser)).body).toMatchObject({
        state: 'ROLL_FROZEN',
        candidates: [{ id: 'c02' }, { id: 'c04' }, { id: 'c03' }],
      });
      expect(said(await house.change('patch', `/ballots/${election.id}`, organiser, { candidates: [{ id: 'c1', label: 'One' }] }))).toBe(
        '409 ballot.nominated-only',
      );
      expect(said(await election.post(organiser, 'officers', { ...meeting.officers, tellers: [...meeting.officers.tellers, li.id] }))).toBe(
        '409 ballot.officer-is-candidate',
      );

      // What people wrote is in no audit row.
      const audited = JSON.stringify(await house.database.query('SELECT * FROM audit_trail'));
      expect(audited).toContain('object-to-candidate');
      expect(audited).not.toMatch(/不是会员|Unknown here|The register says so/);
    });
  });

  it('counts its notice by the days on which the organisation works, and leaves a day that was posted as it was', async () => {
    const [meeting, elsewhere] = [await Meeting.of(house), await Meeting.of(house)];
    await meeting.rest('2026-03-09');
    const posted = async (of: Meeting) => {
      const election = await electionOf(of);
      await election.accepted(of.organiser, 'adoption');
      for (const name of ['王丽', '丁一']) await put(election, { memberId: (await somebody(of, name)).id });
      await election.accepted(of.organiser, 'nomination/posting');
      return election;
    };
    const election = await posted(meeting);
    expect(await pageFor(election, meeting.organiser)).toMatchObject({ objectionsUntil: '2026-03-10' });
    expect(await pageFor(await posted(elsewhere), elsewhere.organiser)).toMatchObject({ objectionsUntil: '2026-03-09' });
    await meeting.rest('2026-03-09', '2026-03-10');
    house.setClock(AFTER);
    expect(said(await election.post(meeting.organiser, 'nomination/closing'))).toBe('409 ballot.notice-running');
    house.setClock('2026-03-10T16:00:00.000Z');
    await election.accepted(meeting.organiser, 'nomination/closing');
  });

  it('names members who work here, and proposers of this session', async () => {
    const meeting = await Meeting.of(house);
    const elsewhere = await Meeting.of(house);
    const election = await electionOf(meeting);
    await election.accepted(meeting.organiser, 'adoption');
    const [delegate] = meeting.delegates as [Person];
    const asked = async (body: object) => said(await election.post(meeting.organiser, 'nomination/candidates', body));
    expect(await asked({ memberId: elsewhere.organiser.id, proposer: OUTGOING })).toBe('422 ballot.candidate-unknown');
    expect(await asked({ memberId: randomUUID(), proposer: OUTGOING })).toBe('422 ballot.candidate-unknown');
    const leaver = meeting.person();
    await house.tell('congress.member-registered.v2', leaver.id, {
      organisationId: meeting.organisationId,
      memberId: leaver.id,
      staffNo: 'left',
      name: 'Left',
      mail: null,
      unitId: null,
      active: false,
      standing: 'FULL',
      hasVote: false,
    });
    expect(await asked({ memberId: leaver.id, proposer: OUTGOING })).toBe('422 ballot.candidate-unknown');
    const retained = meeting.person();
    await meeting.register(retained, 'RETAINED');
    expect(await asked({ memberId: retained.id, proposer: OUTGOING })).toBe('422 ballot.candidate-ineligible');
    expect(await asked({ memberId: delegate.id, proposer: { by: 'delegation', delegationId: randomUUID() } })).toBe(
      '422 ballot.proposer-unknown',
    );
    expect(await asked({ memberId: delegate.id, proposer: { by: 'delegates', memberIds: [meeting.organiser.id] } })).toBe(
      '422 ballot.proposer-unknown',
    );
    const faults = async (body: object) =>
      ((await election.post(meeting.organiser, 'nomination/candidates', body)).body as { faults: unknown }).faults;
    expect(await faults({ proposer: OUTGOING })).toEqual([{ field: 'memberId', reason: 'missing' }]);
    expect(await faults({ memberId: delegate.id, name: 'Both', proposer: OUTGOING })).toEqual([
      { field: 'name', reason: 'not-with-a-member' },
    ]);
    expect(await faults({ name: 'X', proposer: { by: 'delegation' } })).toEqual([{ field: 'proposer.delegationId', reason: 'missing' }]);
    expect(await faults({ name: 'X', proposer: { by: 'higher-union', memberIds: [delegate.id] } })).toEqual([
      { field: 'proposer.memberIds', reason: 'not-of-this-kind' },
    ]);
    const draft = {
      sessionId: meeting.sessionId,
      title: 'An election',
      kind: 'election',
      channel: 'paper',
      candidates: [{ id: 'c1', label: 'One' }],
      rules: { ...ELECTION_RULES, procedure: { nomination: { notice: NOTICE } } },
    };
    expect(((await house.send('post', '/ballots', meeting.organiser, draft)).body as { faults: unknown }).faults).toEqual([
      { field: 'candidates', reason: 'found-by-nomination' },
    ]);
    const leaving = await somebody(meeting, 'Leaving');
    await put(election, { memberId: delegate.id });
    await election.accepted(meeting.organiser, 'nomination/posting');
    await house.tell('congress.member-registered.v2', leaving.id, {
      organisationId: meeting.organisationId,
      memberId: leaving.id,
      staffNo: 'gone',
      name: 'Leaving',
      mail: null,
      unitId: null,
      active: false,
      standing: 'FULL',
      hasVote: false,
    });
    expect(said(await election.post(leaving, 'nomination/objections', { candidateId: 'c01', grounds: 'I left' }))).toBe(
      '403 ballot.not-a-member',
    );
  });

  it('fixes no paper with somebody who left, or lost the right to be elected, since they were put forward', async () => {
    const meeting = await Meeting.of(house);
    const { organiser } = meeting;
    const election = await electionOf(meeting);
    await election.accepted(organiser, 'adoption');
    const [wang, ding, li] = [await somebody(meeting, '王丽'), await somebody(meeting, '丁一'), await somebody(meeting, '李明')];
    for (const { id } of [wang, ding, li]) await put(election, { memberId: id });
    const faults = async (body: object) =>
      ((await election.post(organiser, 'nomination/candidates', body)).body as { faults: unknown }).faults;
    expect(await faults({ name: ' 　', proposer: OUTGOING })).toEqual([{ field: 'name', reason: 'matches' }]);
    await election.accepted(organiser, 'nomination/posting');
    house.setClock(AFTER);
    await house.tell('congress.member-registered.v2', wang.id, {
      organisationId: meeting.organisationId,
      memberId: wang.id,
      staffNo: 'gone',
      name: '王丽',
      mail: null,
      unitId: null,
      active: false,
      standing: 'FULL',
      hasVote: false,
    });
    expect(await election.post(organiser, 'nomination/closing')).toMatchObject({
      status: 422,
      body: { type: 'ballot.candidate-unknown', details: { memberIds: [wang.id] } },
    });
    await meeting.register(ding, 'RETAINED');
    await election.accepted(organiser, 'nomination/candidates/c01/declination');
    expect(await election.post(organiser, 'nomination/closing')).toMatchObject({
      status: 422,
      body: { type: 'ballot.candidate-ineligible', details: { memberIds: [ding.id] } },
    });
    await meeting.register(ding);
    await election.accepted(organiser, 'nomination/closing');
  });

  it('refuses to close with too few, and after another name posts anew with the whole period', async () => {
    const meeting = await Meeting.of(house);
    const {
      organiser,
      delegates: [one, two],
    } = meeting as Meeting & { delegates: [Person, Person] };
    const election = await electionOf(meeting);
    await election.accepted(organiser, 'adoption');
    await put(election, { memberId: one.id });
    await put(election, { memberId: two.id });
    await election.accepted(organiser, 'nomination/posting');
    await election.accepted(two, 'nomination/candidates/c02/declination');
    house.setClock(AFTER);
    expect(await election.post(organiser, 'nomination/closing')).toMatchObject({
      status: 409,
      body: { type: 'ballot.too-few-candidates', details: { listed: 1, needed: 2 } },
    });
    await put(election, { name: 'Another' });
    expect(said(await election.post(organiser, 'nomination/closing'))).toBe('409 ballot.not-posted');
    await election.accepted(organiser, 'nomination/posting');
    expect(await pageFor(election, organiser)).toMatchObject({ postedOn: '2026-03-10', objectionsUntil: '2026-03-17' });
    expect(said(await election.post(organiser, 'nomination/closing'))).toBe('409 ballot.notice-running');
  });

  it('holds a primary where more stand than the rules allow, and keeps all who are level at the cut', async () => {
    const meeting = await Meeting.of(house);
    const {
      organiser,
      tellers: [first, second],
      scrutineers: [scrutineer],
    } = meeting;
    const election = await electionOf(meeting, { primaryAbove: 3, order: 'as-put' });
    await election.accepted(organiser, 'adoption');
    for (const name of ['A', 'B', 'C', 'D', 'E']) await put(election, { name });
    await election.accepted(organiser, 'nomination/posting');
    house.setClock(AFTER);
    expect(await election.post(organiser, 'nomination/closing')).toMatchObject({
      status: 409,
      body: { type: 'ballot.primary-needed', details: { standing: 5, above: 3 } },
    });
    const [called, again] = await Promise.all(
      [1, 2].map(() => election.post(organiser, 'nomination/primary', { title: 'A vote: primary' })),
    );
    expect([called?.status, again?.status].sort()).toEqual([201, 409]);
    const { id } = (called?.status === 201 ? called : again)?.body as { id: string };
    expect(((await pageFor(election, organiser)) as unknown as { primaryId: string }).primaryId).toBe(id);
    expect((await house.send('get', `/ballots/${id}`, organiser)).body).toMatchObject({
      title: 'A vote: primary',
      state: 'RULES_ADOPTED',
      primaryOf: election.id,
      candidates: [{ id: 'c01', label: 'A' }, {}, {}, {}, { id: 'c05' }],
    });
    expect(await election.post(organiser, 'nomination/closing')).toMatchObject({
      status: 409,
      body: { type: 'ballot.primary-open', details: { ballotId: id } },
    });

    const step = async (as: Person, name: string, body?: object) =>
      expect((await house.send('post', `/ballots/${id}/${name}`, as, await decidingOn(house, meeting, id, name, body))).status).toBe(200);
    await step(organiser, 'roll');
    await step(organiser, 'officers', meeting.officers);
    await step(organiser, 'opening', {});
    await step(organiser, 'closing', { returned: 6 });
    // Three approvals each at most: A and B are safe, C and D are level at the cut, E is behind.
    const sheets = [['c01', 'c02', 'c03'], ['c01', 'c02', 'c04'], ['c01', 'c02', 'c03'], ['c01', 'c02', 'c04'], ['c05', 'c01'], []].map(
      (ids, nth) => ({ no: nth + 1, marks: Object.fromEntries(ids.map((each) => [each, 'yes'])) }),
    );
    for (const teller of [first, second]) expect((await house.send('put', `/ballots/${id}/sheets`, teller, { sheets })).status).toBe(200);
    await step(first, 'count', {});
    for (const officer of [first, scrutineer]) await step(officer, 'signatures', {});
    await election.accepted(organiser, 'nomination/closing');
    expect(await pageFor(election, organiser)).toMatchObject({
      candidates: [{ id: 'c01' }, { id: 'c02' }, { id: 'c03' }, { id: 'c04' }, { id: 'c05', status: 'left-behind' }],
    });
    await election.accepted(organiser, 'roll');
    expect((await election.get(organiser)).body).toMatchObject({
      candidates: [{ id: 'c01' }, { id: 'c02' }, { id: 'c03' }, { id: 'c04' }],
    });

    // What shortened the list is undone: all five stand again, and the paper waits for another primary.
    await step(organiser, 'annulment', { reason: 'Papers of another meeting were in the box.' });
    expect((await election.get(organiser)).body).toMatchObject({ state: 'NOMINATION', candidates: [] });
    expect((await pageFor(election, organiser)).candidates.map(({ status }) => status)).toEqual(
      Array.from({ length: 5 }, () => 'put-forward'),
    );
    expect(said(await election.post(organiser, 'nomination/closing'))).toBe('409 ballot.primary-needed');
    expect((await election.post(organiser, 'nomination/primary', { title: 'A vote: another primary' })).status).toBe(201);
  });

  it('keeps near relatives of candidates from counting, whichever is named first', async () => {
    const meeting = await Meeting.of(house);
    const {
      organiser,
      officers,
      tellers: [teller, second],
      delegates: [one, two],
    } = meeting as Meeting & { delegates: [Person, Person] };
    const rules = { ...ELECTION_RULES, procedure: { relatives: 'barred' } };
    const election = await BallotSteps.draftOf(house, meeting, {
      kind: 'election',
      channel: 'paper',
      rules,
      candidates: [
        { id: 'c1', label: 'One', memberId: one.id },
        { id: 'c2', label: 'Two', memberId: two.id },
      ],
    });
    await election.named();
    await election.accepted(teller, 'relatives', { memberIds: [teller.id, one.id], kind: 'spouse' });
    expect(said(await election.post(teller, 'relatives', { memberIds: [second.id, one.id], kind: 'siblings' }))).toBe(
      '403 ballot.not-an-organiser',
    );
    expect(said(await election.post(one, 'relatives', { memberIds: [teller.id, one.id], kind: 'spouse' }))).toBe(
      '403 ballot.not-an-officer',
    );
    expect(
      said(await election.post(organiser, 'relatives', { memberIds: [teller.id, (await Meeting.of(house)).organiser.id], kind: 'spouse' })),
    ).toBe('422 ballot.relative-unknown');
    expect((await election.get(second, '/relatives')).body).toMatchObject({
      items: [{ members: [teller.id, one.id].sort().map((id) => ({ id })), kind: 'spouse' }],
    });
    expect((await election.get(second, '/relatives')).body).toMatchObject({ barred: [{ id: teller.id }] });
    expect(said(await election.get(one, '/relatives'))).toBe('403 ballot.not-an-officer');

    const barred = { status: 409, body: { type: 'ballot.officer-is-relative', details: { memberIds: [teller.id] } } };
    expect(await election.post(organiser, 'opening', {})).toMatchObject(barred);
    expect(await election.post(organiser, 'officers', officers)).toMatchObject(barred);
    const withoutOne = {
      candidates: [
        { id: 'c2', label: 'Two', memberId: two.id },
        { id: 'c3', label: 'Three' },
      ],
    };
    expect((await house.change('patch', `/ballots/${election.id}`, organiser, withoutOne)).status).toBe(200);
    expect(
      await house.change('patch', `/ballots/${election.id}`, organiser, {
        candidates: [{ id: 'c1', label: 'One', memberId: one.id }, ...withoutOne.candidates],
      }),
    ).toMatchObject(barred);
    expect(said(await election.post(teller, 'relatives/withdrawal', { memberIds: [one.id, teller.id] }))).toBe(
      '403 ballot.not-an-organiser',
    );
    await election.accepted(organiser, 'opening', {});

    // Told to nobody else: not in the audit trail, nor on the ballot's page.
    const [kept] = await house.database.query<{ relatives: object[] }>('SELECT relatives FROM ballots WHERE id = $1', [election.id]);
    expect(kept?.relatives).toEqual([{ memberIds: [teller.id, one.id].sort(), kind: 'spouse' }]);
    expect(JSON.stringify(await house.database.query("SELECT * FROM audit_trail WHERE action = 'declare-relatives'"))).not.toMatch(
      /spouse/,
    );
    expect((await election.get(organiser)).body).not.toHaveProperty('relatives');
  });

  it('has nothing to nominate, and asks for no relatives, where the rules do not say so', async () => {
    const meeting = await Meeting.of(house);
    const election = await BallotSteps.draft(house, meeting, 'election');
    await election.accepted(meeting.organiser, 'adoption');
    expect(said(await election.post(meeting.organiser, 'nomination/candidates', { name: 'X', proposer: OUTGOING }))).toBe(
      '409 ballot.no-nomination',
    );
    expect(said(await election.get(meeting.organiser, '/nomination'))).toBe('409 ballot.no-nomination');
    expect(
      said(
        await election.post(meeting.organiser, 'relatives', { memberIds: [meeting.tellers[0].id, meeting.organiser.id], kind: 'spouse' }),
      ),
    ).toBe('409 ballot.relatives-not-asked');
  });
});
