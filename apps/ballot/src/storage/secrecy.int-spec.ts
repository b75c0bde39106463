import { type BallotHouse, Meeting, ownBallotHouse } from '../testing/ballot-house.js';
import { BallotSteps } from '../testing/ballot-steps.js';

/** Written in on one paper: wherever this is found, a vote's content is. */
const CANARY = 'canary-7f3a';

describe('what the service keeps', () => {
  const theHouse = ownBallotHouse();
  let house: BallotHouse;
  let meeting: Meeting;
  beforeAll(async () => {
    house = theHouse();
    meeting = await Meeting.of(house);
  });

  const tables = async (): Promise<readonly string[]> =>
    (
      await house.database.query<{ name: string }>("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'")
    ).map(({ name }) => name);
  const holding = async (text: string): Promise<string[]> => {
    const found = await Promise.all(
      (await tables()).map(async (table) => {
        const [row] = await house.database.query<{ held: boolean }>(
          `SELECT EXISTS (SELECT FROM ${table} t WHERE t::text LIKE '%' || $1 || '%') AS held`,
          [text],
        );
        return row?.held ? [table] : [];
      }),
    );
    return found.flat().sort();
  };
  const columnsOf = async (table: string) =>
    (
      await house.database.query<{ name: string }>(
        'SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position',
        [table],
      )
    ).map(({ name }) => name);

  it('has the content of a paper in the sheets alone, and its sum in the tally', async () => {
    const election = await (await BallotSteps.draft(house, meeting, 'election')).closed(1);
    const [first, second, third] = meeting.tellers;
    await election.enter(first, [{ no: 1, marks: { c1: 'no' }, writeIns: [CANARY] }]);
    await election.enter(second, [{ no: 1, marks: { c1: 'yes' }, writeIns: [CANARY] }]);
    await election.accepted(third, 'decisions', { no: 1, marks: { c1: 'no' }, writeIns: [CANARY] });
    expect(await holding(CANARY)).toEqual(['ballot_sheets']);
    for (const [officer, step] of [
      [first, 'name-matches'],
      [second, 'name-confirmations'],
    ] as const)
      await election.accepted(officer, step, { name: CANARY, canonical: CANARY, eligible: true });
    expect(await holding(CANARY)).toEqual(['ballot_sheets', 'ballot_written_names', 'written_aliases']);
    await election.accepted(third, 'count', {});
    await election.accepted(first, 'signatures', {});
    await election.accepted(meeting.scrutineers[0], 'signatures', {});
    await election.accepted(meeting.organiser, 'declaration');
    expect(await holding(CANARY)).toEqual(['ballot_sheets', 'ballot_written_names', 'ballots', 'written_aliases']);
  });

  it('writes no figure of the votes into the audit trail, none into the outbox before the declaration, and no fingerprint of them into either', async () => {
    const plan = await (await BallotSteps.draft(house, meeting, 'resolution')).published();
    const { digest } = (await plan.get(meeting.organiser, '/result')).body as { digest: string };
    expect(await holding(digest)).toEqual(['ballots']);
    const rows = await house.database.query<{ action: string; said: string }>(
      'SELECT action, before::text || after::text AS said FROM audit_trail WHERE subject_id = $1',
      [plan.id],
    );
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'adopt-rules',
        'freeze-roll',
        'name-officers',
        'open-voting',
        'close-voting',
        'count-hands',
        'count-votes',
        'sign-tally',
        'declare-result',
        'publish-result',
      ]),
    );
    for (const { said } of rows.filter(({ action }) => action !== 'draft-ballot'))
      expect(said).not.toMatch(/"(yes|no|abstain|hands|tally|outcome)"/);
    const told = await house.database.query<{ name: string; data: Record<string, unknown> }>(
      'SELECT name, data FROM outbox WHERE aggregate_id = $1 ORDER BY position',
      [plan.id],
    );
    const about = {
      organisationId: meeting.organisationId,
      sessionId: meeting.sessionId,
      ballotId: plan.id,
      kind: 'resolution',
      title: 'A vote',
    };
    expect(told).toEqual([
      { name: 'ballot.ballot-announced.v1', data: { ...about, electorate: 'delegates', memberIds: [] } },
      { name: 'ballot.ballot-opened.v1', data: { ...about, electorate: 'delegates', memberIds: [] } },
      {
        name: 'ballot.ballot-closed.v1',
        data: { ...about, memberIds: expect.arrayContaining([...meeting.officers.scrutineers, ...meeting.officers.tellers]) },
      },
      { name: 'ballot.signatures-due.v1', data: { ...about, memberIds: [...meeting.officers.scrutineers, ...meeting.officers.tellers] } },
      { name: 'ballot.result-declared.v1', data: { ...about, status: 'passed' } },
      // From the declaration on everybody reads the figures.
      {
        name: 'ballot.motion-decided.v1',
        data: {
          ...about,
          electorate: 'delegates',
          status: 'passed',
          items: [{ id: 'plan', label: 'The plan', proposalId: null, unitId: null, yes: 5, no: 1, abstain: 0, needed: 4, passed: true }],
        },
      },
      { name: 'ballot.result-published.v2', data: { ...about, status: 'passed', untilOn: null } },
    ]);
  });

  it('has no column in which a voter, a time or an order could stand beside a sheet', async () => {
    expect(await columnsOf('ballot_sheets')).toEqual(['ballot_id', 'reading', 'sheet_no', 'marks', 'write_ins', 'doubt']);
    expect(await columnsOf('ballot_rulings')).toEqual([
      'ballot_id',
      'sheet_no',
      'scrutineer_id',
      'verdict',
      'reason',
      'marks',
      'write_ins',
    ]);
    expect(await columnsOf('ballot_written_names')).toEqual([
      'ballot_id',
      'name',
      'member_id',
      'candidate_id',
      'label',
      'eligible',
      'proposed_by',
      'confirmed_by',
    ]);
    expect(await columnsOf('written_aliases')).toEqual(['organisation_id', 'spelling', 'label', 'member_id']);
    expect(await columnsOf('ballot_rolls')).toEqual(['ballot_id', 'member_id', 'present']);
    expect(await columnsOf('ballot_entries')).toEqual(['ballot_id', 'entry_no', 'teller_id']);
  });

  it('does not let a signed result be changed, by whatever endpoint', async () => {
    const plan = await (await BallotSteps.draft(house, meeting, 'resolution')).signed();
    const attempts = [
      `UPDATE ballots SET tally = '{}' WHERE id = $1`,
      `UPDATE ballots SET rules = '{}' WHERE id = $1`,
      'UPDATE ballots SET roll = roll + 1 WHERE id = $1',
      'DELETE FROM ballots WHERE id = $1',
    ];
    for (const attempt of attempts) await expect(house.database.query(attempt, [plan.id])).rejects.toThrow(/final|foreign key/);
    await plan.accepted(meeting.organiser, 'declaration');
    for (const attempt of attempts) await expect(house.database.query(attempt, [plan.id])).rejects.toThrow(/final|foreign key/);
    await plan.accepted(meeting.organiser, 'publication');
  });

  it('leaves nothing behind of a change that was refused', async () => {
    const plan = await (await BallotSteps.draft(house, meeting, 'resolution')).named();
    const rows = () =>
      house.database.query(
        `
          SELECT (SELECT count(*) FROM audit_trail) AS audited, (SELECT count(*) FROM outbox) AS told, (SELECT count(*) FROM ballot_rolls
            WHERE present) AS present
        `,
      );
    const before = await rows();
    expect((await plan.post(meeting.organiser, 'opening', { issued: 7 })).status).toBe(422);
    expect(await rows()).toEqual(before);
  });
});
