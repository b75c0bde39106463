import { BallotErrors } from '@plenum/ballot-domain';
import { flushRedis, probe, type TestServers, testServers } from '@plenum/test-kit';
import { BallotHouse, Meeting } from '../testing/ballot-house.js';
import { BallotSteps, RESOLUTION_RULES } from '../testing/ballot-steps.js';
import { SEALED_RESOLUTION_RULES, SealedVote, said } from '../testing/sealed-steps.js';
import { Openings } from '../voting/openings.js';

const BY_THE_CLOCK = { procedure: { timing: 'by-the-clock' } };
const SOON_MS = 1_000;
const HOUR_MS = 3_600_000;

const soon = (afterMs = SOON_MS): string => new Date(Date.now() + afterMs).toISOString();

describe('the clock of a vote', () => {
  const houses: BallotHouse[] = [];
  afterAll(async () => {
    for (const house of houses) await house.stop();
  }, 120_000);
  const servers: TestServers = testServers();
  const newHouse = async (): Promise<BallotHouse> => {
    const house = await BallotHouse.start(servers);
    houses.push(house);
    return house;
  };

  const named = async (house: BallotHouse, present?: number): Promise<BallotSteps> => {
    const meeting = await (present === undefined ? Meeting.of(house) : Meeting.of(house, { present }));
    return (
      await BallotSteps.draftOf(house, meeting, {
        kind: 'resolution',
        channel: 'hands',
        rules: { ...RESOLUTION_RULES, ...BY_THE_CLOCK },
        items: [{ id: 'plan', label: 'The plan' }],
      })
    ).named();
  };
  const schedule = (house: BallotHouse, { id, meeting: { organiser } }: { id: string; meeting: Meeting }, times: object, as = organiser) =>
    house.change('put', `/ballots/${id}/schedule`, as, times);
  /** Appoints for a moment from now; where that has passed before the service is asked, for another. */
  const shortly = (house: BallotHouse, vote: { id: string; meeting: Meeting }, act: 'opensAt' | 'closesAt'): Promise<string> =>
    probe('the time is set', async () => {
      const at = soon();
      const answer = await schedule(house, vote, { [act]: at });
      if (said(answer) !== '422 ballot.time-past') expect(answer.status).toBe(200);
      return answer.status === 200 && at;
    });
  const factsOf = async (house: BallotHouse, id: string): Promise<readonly string[]> =>
    (await house.database.query<{ name: string }>('SELECT name FROM outbox WHERE aggregate_id = $1 ORDER BY position', [id])).map(
      ({ name }) => name,
    );
  const auditOf = async (house: BallotHouse, id: string): Promise<readonly string[]> =>
    (await house.database.query<{ action: string }>('SELECT action FROM audit_trail WHERE subject_id = $1 ORDER BY 1', [id])).map(
      ({ action }) => action,
    );
  const page = async (house: BallotHouse, { id, meeting }: { id: string; meeting: Meeting }) =>
    (await house.send('get', `/ballots/${id}`, meeting.organiser)).body as {
      state: string;
      counts: object;
      appointments: { end: string | null; refusal: string | null; details: object | null }[];
    };
  const becomes = (house: BallotHouse, vote: { id: string; meeting: Meeting }, state: string) =>
    probe(`the ballot is ${state}`, async () => (await page(house, vote)).state === state);

  it('opens a sealed vote and closes it, each once, although two processes look', async () => {
    const house = await newHouse();
    houses.push(await house.replica());
    const meeting = await Meeting.of(house);
    const vote = await SealedVote.named(house, meeting, 'resolution', { ...SEALED_RESOLUTION_RULES, ...BY_THE_CLOCK });
    for (const scrutineer of vote.scrutineers) await vote.offerKey(scrutineer);
    for (const voter of meeting.delegates) await vote.register(voter);
    await shortly(house, vote, 'opensAt');
    await becomes(house, vote, 'OPEN');
    for (const voter of meeting.delegates.slice(0, 2)) await vote.vote(voter, [[1, 0, 0]]);
    await shortly(house, vote, 'closesAt');
    await becomes(house, vote, 'CLOSED');
    expect(await page(house, vote)).toMatchObject({
      counts: { present: 6, issued: 6, returned: 2 },
      appointments: [
        { act: 'open', end: 'done', refusal: null },
        { act: 'close', end: 'done', refusal: null },
      ],
    });
    expect(await factsOf(house, vote.id)).toEqual(['ballot.ballot-announced.v1', 'ballot.ballot-opened.v1', 'ballot.ballot-closed.v1']);
    expect((await auditOf(house, vote.id)).filter((action) => action.endsWith('-on-time'))).toEqual(['close-on-time', 'open-on-time']);
  });

  it('opens when Redis has forgotten the alarm and nobody was running at the time', async () => {
    const house = await newHouse();
    const vote = await named(house);
    // The time itself is in an hour, however long this takes; whoever starts again believes that it has come.
    expect((await schedule(house, vote, { opensAt: soon(HOUR_MS) })).status).toBe(200);
    await flushRedis(servers.redisUrl);
    await house.app.close();
    const again = await house.replica();
    houses.splice(houses.indexOf(house), 1, again);
    again.setClock(soon(2 * HOUR_MS));
    await becomes(again, vote, 'OPEN');
    expect(await factsOf(again, vote.id)).toEqual(['ballot.ballot-announced.v1', 'ballot.ballot-opened.v1']);
  });

  it('tries again after a fault, and leaves nothing half done', async () => {
    const house = await newHouse();
    const vote = await named(house);
    await house.asOwner(`
      CREATE SEQUENCE tries;
      GRANT ALL ON SEQUENCE tries TO PUBLIC;
      CREATE FUNCTION out_of_order() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM nextval('tries');
        RAISE EXCEPTION 'the disk is full'; END $$;
      CREATE TRIGGER broken BEFORE INSERT ON outbox FOR EACH ROW
        WHEN (NEW.name = 'ballot.ballot-opened.v1') EXECUTE FUNCTION out_of_order();
    `);
    await shortly(house, vote, 'opensAt');
    await probe(
      'it was tried',
      async () => (await house.database.query<{ is_called: boolean }>('SELECT is_called FROM tries'))[0]?.is_called === true,
    );
    expect(await page(house, vote)).toMatchObject({ state: 'ROLL_FROZEN', appointments: [{ end: null, refusal: null }] });
    await house.asOwner('DROP TRIGGER broken ON outbox');
    // That too many papers wait for the threads says nothing of the ballot either.
    const busy = jest.spyOn(house.app.get(Openings), 'open').mockRejectedValueOnce(BallotErrors.busy());
    await becomes(house, vote, 'OPEN');
    expect(busy.mock.calls.length).toBeGreaterThan(1);
    busy.mockRestore();
    expect(await factsOf(house, vote.id)).toEqual(['ballot.ballot-announced.v1', 'ballot.ballot-opened.v1']);
  });

  it('keeps a refusal on the ballot, tells the organisers once, and does not try again', async () => {
    const house = await newHouse();
    const vote = await named(house, 3);
    await shortly(house, vote, 'opensAt');
    await probe('it was refused', async () => (await page(house, vote)).appointments[0]?.end === 'refused');
    for (const delegate of vote.meeting.delegates) await vote.meeting.signIn(delegate);
    const other = await named(house);
    await shortly(house, other, 'opensAt');
    await becomes(house, other, 'OPEN');
    expect(await page(house, vote)).toMatchObject({
      state: 'ROLL_FROZEN',
      appointments: [{ end: 'refused', refusal: 'ballot.no-quorum', details: { roll: 6, present: 3, needed: 4 } }],
    });
    const [told, ...more] = await house.database.query<{ data: object }>(
      "SELECT data FROM outbox WHERE aggregate_id = $1 AND name = 'ballot.schedule-refused.v1'",
      [vote.id],
    );
    expect([told, more]).toMatchObject([{ data: { act: 'open', code: 'ballot.no-quorum', ballotId: vote.id } }, []]);
    await vote.accepted(vote.meeting.organiser, 'opening', {});
  });

  it('does nothing where an organiser was faster, and acts for nobody who lost the office', async () => {
    const house = await newHouse();
    const faster = await named(house);
    expect((await schedule(house, faster, { opensAt: soon(HOUR_MS) })).status).toBe(200);
    await faster.accepted(faster.meeting.organiser, 'opening', {});
    house.setClock(soon(2 * HOUR_MS));
    await probe('it came to nothing', async () => (await page(house, faster)).appointments[0]?.end === 'moot');
    expect(await factsOf(house, faster.id)).toEqual(['ballot.ballot-announced.v1', 'ballot.ballot-opened.v1']);

    house.setClock(null);
    const relieved = await named(house);
    const { meeting } = relieved;
    const clerk = meeting.person();
    await meeting.register(clerk);
    await meeting.give(clerk, 'SECRETARIAT');
    expect((await schedule(house, relieved, { opensAt: soon(HOUR_MS) }, clerk)).status).toBe(200);
    await house.database.query('UPDATE directory_offices SET held = false WHERE member_id = $1', [clerk.id]);
    house.setClock(soon(2 * HOUR_MS));
    await probe('it was refused', async () => (await page(house, relieved)).appointments[0]?.refusal === 'ballot.not-an-organiser');
  });

  it('is set by an organiser alone, where the rules have it so, for what it can do', async () => {
    const house = await newHouse();
    const vote = await named(house);
    const later = soon(HOUR_MS);
    expect(said(await schedule(house, vote, { opensAt: later }, vote.meeting.scrutineers[0]))).toBe('403 ballot.not-an-organiser');
    expect(said(await schedule(house, vote, { opensAt: later }, { ...vote.meeting.organiser, organisationId: vote.id }))).toBe(
      '404 ballot.not-found',
    );
    expect(said(await schedule(house, vote, { opensAt: 'tomorrow' }))).toBe('400 malformed');
    expect(said(await schedule(house, vote, { opensAt: soon(-1_000) }))).toBe('422 ballot.time-past');
    expect(said(await schedule(house, vote, { closesAt: later }))).toBe('409 ballot.closing-needs-figures');
    const plain = await (await BallotSteps.draft(house, vote.meeting, 'resolution')).named();
    expect(said(await schedule(house, plain, { opensAt: later }))).toBe('409 ballot.not-by-the-clock');
    expect((await schedule(house, vote, { opensAt: later })).status).toBe(200);
    expect((await page(house, vote)).appointments).toHaveLength(1);
    expect((await schedule(house, vote, { opensAt: null })).status).toBe(200);
    expect((await page(house, vote)).appointments).toEqual([]);
  });
});
