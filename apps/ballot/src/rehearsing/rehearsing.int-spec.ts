import { probe } from '@plenum/test-kit';
import { type BallotHouse, Meeting, ownBallotHouse } from '../testing/ballot-house.js';
import { BallotSteps, NO_DIGEST } from '../testing/ballot-steps.js';
import { SEALED_ELECTION_RULES, SealedVote, said } from '../testing/sealed-steps.js';

interface Votes {
  readonly label: string;
  readonly marked: Readonly<Record<string, number>>;
  readonly opened: Readonly<Record<string, number>>;
}

interface Sheet {
  readonly go: boolean;
  readonly gates: readonly { readonly gate: string; readonly go: boolean; readonly refusal: string | null }[];
  readonly rehearsal: {
    readonly end: string | null;
    readonly phase: string | null;
    readonly papers: number;
    readonly votes: readonly Votes[];
  } | null;
}

describe('a rehearsal', () => {
  const theHouse = ownBallotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  const sheetOf = async ({ id, meeting: { organiser } }: { id: string; meeting: Meeting }): Promise<Sheet> =>
    (await house.send('get', `/ballots/${id}/readiness`, organiser)).body as Sheet;
  const noGo = ({ gates }: Sheet) => Object.fromEntries(gates.filter(({ go }) => !go).map(({ gate, refusal }) => [gate, refusal]));
  const everything = async (): Promise<string> => {
    const tables = ['audit_trail', 'outbox', 'ballots', 'ballot_rolls', 'sealed_registrations', 'ballot_rehearsals'];
    return JSON.stringify(await Promise.all(tables.map((table) => house.database.query(`SELECT * FROM ${table} ORDER BY 1, 2`))));
  };

  it.each(['one', 'three-way'])(
    'casts, opens and counts sealed papers with marks of kind "%s" of people who do not exist, and finds all of it right',
    async (sealedMarks) => {
      const meeting = await Meeting.of(house, { delegates: 7 });
      const vote = await SealedVote.named(house, meeting, 'election', { ...SEALED_ELECTION_RULES, procedure: { sealedMarks } });
      const before = await vote.get(meeting.organiser);
      const counts = async () => (await house.database.query<{ facts: number }>('SELECT count(*)::int AS facts FROM outbox'))[0]?.facts;
      const facts = await counts();
      expect(noGo(await sheetOf(vote))).toEqual({
        keys: 'ballot.keys-missing',
        papers: 'ballot.nobody-registered',
        rehearsal: 'ballot.not-rehearsed',
      });

      expect(await vote.post(meeting.organiser, 'rehearsal')).toMatchObject({ status: 202, body: { voters: 7 } });
      await probe('the rehearsal is over', async () => (await sheetOf(vote)).rehearsal?.end != null, { timeoutMs: 50_000 });
      const sheet = await sheetOf(vote);
      expect(sheet).toMatchObject({
        go: false,
        voters: 7,
        present: 7,
        verificationThreads: 0,
        rehearsal: {
          end: 'accepted',
          phase: null,
          voters: 7,
          papers: 7,
          archiveAccepted: true,
          sumsRight: true,
          failure: null,
          paperMs: { median: expect.any(Number), longest: expect.any(Number) },
        },
      });
      const votes = sheet.rehearsal?.votes ?? [];
      expect(votes.map(({ label }) => label)).toEqual(['One', 'Two', 'Three']);
      for (const { marked, opened } of votes)
        expect([opened, (opened['yes'] ?? 0) + (opened['no'] ?? 0) + (opened['abstain'] ?? 0)]).toEqual([marked, 7]);
      expect(votes.some(({ opened }) => (opened['no'] ?? 0) > 0)).toBe(sealedMarks === 'three-way');
      expect(noGo(sheet)).toEqual({ keys: 'ballot.keys-missing', papers: 'ballot.nobody-registered' });

      expect((await vote.get(meeting.organiser)).body).toEqual(before.body);
      expect(await counts()).toBe(facts);
      for (const scrutineer of vote.scrutineers) await vote.offerKey(scrutineer);
      for (const voter of meeting.delegates) await vote.register(voter);
      expect(await sheetOf(vote)).toMatchObject({ go: true });
      await vote.accepted(meeting.organiser, 'opening', {});
    },
  );

  it('takes the whole roll, says how far it is, and is taken for dead only when it is silent', async () => {
    const meeting = await Meeting.of(house, { delegates: 60, present: 0 });
    const vote = await SealedVote.named(house, meeting, 'resolution');
    await house.asOwner(
      'CREATE TABLE phases (ballot_id uuid, phase text, papers int); GRANT SELECT, INSERT ON phases TO PUBLIC',
      `
        CREATE FUNCTION note_phase() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO phases
        VALUES (NEW.ballot_id, NEW.phase, NEW.papers); RETURN NULL; END $$
      `,
      'CREATE TRIGGER note_phase AFTER UPDATE ON ballot_rehearsals FOR EACH ROW WHEN (NEW.ended_at IS NULL) EXECUTE FUNCTION note_phase()',
    );
    expect((await vote.post(meeting.organiser, 'rehearsal')).body).toMatchObject({ voters: 60 });
    const rehearsal = async () => (await sheetOf(vote)).rehearsal;
    await probe('the rehearsal is over', async () => (await rehearsal())?.end != null, { timeoutMs: 100_000 });
    expect(await rehearsal()).toMatchObject({ end: 'accepted', phase: null, papers: 60, archiveAccepted: true, sumsRight: true });
    // Whoever looks now and then may miss a phase: the table is asked what it was told.
    const phases = await house.database.query<{ phase: string; papers: number }>('SELECT phase, papers FROM phases WHERE ballot_id = $1', [
      vote.id,
    ]);
    expect(phases).toEqual(
      expect.arrayContaining([
        { phase: 'casting', papers: 0 },
        { phase: 'counting', papers: 60 },
      ]),
    );

    const silentFor = (minutes: number) =>
      house.database.query(
        `
INSERT INTO ballot_rehearsals (id, ballot_id, practice_id, voters, started_by, started_at, alive_at, phase, papers)
         VALUES (gen_random_uuid(), $1, gen_random_uuid(), 60, $2, now() + make_interval(mins => $3::int),
           now() - make_interval(mins => $3::int), 'casting', 12)
        `,
        [vote.id, meeting.organiser.id, minutes],
      );
    await silentFor(1);
    expect(await rehearsal()).toMatchObject({ end: null, phase: 'casting', papers: 12 });
    expect(said(await vote.post(meeting.organiser, 'rehearsal'))).toBe('409 ballot.rehearsal-running');
    await silentFor(6);
    expect(await rehearsal()).toMatchObject({ end: 'interrupted', phase: null, papers: 12 });
  }, 120_000);

  it('is isolated: no endpoint leads to its ballot, nothing is told of it, and nothing real can come of it', async () => {
    const meeting = await Meeting.of(house, { delegates: 3 });
    const {
      organiser,
      scrutineers: [scrutineer],
    } = meeting;
    const vote = await SealedVote.named(house, meeting, 'resolution');
    await vote.post(organiser, 'rehearsal');
    await probe('the rehearsal is over', async () => (await sheetOf(vote)).rehearsal?.end === 'accepted', { timeoutMs: 50_000 });
    const [practice] = await house.database.query<{ id: string; state: string; organisation_id: string; session_id: string }>(
      'SELECT id, state, organisation_id, session_id FROM ballots WHERE rehearses = $1',
      [vote.id],
    );
    expect(practice).toMatchObject({ state: 'TALLIED' });
    const { id = '' } = practice ?? {};
    for (const path of ['', '/result', '/board/head', '/board/archive', '/readiness', '/trustee-keys'])
      expect(said(await house.send('get', `/ballots/${id}${path}`, organiser))).toBe('404 ballot.not-found');
    const steps = { signatures: { digest: NO_DIGEST }, declaration: { version: 1 }, closing: { version: 1 }, rehearsal: {} };
    for (const [step, body] of Object.entries(steps))
      expect(said(await house.send('post', `/ballots/${id}/${step}`, scrutineer, body))).toBe('404 ballot.not-found');
    expect((await house.send('get', '/ballots', organiser)).body).toMatchObject({ total: 1, items: [{ id: vote.id }] });
    expect(await house.database.query('SELECT 1 FROM outbox WHERE aggregate_id = $1', [id])).toEqual([]);
    expect(await house.database.query('SELECT 1 FROM audit_trail WHERE subject_id = $1', [id])).toEqual([]);
    await expect(house.database.query("UPDATE ballots SET state = 'SIGNED' WHERE id = $1", [id])).rejects.toThrow(
      'ballots_practice_ends_with_the_count',
    );
    const people = [organiser, ...meeting.scrutineers, ...meeting.tellers, ...meeting.delegates].map((person) => person.id);
    const roll = await house.database.query<{ member_id: string }>('SELECT member_id FROM ballot_rolls WHERE ballot_id = $1', [id]);
    expect(roll).toHaveLength(3);
    expect(roll.filter(({ member_id }) => people.includes(member_id))).toEqual([]);
    expect(await everything()).not.toMatch(/private/i);
  });

  it('is held one at a time, by an organiser, of a sealed ballot that is not open', async () => {
    const meeting = await Meeting.of(house, { delegates: 3 });
    const {
      organiser,
      scrutineers: [scrutineer],
      delegates,
    } = meeting;
    const vote = await SealedVote.named(house, meeting, 'resolution');
    expect(said(await vote.post(scrutineer, 'rehearsal'))).toBe('403 ballot.not-an-organiser');
    expect(said(await vote.post({ ...organiser, organisationId: vote.id }, 'rehearsal'))).toBe('404 ballot.not-found');
    const answers = await Promise.all([1, 2, 3].map(() => vote.post(organiser, 'rehearsal')));
    expect(answers.map(said).sort()).toEqual(['202', '409 ballot.rehearsal-running', '409 ballot.rehearsal-running']);
    await probe('the rehearsal is over', async () => (await sheetOf(vote)).rehearsal?.end === 'accepted', { timeoutMs: 50_000 });
    await vote.opened();
    expect(said(await vote.post(organiser, 'rehearsal'))).toBe('409 ballot.wrong-state');

    const hands = await BallotSteps.draft(house, meeting, 'resolution');
    expect(said(await hands.post(organiser, 'rehearsal'))).toBe('409 ballot.wrong-channel');
    expect(said(await hands.get(delegates[0] ?? null, '/readiness'))).toBe('403 ballot.not-an-officer');
    expect(said(await hands.get({ ...organiser, organisationId: vote.id }, '/readiness'))).toBe('404 ballot.not-found');
    expect(noGo(await sheetOf(hands))).toEqual({
      rules: 'ballot.wrong-state',
      roll: 'ballot.empty-roll',
      officers: 'ballot.officers-missing',
      quorum: 'ballot.no-quorum',
    });
    await hands.named();
    expect(await sheetOf(hands)).toMatchObject({ go: true, rehearsal: null, verificationThreads: null });
    await meeting.signIn(delegates[0] ?? organiser, false);
    await meeting.signIn(delegates[1] ?? organiser, false);
    expect(await sheetOf(hands)).toMatchObject({ go: false, present: 1 });
  });
});
