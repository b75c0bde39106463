import { TRUSTEES_MAX } from '@plenum/ballot-crypto';
import { count } from '@plenum/ballot-domain';
import { type BallotHouse, Meeting, type Person, ballotHouse } from './testing/ballot-house.js';
import { BallotSteps, ELECTION_RULES, RESOLUTION_RULES } from './testing/ballot-steps.js';

const SMALL = { num: 0, den: 1, inclusive: true };

describe('the ballot service', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  const refusal = (answer: { status: number; body: unknown }) => ({ status: answer.status, type: (answer.body as { type?: string }).type });

  it('takes a plan by hands from draft rules to the declared result', async () => {
    const meeting = await Meeting.of(house, { delegates: 57 });
    const {
      organiser,
      tellers: [teller],
      scrutineers: [chief, scrutineer],
      delegates: [delegate],
    } = meeting;
    const plan = await BallotSteps.draft(house, meeting, 'resolution');
    await plan.opened();
    expect((await plan.get(organiser)).body).toMatchObject({
      state: 'OPEN',
      counts: { roll: 57, present: 57, issued: 57 },
      allowedActions: ['close', 'annul'],
    });
    await plan.accepted(organiser, 'closing', {});
    await plan.accepted(teller, 'hands-count', { items: [{ id: 'plan', yes: 48, no: 5, abstain: 3 }] });
    await plan.accepted(scrutineer, 'count', {});
    await plan.accepted(teller, 'signatures', {});
    expect(await plan.accepted(scrutineer, 'signatures', {})).toMatchObject({ state: 'TALLIED' });
    expect(await plan.post(organiser, 'declaration')).toMatchObject({
      status: 409,
      body: { type: 'ballot.signatures-missing', details: { roles: ['SCRUTINEER'] } },
    });
    expect(await plan.accepted(chief, 'signatures', {})).toMatchObject({ state: 'SIGNED' });
    expect(refusal(await plan.get(delegate ?? organiser, '/result'))).toEqual({ status: 403, type: 'ballot.not-published' });
    expect(refusal(await plan.post(organiser, 'publication'))).toEqual({ status: 409, type: 'ballot.wrong-state' });
    await plan.accepted(organiser, 'declaration');
    expect(refusal(await plan.post(organiser, 'declaration'))).toEqual({ status: 409, type: 'ballot.wrong-state' });

    const { body } = await plan.get(delegate ?? organiser, '/result');
    expect(body).toMatchObject({
      state: 'DECLARED',
      declaredAt: expect.any(String),
      publishedAt: null,
      rules: { pass: { num: 1, den: 2, inclusive: false, base: 'roll' } },
      counts: { roll: 57, present: 57, issued: 57, voters: 56, returned: 56, invalid: 0, valid: 56 },
      items: [{ id: 'plan', label: 'The plan' }],
      outcome: { status: 'passed', needed: { quorum: 38, pass: 29 }, items: [{ id: 'plan', yes: 48, no: 5, abstain: 3, passed: true }] },
      papers: null,
      signatures: [
        { member: { id: teller.id }, role: 'TELLER', chief: true },
        { member: { id: scrutineer.id }, role: 'SCRUTINEER', chief: false },
        { member: { id: chief.id }, role: 'SCRUTINEER', chief: true },
      ],
    });
    const { outcome, countingCase } = body as { outcome: { explanation: { code: string }[] }; countingCase: unknown };
    expect(outcome.explanation.map(({ code }) => code)).toEqual([
      'figures-consistent',
      'quorum-reached',
      'returned-within-limit',
      'item-passed',
      'all-items-passed',
    ]);
    expect(count(countingCase)).toMatchObject(outcome);
  });

  it('takes no figure that was left empty for nought: neither of hands raised, nor of papers returned', async () => {
    const meeting = await Meeting.of(house);
    const {
      tellers: [teller],
      organiser,
    } = meeting;
    const counted = async (body: { kind: string } & Record<string, unknown>) =>
      (await BallotSteps.draftOf(house, meeting, { channel: 'hands', ...body })).closed();
    const plan = await counted({ kind: 'resolution', rules: RESOLUTION_RULES, items: [{ id: 'plan', label: 'The plan' }] });
    const poll = await counted({
      kind: 'poll',
      options: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
    });
    const appraisal = await counted({ kind: 'appraisal', subjects: [{ id: 'l1', label: 'Leader' }], grades: ['good', 'fair'] });
    const faults = async (vote: BallotSteps, figures: object, [as, step] = [teller, 'hands-count']) => {
      const { status, body } = await vote.post(as, step, figures);
      return [status, [...new Set(((body as { faults?: { field: string }[] }).faults ?? []).map(({ field }) => field))]];
    };
    for (const empty of [null, undefined, '', ' ', false, []]) {
      expect(await faults(plan, { items: [{ id: 'plan', yes: 5, no: 1, abstain: empty }] })).toEqual([400, ['items.0.abstain']]);
      expect(
        await faults(poll, {
          options: [
            { id: 'a', votes: 6 },
            { id: 'b', votes: empty },
          ],
        }),
      ).toEqual([400, ['options.1.votes']]);
      expect(await faults(appraisal, { subjects: [{ id: 'l1', counts: { good: 6, fair: 0 }, abstain: empty }] })).toEqual([
        400,
        ['subjects.0.abstain'],
      ]);
      expect(await faults(appraisal, { subjects: [{ id: 'l1', counts: { good: 6, fair: empty }, abstain: 0 }] })).toEqual([
        400,
        [expect.stringMatching(/^subjects\[0\]\.counts(\.fair)?$/)],
      ]);
    }
    for (const vote of [plan, poll, appraisal]) expect((await vote.get(organiser)).body).toMatchObject({ state: 'CLOSED', hands: null });

    const election = await (await BallotSteps.draft(house, meeting, 'election')).opened();
    for (const empty of [{}, { returned: null }])
      expect(refusal(await election.post(organiser, 'closing', empty))).toEqual({ status: 422, type: 'ballot.returned-missing' });
    for (const empty of ['', ' ', false, []])
      expect(await faults(election, { returned: empty }, [organiser, 'closing'])).toEqual([400, ['returned']]);
    expect((await election.get(organiser)).body).toMatchObject({ state: 'OPEN' });
  });

  it('takes an election on paper through two blind entries and a third who decides', async () => {
    const meeting = await Meeting.of(house);
    const {
      organiser,
      tellers: [first, second, third],
      scrutineers: [scrutineer],
    } = meeting;
    const election = await BallotSteps.draft(house, meeting, 'election');
    await election.closed(6);
    const sheets = [
      { no: 1, marks: { c1: 'yes' } },
      { no: 2, marks: { c1: 'yes', c2: 'no' } },
      { no: 3, marks: { c1: 'yes' } },
      { no: 4, marks: { c1: 'yes', c2: 'yes' } },
      { no: 5, marks: {}, writeIns: ['Somebody else'] },
      { no: 6, marks: { c2: 'yes' } },
    ];
    await election.enter(first, sheets.slice(0, 4));
    expect((await election.get(first, '/differences')).body).toEqual({ isComplete: false, maySettle: false, items: [] });
    await election.enter(second, [...sheets.slice(0, 5), { no: 6, marks: { c1: 'yes' } }]);
    expect((await election.get(first, '/sheets')).body).toMatchObject({
      entryNo: 1,
      returned: 6,
      sheets: [{ no: 1 }, { no: 2 }, { no: 3 }, { no: 4 }],
    });
    await election.enter(first, sheets.slice(4));
    expect(refusal(await house.send('put', `/ballots/${election.id}/sheets`, first, { sheets: [{ no: 6, marks: {} }] }))).toEqual({
      status: 409,
      type: 'ballot.entries-complete',
    });
    expect(refusal(await house.send('put', `/ballots/${election.id}/sheets`, third, { sheets: [{ no: 6, marks: {} }] }))).toEqual({
      status: 409,
      type: 'ballot.entries-taken',
    });

    expect((await election.get(third, '/differences')).body).toEqual({
      isComplete: true,
      maySettle: true,
      items: [
        { no: 6, readings: ['c2', 'c1'].map((id) => ({ no: 6, marks: { [id]: 'yes' }, writeIns: [], doubt: null })), decision: null },
      ],
    });
    expect(refusal(await election.post(organiser, 'count', {}))).toEqual({ status: 409, type: 'ballot.differences-open' });
    expect(refusal(await election.post(second, 'decisions', { no: 6, marks: { c1: 'yes' } }))).toEqual({
      status: 403,
      type: 'ballot.not-the-third',
    });
    expect(refusal(await election.post(third, 'decisions', { no: 1, marks: { c1: 'yes' } }))).toEqual({
      status: 409,
      type: 'ballot.no-difference',
    });
    await election.accepted(third, 'decisions', { no: 6, marks: { c1: 'yes' } });
    expect((await election.get(scrutineer, '/differences')).body).toMatchObject({ items: [{ no: 6, decision: { marks: { c1: 'yes' } } }] });

    const written = { name: 'Somebody else', canonical: 'Somebody else', eligible: false };
    for (const [officer, step] of [
      [first, 'name-matches'],
      [scrutineer, 'name-confirmations'],
    ] as const)
      await election.accepted(officer, step, written);
    await election.accepted(organiser, 'count', {});
    const { body } = await election.get(scrutineer, '/result');
    expect(body).toMatchObject({
      state: 'TALLIED',
      outcome: {
        status: 'decided',
        needed: { elect: 4 },
        elected: ['c1'],
        ranking: [
          { id: 'c1', yes: 4 },
          { id: 'c2', yes: 0 },
        ],
      },
      papers: { returned: 6, valid: 5, invalid: 1, reasons: { overVote: 1 } },
      countingCase: { writeIns: [{ id: 'Somebody else', yes: 1, eligible: false }] },
    });
    expect(count((body as { countingCase: unknown }).countingCase)).toMatchObject((body as { outcome: object }).outcome);
  });

  it('voids a vote with more papers than were issued: nothing is entered, nothing is counted', async () => {
    const meeting = await Meeting.of(house);
    const election = await (await BallotSteps.draft(house, meeting, 'election')).closed(7);
    await election.accepted(meeting.organiser, 'count', {});
    const { body } = await election.get(meeting.organiser, '/result');
    expect(body).toMatchObject({
      outcome: { status: 'void' },
      countingCase: null,
      papers: null,
      counts: { issued: 6, returned: 7, valid: null },
    });
    expect(body).not.toHaveProperty('outcome.ranking');
  });

  it('opens with a quorum of those on the roll who are there at that moment, and in an open session only', async () => {
    const meeting = await Meeting.of(house, { delegates: 6, present: 3 });
    const { organiser, delegates } = meeting;
    const plan = await (await BallotSteps.draft(house, meeting, 'resolution')).named();
    expect((await plan.get(organiser)).body).toMatchObject({ presentNow: 3 });
    const missed = await plan.post(organiser, 'opening', {});
    expect(missed).toMatchObject({ status: 409, body: { type: 'ballot.no-quorum', details: { roll: 6, present: 3, needed: 4 } } });
    const late = meeting.person();
    await meeting.register(late);
    await meeting.signIn(late);
    expect((await plan.get(organiser)).body).toMatchObject({ presentNow: 3 });
    expect(refusal(await plan.post(organiser, 'opening', {})).type).toBe('ballot.no-quorum');
    await meeting.signIn(delegates[3] ?? organiser);
    expect(refusal(await plan.post(organiser, 'opening', { issued: 5 }))).toEqual({ status: 422, type: 'ballot.issued-above-present' });
    await plan.accepted(organiser, 'opening', { issued: 4 });
    expect((await plan.get(organiser)).body).toMatchObject({ counts: { roll: 6, present: 4, issued: 4 }, presentNow: null });

    const notYet = await Meeting.of(house, { open: false });
    const early = await (await BallotSteps.draft(house, notYet, 'resolution')).named();
    expect(refusal(await early.post(notYet.organiser, 'opening', {}))).toEqual({ status: 409, type: 'ballot.session-not-open' });
  });

  it('leaves off the roll who has no vote: who only keeps the membership, is suspended, or has left', async () => {
    const meeting = await Meeting.of(house);
    const [retained, suspended, left] = meeting.delegates as [Person, Person, Person];
    await meeting.register(retained, 'RETAINED');
    await meeting.register(suspended, 'SUSPENDED');
    const { organisationId } = meeting;
    await house.tell('congress.member-registered.v2', left.id, {
      organisationId,
      memberId: left.id,
      staffNo: 'gone',
      name: 'Gone',
      mail: null,
      unitId: null,
      active: false,
      standing: 'FULL',
      hasVote: false,
    });
    const plan = await (await BallotSteps.draft(house, meeting, 'resolution')).opened();
    expect((await plan.get(meeting.organiser)).body).toMatchObject({ counts: { roll: 3, present: 3, issued: 3 } });
    const onRoll = await house.database.query<{ id: string }>('SELECT member_id AS id FROM ballot_rolls WHERE ballot_id = $1', [plan.id]);
    for (const { id } of [retained, suspended, left]) expect(onRoll).not.toContainEqual({ id });
  });

  it('fixes the roll from the full delegates; who is unseated later stays on it, who comes later does not', async () => {
    const meeting = await Meeting.of(house);
    const { organisationId, sessionId, organiser, delegates } = meeting;
    const plan = await (
      await BallotSteps.draft(house, meeting, 'resolution', { quorum: SMALL, pass: { num: 1, den: 2, inclusive: false, base: 'roll' } })
    ).named();
    const guest = meeting.person();
    await meeting.register(guest);
    await house.tell('congress.delegate-seated.v1', `${sessionId}/${guest.id}`, {
      organisationId,
      sessionId,
      memberId: guest.id,
      delegationId: null,
      kind: 'DELEGATE',
    });
    await meeting.signIn(guest);
    const [gone] = delegates;
    await house.tell('congress.delegate-unseated.v1', `${sessionId}/${gone?.id}`, { organisationId, sessionId, memberId: gone?.id ?? '' });
    await plan.accepted(organiser, 'opening', {});
    expect((await plan.get(organiser)).body).toMatchObject({ counts: { roll: 6, present: 5 } });
    const [marked] = await house.database.query<{ there: number; all: number }>(
      'SELECT count(*) FILTER (WHERE present)::int AS there, count(*)::int AS all FROM ballot_rolls WHERE ballot_id = $1',
      [plan.id],
    );
    expect(marked).toEqual({ there: 5, all: 6 });
  });

  it('keeps officers and candidates apart, whichever comes later', async () => {
    const meeting = await Meeting.of(house);
    const {
      organiser,
      officers,
      tellers: [teller],
      delegates: [delegate],
    } = meeting;
    const election = await BallotSteps.draft(house, meeting, 'election');
    const stand = (memberId: string) =>
      house.change('patch', `/ballots/${election.id}`, organiser, {
        candidates: [
          { id: 'c1', label: 'One', memberId },
          { id: 'c2', label: 'Two' },
        ],
      });
    expect((await stand(delegate?.id ?? '')).status).toBe(200);
    await election.accepted(organiser, 'adoption');
    expect(await election.post(organiser, 'officers', { ...officers, tellers: [...officers.tellers, delegate?.id] })).toMatchObject({
      status: 409,
      body: { type: 'ballot.officer-is-candidate', details: { memberIds: [delegate?.id] } },
    });
    await election.accepted(organiser, 'officers', officers);
    expect(await stand(teller.id)).toMatchObject({
      status: 409,
      body: { type: 'ballot.officer-is-candidate', details: { memberIds: [teller.id] } },
    });
    const stranger = (await Meeting.of(house)).organiser;
    expect(refusal(await stand(stranger.id))).toEqual({ status: 422, type: 'ballot.candidate-unknown' });
    expect(refusal(await election.post(organiser, 'officers', { ...officers, tellers: [...officers.tellers, stranger.id] }))).toEqual({
      status: 422,
      type: 'ballot.officer-unknown',
    });
  });

  it('names at most as many scrutineers as an archive takes keys of', async () => {
    const meeting = await Meeting.of(house);
    const { organiser, officers } = meeting;
    const plan = await BallotSteps.draft(house, meeting, 'resolution');
    await plan.accepted(organiser, 'adoption');
    const people = Array.from({ length: TRUSTEES_MAX + 1 }, () => meeting.person());
    for (const person of people) await meeting.register(person);
    const [chiefScrutineer = '', ...others] = people.map(({ id }) => id);
    const name = (scrutineers: readonly string[]) => plan.post(organiser, 'officers', { ...officers, chiefScrutineer, scrutineers });
    expect(await name([chiefScrutineer, ...others])).toMatchObject({
      status: 400,
      body: { type: 'malformed', faults: [{ field: 'scrutineers', reason: 'arrayMaxSize' }] },
    });
    expect((await name([chiefScrutineer, ...others.slice(1)])).status).toBe(200);
    const { officers: named } = (await plan.get(organiser)).body as { officers: readonly { role: string }[] };
    expect(named.filter(({ role }) => role === 'SCRUTINEER')).toHaveLength(TRUSTEES_MAX);
  });

  it('frees a refused opening of any trace, and takes one of several at the same time', async () => {
    const meeting = await Meeting.of(house, { delegates: 6, present: 6 });
    const plan = await (await BallotSteps.draft(house, meeting, 'resolution')).named();
    const before = await tracesOf(house, plan.id);
    const answers = await Promise.all([1, 2, 3].map(() => plan.post(meeting.organiser, 'opening', {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const version = before.version + 1;
    expect(await tracesOf(house, plan.id)).toEqual({
      version,
      audited: [...before.audited, 'open-voting'],
      told: [...before.told, `ballot.ballot-opened.v1 ${version}`],
    });
  });

  it('answers a draft that is sent twice under one key as it did the first time', async () => {
    const meeting = await Meeting.of(house);
    const body = {
      sessionId: meeting.sessionId,
      kind: 'resolution',
      channel: 'hands',
      title: 'Twice',
      rules: { quorum: SMALL, pass: { ...SMALL, base: 'roll' } },
      items: [{ id: 'a', label: 'A' }],
    };
    const send = () => house.send('post', '/ballots', meeting.organiser, body, { 'idempotency-key': 'the-same-request' });
    const [first, second] = [await send(), await send()];
    expect(first.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect((await house.send('get', `/ballots?sessionId=${meeting.sessionId}`, meeting.organiser)).body).toMatchObject({ total: 1 });
  });

  it('names the faulty field of a draft', async () => {
    const meeting = await Meeting.of(house);
    const draft = (change: object) =>
      house.send('post', '/ballots', meeting.organiser, {
        sessionId: meeting.sessionId,
        kind: 'election',
        channel: 'paper',
        title: 'A vote',
        rules: ELECTION_RULES,
        candidates: [{ id: 'c1', label: 'One' }],
        ...change,
      });
    const faults = async (change: object) => ((await draft(change)).body as { faults: unknown }).faults;
    expect(await faults({ rules: { ...ELECTION_RULES, seats: 0 } })).toEqual([{ field: 'rules.seats', reason: 'too-small' }]);
    expect(await faults({ items: [{ id: 'a', label: 'A' }] })).toEqual([{ field: 'items', reason: 'not-of-this-kind' }]);
    expect(await faults({ channel: 'pigeon' })).toEqual([{ field: 'channel', reason: 'isIn' }]);
    expect(await faults({ candidates: [{ id: 'c1', label: 'One', votes: 3 }] })).toEqual([
      { field: 'candidates.0.votes', reason: 'unknown-field' },
    ]);
    expect(refusal(await draft({ sessionId: '11111111-1111-4111-8111-111111111111' }))).toEqual({
      status: 404,
      type: 'ballot.session-unknown',
    });
  });

  it('lists the ballots of the organisation, drafts only to those who organise', async () => {
    const meeting = await Meeting.of(house);
    const draft = await BallotSteps.draft(house, meeting, 'resolution');
    const published = await (await BallotSteps.draft(house, meeting, 'resolution')).published();
    const list = async (query: string, as = meeting.delegates[0] ?? meeting.organiser) =>
      (await house.send('get', `/ballots?sessionId=${meeting.sessionId}${query}`, as)).body as {
        items: { id: string; state: string }[];
        total: number;
      };
    expect(await list('', meeting.organiser)).toMatchObject({
      total: 2,
      items: [
        { id: published.id, state: 'PUBLISHED' },
        { id: draft.id, allowedActions: ['revise', 'delete-draft', 'adopt'] },
      ],
    });
    expect(await list('')).toMatchObject({ total: 1, items: [{ id: published.id, allowedActions: [] }] });
    expect(await list('&state=OPEN')).toMatchObject({ total: 0, items: [] });
    expect(await list('&page=2&pageSize=1', meeting.organiser)).toMatchObject({
      total: 2,
      items: [{ id: draft.id }],
      page: 2,
      pageSize: 1,
    });
    expect((await house.send('get', `/ballots?sessionId=${meeting.sessionId}`, (await Meeting.of(house)).organiser)).body).toMatchObject({
      total: 0,
    });
  });
});

interface Traces {
  readonly version: number;
  readonly audited: readonly string[];
  readonly told: readonly string[];
}

/** What the changes of a ballot have left behind: its version, its rows in the audit trail, and the events in the outbox. */
async function tracesOf(house: BallotHouse, id: string): Promise<Traces> {
  const [traces] = await house.database.query<Traces>(
    `
      SELECT
        version,
        ARRAY(SELECT action FROM audit_trail WHERE subject_id = $1 ORDER BY occurred_at, id) AS audited,
        ARRAY(SELECT name || ' ' || version FROM outbox WHERE aggregate_id::text = $1 ORDER BY position) AS told
      FROM ballots
      WHERE id::text = $1
    `,
    [id],
  );
  if (!traces) throw new Error(`there is no ballot ${id}`);
  return traces;
}
