import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { FORGERIES, SELF_TEST_ELECTION, selfTestArchive } from '@plenum/ballot-verification';
import { probe } from '@plenum/test-kit';
import { type BallotHouse, Meeting, ownBallotHouse, type Person, WITH_FOREIGN_VERIFIER } from '../../testing/ballot-house.js';
import { said, SealedVote } from '../../testing/sealed-steps.js';

jest.setTimeout(120_000); // Sealing and checking papers in one thread, beside whatever else the machine does.

/** Waits in a shell for a file; not for ever, should the test fail before it makes it. */
const until = (file: string) => `for n in $(seq 600); do [ -e ${file} ] && break; sleep 0.1; done`;

describe('the gate of two verifiers', () => {
  const theHouse = ownBallotHouse(WITH_FOREIGN_VERIFIER);
  let house: BallotHouse;
  let folder: string;
  beforeAll(() => {
    house = theHouse();
    folder = mkdtempSync(join(tmpdir(), 'plenum-gate-'));
    writeFileSync(join(folder, 'good.bel'), selfTestArchive('good'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A program that answers to its version, passes its self-test because it knows the good archive, and then does as it is told. */
  const program = (name: string, script: string): string => {
    const file = join(folder, name);
    writeFileSync(
      file,
      `#!/bin/sh\nif [ "$1" = --version ]; then echo '9.9 (of a test)'; exit 0; fi\nif [ -e "$4/${SELF_TEST_ELECTION}.bel" ]; then exec cmp -s "$4/${SELF_TEST_ELECTION}.bel" ${join(folder, 'good.bel')}; fi\n${script}\n`,
    );
    chmodSync(file, 0o755);
    return file;
  };
  const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`plenum-foreign-${process.pid}-`));

  /** A ballot that lacks nothing but its last share. */
  const almost = async () => {
    const meeting = await Meeting.of(house, { delegates: 2 });
    const vote = await (await SealedVote.named(house, meeting, 'resolution')).opened();
    for (const voter of meeting.delegates) await vote.vote(voter, [[1, 0, 0]]);
    await vote.accepted(meeting.organiser, 'closing', {});
    const [last, ...others] = vote.scrutineers as [Person, ...Person[]];
    for (const scrutineer of others) await vote.share(scrutineer);
    return { meeting, vote, last, share: await vote.shareOf(last) };
  };
  const verifiersOf = async ({ vote, meeting }: { vote: SealedVote; meeting: Meeting }) =>
    ((await vote.get(meeting.organiser, '/result')).body as { verifiers: unknown }).verifiers;
  const addShare = (at: BallotHouse, { vote, last, share }: { vote: SealedVote; last: Person; share: string }) =>
    at.send('post', `/ballots/${vote.id}/shares`, last, { share });
  const count = (at: BallotHouse, { vote, meeting }: { vote: SealedVote; meeting: Meeting }) =>
    at.send('post', `/ballots/${vote.id}/count`, meeting.organiser, {});

  it.each([
    ['ends badly', 'exit 3', 'exit-3'],
    ['warns', 'echo "I: all good"; echo "W: no result to check" >&2; exit 0', 'warning'],
    ['is killed', 'kill -9 $$', 'not-runnable'],
    ['does not end', 'sleep 60', 'timeout'],
    ['says more than anybody would read', 'yes "I: still at it"', 'not-runnable'],
  ])('keeps the result from standing when the foreign program %s, until it accepts', async (_, script, check) => {
    const ballot = await almost();
    const doubting = await house.replica({
      BALLOT_BELENIOS_TOOL: program(check, script),
      BALLOT_BELENIOS_TOOL_SECONDS_MAX: check === 'timeout' ? '1' : '60',
    });
    const refused = { status: 409, body: { type: 'ballot.archive-refused', details: { verifier: 'belenios-tool', check } } };
    expect(await addShare(doubting, ballot)).toMatchObject(refused);
    expect(await count(doubting, ballot)).toMatchObject(refused);
    // The share is there, and no other is taken; the sums are not.
    expect(said(await addShare(doubting, ballot))).toBe('409 ballot.share-repeated');
    expect((await ballot.vote.get(ballot.last, '/board/head')).body).toMatchObject({ lastEvent: 'PartialDecryption' });
    expect((await ballot.vote.get(ballot.meeting.organiser)).body).toMatchObject({ state: 'CLOSED' });
    await doubting.app.close();
    expect(left()).toEqual([]);

    const trusting = await house.replica({ BALLOT_BELENIOS_TOOL: program('accepts', 'test -s "$4"/*.bel && echo "I: all good"') });
    expect((await count(trusting, ballot)).body).toMatchObject({ state: 'TALLIED' });
    expect(await verifiersOf(ballot)).toEqual([
      { verifier: 'belenios-tool', version: '9.9 (of a test)', verdict: 'accepted' },
      { verifier: 'plenum-verify', version: '1', verdict: 'accepted' },
    ]);
    await expect(
      house.database.query("UPDATE sealed_verdicts SET verdict = 'absent' WHERE ballot_id = $1", [ballot.vote.id]),
    ).rejects.toThrow('append-only');
    await trusting.app.close();
    expect(left()).toEqual([]);
  });

  /**
   * What a service says at its start of the program that it finds, before anybody asks for a result; and how often the program was asked
   * meanwhile.
   */
  const atStart = async (name: string, script: string) => {
    const asked = join(folder, `${name}-asked`);
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\nif [ "$1" = --version ]; then echo '3.3 (of a test)'; exit 0; fi\nls "$4" >> ${asked}\n${script}\n`);
    chmodSync(file, 0o755);
    const lines: string[] = [];
    const faults = jest.spyOn(Logger.prototype, 'error').mockImplementation((line) => void lines.push(String(line)));
    const service = await house.replica({ BALLOT_BELENIOS_TOOL: file });
    const archives = () => (existsSync(asked) ? readFileSync(asked, 'utf8').trim().split('\n') : []);
    return {
      service,
      archives,
      said: () => lines.filter((line) => line.startsWith('belenios-tool')),
      quiet: () => faults.mockRestore(),
    };
  };

  it('believes no program that says yes to everything: it is named unfit when the service starts and whenever it would be asked, is shown no archive of ours, and the result says so', async () => {
    const { service, archives, said: told, quiet } = await atStart('nods', "echo 'I: all checks passed'");
    await probe('it is named at the start', () => told().length > 0, { timeoutMs: 60_000 });
    const ballot = await almost();
    expect((await addShare(service, ballot)).status).toBe(200);
    expect((await count(service, ballot)).status).toBe(200);
    await service.app.close();
    quiet();
    expect(told().length).toBeGreaterThan(1);
    expect(new Set(told())).toEqual(
      new Set([`belenios-tool 3.3 (of a test) is not fit to verify anything: ${JSON.stringify({ accepts: FORGERIES[0] })}`]),
    );
    expect(new Set(archives())).toEqual(new Set([`${SELF_TEST_ELECTION}.bel`]));
    expect(await verifiersOf(ballot)).toMatchObject([
      { verifier: 'belenios-tool', version: expect.stringContaining('3.3 (of a test)'), verdict: 'unfit' },
      { verifier: 'plenum-verify', verdict: 'accepted' },
    ]);
  });

  it('believes a program that checks when it is told to wait for its own checks, as 3.x: it has shown so when the service starts', async () => {
    const {
      service,
      archives,
      said: told,
      quiet,
    } = await atStart('waits', '[ "$LWT_ASYNC_METHOD" = none ] || exit 0; exec belenios-tool "$@"');
    const shown = 1 + 3 * FORGERIES.length; // The good archive once, each forgery three times.
    await probe('its self-test is over', () => archives().length === shown, {
      timeoutMs: 60_000,
      describe: () => `${archives().length} archives`,
    });
    const ballot = await almost();
    expect((await addShare(service, ballot)).status).toBe(200);
    expect((await count(service, ballot)).status).toBe(200);
    await service.app.close();
    quiet();
    expect(told()).toEqual([]);
    expect(archives().map((name) => name === `${SELF_TEST_ELECTION}.bel`)).toEqual([...Array<boolean>(shown).fill(true), false]);
    expect(await verifiersOf(ballot)).toMatchObject([
      { verifier: 'belenios-tool', version: expect.stringContaining('3.3 (of a test)'), verdict: 'accepted' },
      { verifier: 'plenum-verify', verdict: 'accepted' },
    ]);
  });

  it('records the real program with its version', async () => {
    const ballot = await almost();
    expect((await addShare(house, ballot)).status).toBe(200);
    await count(house, ballot);
    expect(await verifiersOf(ballot)).toEqual([
      { verifier: 'belenios-tool', version: expect.stringMatching(/^\d/), verdict: 'accepted' },
      { verifier: 'plenum-verify', version: '1', verdict: 'accepted' },
    ]);
  });

  it('says that it was absent where it is not installed or switched off, and refuses where it is asked for by name and not there', async () => {
    const ballot = await almost();
    const lost = await house.replica({ BALLOT_BELENIOS_TOOL: join(folder, 'nowhere') });
    expect(await addShare(lost, ballot)).toMatchObject({
      status: 409,
      body: { details: { verifier: 'belenios-tool', check: 'not-runnable' } },
    });
    await lost.app.close();
    const without = await house.replica({ BALLOT_BELENIOS_TOOL: 'none' });
    expect((await count(without, ballot)).status).toBe(200);
    await without.app.close();
    expect(await verifiersOf(ballot)).toMatchObject([
      { verifier: 'belenios-tool', version: null, verdict: 'absent' },
      { verifier: 'plenum-verify', verdict: 'accepted' },
    ]);

    const another = await almost();
    const { PATH } = process.env;
    process.env['PATH'] = folder;
    try {
      expect((await addShare(house, another)).status).toBe(200);
    } finally {
      process.env['PATH'] = PATH;
    }
    await count(house, another);
    expect(await verifiersOf(another)).toMatchObject([{ verifier: 'belenios-tool', verdict: 'absent' }, { verifier: 'plenum-verify' }]);
  });

  it('ends with the service, and leaves nothing behind', async () => {
    const ballot = await almost();
    const pid = join(folder, 'pid');
    const ending = await house.replica({
      BALLOT_BELENIOS_TOOL: program('endless', `echo $$ > ${pid}-begun; mv ${pid}-begun ${pid}; exec sleep 600`),
    });
    const answer = addShare(ending, ballot).then(
      (given) => given,
      () => null,
    );
    await probe('the program runs', () => existsSync(pid));
    await ending.app.close();
    await answer;
    await probe('the program is gone', () => !existsSync(`/proc/${readFileSync(pid, 'utf8').trim()}/exe`));
    await probe('the folder is gone', () => left().length === 0);
    expect((await count(house, ballot)).body).toMatchObject({ state: 'TALLIED' });
  });

  it('keeps nobody waiting who gives the last share of a large box: the count says that it is being opened, and counts once it is', async () => {
    const ballot = await almost();
    const enough = join(folder, 'enough');
    const patient = await house.replica({ BALLOT_OPENING_ANSWER_SECONDS_MAX: '1', BALLOT_BELENIOS_TOOL: program('long', until(enough)) });
    expect((await addShare(patient, ballot)).status).toBe(200);
    expect(said(await count(patient, ballot))).toBe('409 ballot.box-opening');
    writeFileSync(enough, '');
    await probe('the box is open', async () => (await count(patient, ballot)).status === 200);
    expect((await ballot.vote.get(ballot.meeting.organiser)).body).toMatchObject({ state: 'TALLIED' });
    await patient.app.close();
  });

  it('holds no transaction and no thread of the service while the program thinks', async () => {
    const ballot = await almost();
    const started = join(folder, 'started');
    const slow = await house.replica({ BALLOT_BELENIOS_TOOL: program('slow', `touch ${started}; ${until(`${started}-enough`)}`) });
    const answer = addShare(slow, ballot).then((given) => given);
    await probe('the program runs', () => readdirSync(folder).includes('started'));
    expect((await slow.send('get', `/ballots/${ballot.vote.id}/board/head`, ballot.last)).body).toMatchObject({
      lastEvent: 'PartialDecryption',
    });
    // Workers of the service have short ones now and then; what were held for the program would stay.
    const open = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'";
    await probe('no transaction is open', async () => (await house.database.query(open)).length === 0);
    // Who asks meanwhile waits for the same opening.
    const counted = count(slow, ballot).then((given) => given);
    writeFileSync(`${started}-enough`, '');
    expect([(await answer).status, (await counted).status]).toEqual([200, 200]);
    await slow.app.close();
  });
});
