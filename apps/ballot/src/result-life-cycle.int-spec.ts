import { Clock } from '@plenum/kernel';
import { type BallotHouse, Meeting, type Person, ownBallotHouse } from './testing/ballot-house.js';
import { BallotSteps, ELECTION_RULES, RESOLUTION_RULES } from './testing/ballot-steps.js';
import { SealedVote } from './testing/sealed-steps.js';

const DAY_MS = 86_400_000;
const APPROVAL = { kind: 'days', n: 15, lastDay: 'as-it-falls' } as const;
const PUBLICATION = { kind: 'days', n: 7, lastDay: 'as-it-falls' } as const;

describe('what becomes of a declared result', () => {
  const theHouse = ownBallotHouse();
  let house: BallotHouse;
  let meeting: Meeting;
  let organiser: Person;
  let delegate: Person;
  beforeAll(async () => {
    house = theHouse();
    later(0);
    meeting = await Meeting.of(house);
    organiser = meeting.organiser;
    delegate = meeting.delegates[0] ?? organiser;
  });
  afterEach(() => later(0));

  /** The clock goes on from noon in Shanghai (04:00 UTC): no day ends in the midst of a test. */
  const fromNoonMs = new Date().setUTCHours(4, 0, 0, 0) - Date.now();
  const inDays = (days: number): Date => new Date(Date.now() + fromNoonMs + days * DAY_MS);
  /** Moves the service's clock some days on. */
  const later = (days: number): void => {
    house.app.get(Clock).now = () => inDays(days);
  };
  /** The civil day in Shanghai, some days on. */
  const dayIn = (days: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(inDays(days));
  const said = ({ status, body }: { status: number; body: unknown }) => `${status} ${(body as { type?: string }).type ?? ''}`.trim();
  const plan = (procedure: object = {}, more: object = {}) =>
    BallotSteps.draftOf(house, meeting, {
      kind: 'resolution',
      channel: 'hands',
      rules: { ...RESOLUTION_RULES, procedure },
      items: [{ id: 'plan', label: 'The plan', ...more }],
    });
  const election = (procedure: object = {}) =>
    BallotSteps.draftOf(house, meeting, {
      kind: 'election',
      channel: 'paper',
      rules: { ...ELECTION_RULES, elect: { num: 1, den: 2, inclusive: false, base: 'returned' }, procedure },
      candidates: [
        { id: 'c1', label: 'One', memberId: meeting.delegates[1]?.id },
        { id: 'c2', label: 'Two' },
      ],
    });
  const told = async ({ id }: BallotSteps, ...names: string[]) =>
    house.database.query<{ name: string; data: Record<string, unknown> }>(
      'SELECT name, data FROM outbox WHERE aggregate_id = $1 AND name = ANY($2) ORDER BY position',
      [id, names.map((name) => `ballot.${name}`)],
    );
  const tell = async (ballot: BallotSteps) =>
    (
      await told(
        ballot,
        'motion-decided.v1',
        'officers-elected.v1',
        'deadline-set.v2',
        'deadline-met.v2',
        'result-approved.v1',
        'result-rejected.v1',
        'result-annulled.v1',
      )
    ).map(({ name }) => name);
  const objected = async (ballot: BallotSteps, who: Person, text = 'I was not let in.') => {
    const answer = await ballot.post(who, 'objections', { text });
    expect(answer.status).toBe(201);
    return (answer.body as { id: string }).id;
  };

  describe('where nobody is asked', () => {
    it('is effective at once: the proposal it decides is named with the published figures', async () => {
      const proposalId = '7d1f3c52-0000-4000-8000-000000000001';
      const ballot = await (await plan({}, { proposalId })).declared();
      expect(await told(ballot, 'motion-decided.v1')).toMatchObject([
        {
          data: {
            ballotId: ballot.id,
            status: 'passed',
            items: [{ id: 'plan', label: 'The plan', proposalId, unitId: null, yes: 5, no: 1, abstain: 0, needed: 4, passed: true }],
          },
        },
      ]);
      expect((await ballot.get(delegate, '/result')).body).toMatchObject({
        state: 'DECLARED',
        approval: null,
        posting: null,
        annulment: null,
        items: [{ proposalId }],
      });
      expect(said(await ballot.post(organiser, 'approval', { reference: '12', documentOn: dayIn(0) }))).toBe(
        '409 ballot.approval-not-asked',
      );
    });

    it('names the elected, their post and the office that goes with it', async () => {
      const ballot = await (await election({ post: '主席团成员', office: { name: 'PRESIDIUM', scope: 'organisation' } })).declared();
      expect(await told(ballot, 'officers-elected.v1')).toMatchObject([
        {
          data: {
            ballotId: ballot.id,
            kind: 'election',
            elected: [{ memberId: meeting.delegates[1]?.id, name: 'One' }],
            post: '主席团成员',
            office: 'PRESIDIUM',
            scope: 'organisation',
          },
        },
      ]);
    });
  });

  describe('where the higher body is asked', () => {
    it('takes effect with its approval, recorded with the document', async () => {
      const ballot = await (await election({ approval: APPROVAL, publication: PUBLICATION })).declared();
      expect((await ballot.get(delegate, '/result')).body).toMatchObject({
        state: 'DECLARED',
        approval: { dueOn: dayIn(15), provisional: false, answer: null },
      });
      expect(await tell(ballot)).toEqual(['ballot.deadline-set.v2']);
      expect(said(await ballot.post(organiser, 'publication'))).toBe('409 ballot.approval-missing');
      expect(said(await ballot.post(organiser, 'approval', { reference: '12', documentOn: dayIn(1) }))).toBe('422 ballot.document-date');
      expect(said(await ballot.post(organiser, 'approval', { reference: '12', documentOn: '2026-02-30' }))).toBe('400 malformed');
      later(20);
      const approved = { reference: '总工发〔2026〕12号', documentOn: dayIn(18) };
      expect(await ballot.accepted(organiser, 'approval', approved)).toMatchObject({ state: 'APPROVED' });
      expect(await tell(ballot)).toEqual([
        'ballot.deadline-set.v2',
        'ballot.result-approved.v1',
        'ballot.deadline-met.v2',
        'ballot.officers-elected.v1',
      ]);
      expect(said(await ballot.post(organiser, 'approval', approved))).toBe('409 ballot.wrong-state');
      expect(said(await ballot.post(organiser, 'rejection', { ...approved, reason: 'After all.' }))).toBe('409 ballot.wrong-state');
      await ballot.accepted(organiser, 'publication');
      expect((await ballot.get(delegate, '/result')).body).toMatchObject({
        state: 'PUBLISHED',
        approval: { answer: { approved: true, ...approved, reason: null } },
        posting: { untilOn: dayIn(27) },
      });
    });

    it('never takes effect where it is rejected, and may be run again, once', async () => {
      const ballot = await (await election({ approval: APPROVAL })).declared();
      const before = (await ballot.get(organiser, '/result')).body as { outcome: object };
      expect(said(await ballot.post(organiser, 'rejection', { reference: '13', documentOn: dayIn(0) }))).toBe('400 malformed');
      expect(said(await ballot.post(organiser, 'rejection', { reference: ' ', documentOn: dayIn(0), reason: 'Not so.' }))).toBe(
        '400 malformed',
      );
      expect(said(await ballot.post(organiser, 'rejection', { reference: '13', documentOn: dayIn(0), reason: ' ' }))).toBe('400 malformed');
      await ballot.accepted(organiser, 'rejection', { reference: '13', documentOn: dayIn(0), reason: 'A candidate was not eligible.' });
      expect(await tell(ballot)).toEqual(['ballot.deadline-set.v2', 'ballot.result-rejected.v1', 'ballot.deadline-met.v2']);
      expect((await ballot.get(delegate, '/result')).body).toMatchObject({
        state: 'REJECTED',
        outcome: before.outcome,
        approval: { answer: { approved: false, reason: 'A candidate was not eligible.' } },
      });
      expect(said(await ballot.post(organiser, 'publication'))).toBe('409 ballot.wrong-state');
      const answers = await Promise.all([1, 2].map(() => ballot.post(organiser, 'rerun')));
      expect(answers.map(said).sort()).toEqual(['201', '409 ballot.already-repeated']);
    });
  });

  describe('in its posting', () => {
    it('takes objections from anybody of the organisation until the last day is over, each answered by an organiser', async () => {
      const ballot = await (await plan({ publication: PUBLICATION })).published();
      const outsider = meeting.person();
      await meeting.register(outsider);
      const first = await objected(ballot, delegate);
      expect(said(await ballot.post(delegate, 'objections', { text: 'Once more.' }))).toBe('409 ballot.objection-pending');
      const second = await objected(ballot, outsider);
      expect(said(await ballot.post((await Meeting.of(house)).organiser, 'objections', { text: 'From elsewhere.' }))).toBe(
        '404 ballot.not-found',
      );
      expect(said(await ballot.post(delegate, 'objections', { text: '' }))).toBe('400 malformed');

      expect((await ballot.get(organiser, '/objections')).body).toMatchObject({
        items: [{ id: first, member: { id: delegate.id }, text: 'I was not let in.', answer: null }, { id: second }],
      });
      expect((await ballot.get(outsider, '/objections')).body).toMatchObject({ items: [{ id: second }] });
      expect((await ballot.get(meeting.delegates[3] ?? null, '/objections')).body).toEqual({ items: [] });
      expect((await ballot.get(meeting.delegates[3] ?? null, '/result')).body).toMatchObject({
        objections: { open: 2, upheld: 0, dismissed: 0 },
      });

      const answered = { outcome: 'dismissed', reason: 'The door was open until nine.' };
      expect(said(await ballot.post(delegate, `objections/${first}/answer`, answered))).toBe('403 ballot.not-an-organiser');
      expect(said(await ballot.post(organiser, `objections/${delegate.id}/answer`, answered))).toBe('404 ballot.objection-unknown');
      expect(said(await ballot.post(organiser, `objections/${first}/answer`, { outcome: 'forgotten', reason: 'No.' }))).toBe(
        '400 malformed',
      );
      await ballot.accepted(organiser, `objections/${first}/answer`, answered);
      expect(said(await ballot.post(organiser, `objections/${first}/answer`, answered))).toBe('409 ballot.objection-answered');
      expect((await ballot.get(delegate, '/objections')).body).toMatchObject({
        items: [{ answer: { upheld: false, reason: answered.reason } }],
      });
      expect(await told(ballot, 'objection-raised.v1', 'objection-answered.v1')).toMatchObject([
        {},
        {},
        { data: { memberId: delegate.id, outcome: 'DISMISSED' } },
      ]);

      expect(said(await ballot.post(organiser, 'archiving'))).toBe('409 ballot.period-running');
      later(8);
      expect(said(await ballot.post(delegate, 'objections', { text: 'Too late.' }))).toBe('409 ballot.objections-closed');
      expect((await ballot.get(delegate)).body).toMatchObject({ allowedActions: [] });
      expect(said(await ballot.post(organiser, 'archiving'))).toBe('409 ballot.objections-open');
      await ballot.accepted(organiser, `objections/${second}/answer`, answered);
      expect((await ballot.get(organiser)).body).toMatchObject({ allowedActions: ['archive', 'annul'] });
      expect(said(await ballot.post(delegate, 'archiving'))).toBe('403 ballot.not-an-organiser');
      expect(await ballot.accepted(organiser, 'archiving')).toMatchObject({ state: 'ARCHIVED' });
      expect(said(await ballot.post(organiser, 'archiving'))).toBe('409 ballot.wrong-state');
      expect((await told(ballot, 'deadline-met.v2')).length).toBe(1);
    });

    it('ends by the days on which the organisation works, as its approval does', async () => {
      const days = { kind: 'working-days', n: 5 } as const;
      // Monday at noon; the fifth working day after it is Monday, 9 March.
      const atNoon = (instant: string): void => house.setClock(`${instant}T04:00:00.000Z`);
      const there = await Meeting.of(house);
      await there.rest('2026-03-09', '2026-03-10');
      const ballot = await BallotSteps.draftOf(house, there, {
        kind: 'resolution',
        channel: 'hands',
        rules: { ...RESOLUTION_RULES, procedure: { approval: days, publication: days } },
        items: [{ id: 'plan', label: 'The plan' }],
      });
      await ballot.signed();
      atNoon('2026-03-02');
      await ballot.accepted(there.organiser, 'declaration');
      expect((await ballot.get(there.organiser, '/result')).body).toMatchObject({ approval: { dueOn: '2026-03-11', provisional: false } });
      await ballot.accepted(there.organiser, 'approval', { reference: '12', documentOn: '2026-03-02' });
      await there.rest();
      await ballot.accepted(there.organiser, 'publication');
      expect((await ballot.get(there.organiser, '/result')).body).toMatchObject({
        approval: { dueOn: '2026-03-11' },
        posting: { untilOn: '2026-03-09' },
      });
    });

    it('asks for the annulment once an objection is upheld', async () => {
      const ballot = await (await plan({ publication: PUBLICATION })).published();
      const id = await objected(ballot, delegate);
      await ballot.accepted(organiser, `objections/${id}/answer`, { outcome: 'upheld', reason: 'The door was shut at eight.' });
      later(8);
      expect(said(await ballot.post(organiser, 'archiving'))).toBe('409 ballot.annulment-due');
      expect(await ballot.accepted(organiser, 'annulment', { reason: 'Delegates were not let in.' })).toMatchObject({ state: 'ANNULLED' });
      expect((await ballot.get(delegate, '/result')).body).toMatchObject({
        state: 'ANNULLED',
        annulment: { reason: 'Delegates were not let in.' },
        objections: { upheld: 1 },
      });
    });

    it('takes none from who has left, and none that says nothing', async () => {
      const ballot = await (await plan({ publication: PUBLICATION })).published();
      const leaver = meeting.person();
      const { organisationId } = meeting;
      await house.tell('congress.member-registered.v2', leaver.id, {
        organisationId,
        memberId: leaver.id,
        staffNo: 'left',
        name: 'Left',
        mail: null,
        unitId: null,
        active: false,
        standing: 'FULL',
        hasVote: false,
      });
      expect(said(await ballot.post(leaver, 'objections', { text: 'I was here.' }))).toBe('403 ballot.not-a-member');
      expect(said(await ballot.post(delegate, 'objections', { text: ' \n ' }))).toBe('400 malformed');
      const id = await objected(ballot, delegate);
      expect(said(await ballot.post(organiser, `objections/${id}/answer`, { outcome: 'dismissed', reason: '  ' }))).toBe('400 malformed');
      expect(said(await ballot.post(organiser, 'annulment', { reason: '\t' }))).toBe('400 malformed');
    });

    it('has no objections where it has no period', async () => {
      const ballot = await (await plan()).published();
      expect(said(await ballot.post(delegate, 'objections', { text: 'Still.' }))).toBe('409 ballot.objections-closed');
      await ballot.accepted(organiser, 'archiving');
    });
  });

  describe('annulled and run again', () => {
    it('keeps what was declared, and the repeat is a ballot of its own', async () => {
      const ballot = await (await plan()).declared();
      const { state: _, annulment: __, ...before } = (await ballot.get(delegate, '/result')).body as Record<string, unknown>;
      expect(said(await ballot.post(delegate, 'annulment', { reason: 'I say so.' }))).toBe('403 ballot.not-an-organiser');
      expect(said(await ballot.post(organiser, 'annulment', { reason: '' }))).toBe('400 malformed');
      expect(said(await ballot.post(organiser, 'rerun'))).toBe('409 ballot.nothing-to-repeat');
      await ballot.accepted(organiser, 'annulment', { reason: 'Hands were counted twice.' });
      expect((await ballot.get(delegate, '/result')).body).toMatchObject({
        ...before,
        state: 'ANNULLED',
        annulment: { reason: 'Hands were counted twice.' },
      });
      expect(said(await ballot.post(organiser, 'annulment', { reason: 'Again.' }))).toBe('409 ballot.wrong-state');
      expect(await told(ballot, 'result-annulled.v1')).toMatchObject([{ data: { reason: 'Hands were counted twice.', declared: true } }]);

      expect(said(await ballot.post(delegate, 'rerun'))).toBe('403 ballot.not-an-organiser');
      const { body } = await ballot.post(organiser, 'rerun');
      const { id } = body as { id: string };
      expect(body).toMatchObject({ state: 'RULES_ADOPTED', version: 1 });
      expect((await house.send('get', `/ballots/${id}`, organiser)).body).toMatchObject({
        rerunOf: ballot.id,
        follows: null,
        repeatedBy: null,
        rules: RESOLUTION_RULES,
        officers: [],
        counts: { roll: null },
        items: [{ id: 'plan' }],
      });
      expect((await ballot.get(organiser)).body).toMatchObject({ repeatedBy: id, rerunOf: null });
      expect((await ballot.post(organiser, 'rerun')).body).toMatchObject({ type: 'ballot.already-repeated', details: { ballotId: id } });
    });

    it('shows nobody more of what was not declared', async () => {
      const ballot = await (await plan()).tallied();
      await ballot.accepted(organiser, 'annulment', { reason: 'The box was left alone.' });
      expect(said(await ballot.get(delegate, '/result'))).toBe('403 ballot.not-published');
      expect((await ballot.get(delegate)).body).not.toHaveProperty('counts');
      expect((await ballot.get(meeting.tellers[0], '/result')).body).toMatchObject({ state: 'ANNULLED', declaredAt: null });
      for (const [step, who] of [
        ['signatures', meeting.tellers[0]],
        ['count', organiser],
        ['declaration', organiser],
      ] as const)
        expect(said(await ballot.post(who, step, {}))).toBe('409 ballot.wrong-state');
    });

    it('repeats a void vote without its figures', async () => {
      const ballot = await election();
      await ballot.closed(7);
      await ballot.accepted(organiser, 'count', {});
      for (const officer of [meeting.scrutineers[0], meeting.tellers[0]]) await ballot.accepted(officer, 'signatures', {});
      await ballot.accepted(organiser, 'declaration');
      const { outcome, countingCase } = (await ballot.get(delegate, '/result')).body as { outcome: object; countingCase: unknown };
      expect(outcome).toMatchObject({ status: 'void' });
      expect(outcome).not.toHaveProperty('ranking');
      expect(countingCase).toBeNull();
      expect(await tell(ballot)).toEqual([]);
      expect(await ballot.post(organiser, 'rerun')).toMatchObject({ status: 201, body: { state: 'RULES_ADOPTED' } });
    });

    it('takes no more sealed papers, and no share', async () => {
      const sealed = await (await SealedVote.named(house, meeting, 'resolution')).opened();
      const voter = meeting.delegates[0] ?? organiser;
      const paper = await sealed.seal(voter, [[1, 0, 0]]);
      await sealed.accepted(organiser, 'annulment', { reason: 'A key was lent.' });
      expect(said(await sealed.cast(voter, paper))).toBe('409 ballot.voting-closed');
      expect(said(await sealed.post(organiser, 'closing', {}))).toBe('409 ballot.wrong-state');
      expect(said(await sealed.post(meeting.scrutineers[0], 'shares', { share: '{}' }))).toBe('409 ballot.wrong-state');
      const rows = await house.database.query<{ type: string }>('SELECT type FROM board_events WHERE ballot_id = $1 ORDER BY height', [
        sealed.id,
      ]);
      expect(rows.map(({ type }) => type)).toEqual(['Setup', 'EndBallots']);
    });
  });

  it('is kept from being changed by whatever door', async () => {
    const ballot = await (await plan({ publication: PUBLICATION })).published();
    const attempts = [
      `UPDATE ballots SET tally = '{}' WHERE id = $1`,
      'UPDATE ballots SET declared_at = now() WHERE id = $1',
      `UPDATE ballots SET signatures = '[]' WHERE id = $1`,
      `UPDATE ballots SET posting = NULL WHERE id = $1`,
      `UPDATE ballots SET title = 'Another' WHERE id = $1`,
      `UPDATE ballots SET state = 'ANNULLED' WHERE id = $1`,
      `UPDATE ballots SET state = 'APPROVED' WHERE id = $1`,
      `UPDATE ballots SET state = 'TALLIED' WHERE id = $1`,
    ];
    for (const attempt of attempts) await expect(house.database.query(attempt, [ballot.id])).rejects.toThrow(/final|violates check/);
    await ballot.accepted(organiser, 'annulment', { reason: 'For this test.' });
    for (const attempt of [...attempts, `UPDATE ballots SET state = 'PUBLISHED', annulment = NULL WHERE id = $1`])
      await expect(house.database.query(attempt, [ballot.id])).rejects.toThrow(/final/);
  });

  it('is not annulled before the opening', async () => {
    expect(said(await (await (await plan()).named()).post(organiser, 'annulment', { reason: 'Too early.' }))).toBe(
      '409 ballot.wrong-state',
    );
  });
});
