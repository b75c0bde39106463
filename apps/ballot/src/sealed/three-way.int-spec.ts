import { threeWayCounts, verifyArchive } from '@plenum/ballot-crypto';
import { BeleniosTool } from '@plenum/ballot-crypto/testing';
import { count } from '@plenum/ballot-domain';
import { type BallotHouse, Meeting, ownBallotHouse, type Person, WITH_FOREIGN_VERIFIER } from '../testing/ballot-house.js';
import { arithmetic, said, SEALED_ELECTION_RULES, SealedVote } from '../testing/sealed-steps.js';

jest.setTimeout(120_000); // Papers with four proofs a candidate, in one thread, beside whatever else the machine does.

const THREE_WAY = {
  ...SEALED_ELECTION_RULES,
  tie: 'fewer-against',
  elect: { num: 1, den: 2, inclusive: true, base: 'roll' },
  procedure: { sealedMarks: 'three-way' },
};

describe('a sealed election with three-way marks', () => {
  const theHouse = ownBallotHouse(WITH_FOREIGN_VERIFIER);
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  it('counts for, against and neither, settles a tie by the fewer against, and proves both logs', async () => {
    const meeting = await Meeting.of(house, { delegates: 4 });
    const {
      organiser,
      delegates,
      tellers: [teller],
    } = meeting;
    const vote = await (await SealedVote.named(house, meeting, 'election', THREE_WAY)).opened();
    expect((await vote.get(delegates[0] ?? null, '/board/setup')).body).toMatchObject({ pairs: [{ approve: 0, against: 1 }] });
    const marks = [
      ['approve', 'approve', 'abstain'],
      ['approve', 'against', 'approve'],
      ['approve', 'approve', 'against'],
      ['abstain', 'against', 'approve'],
    ] as const;
    const papers = await Promise.all(marks.map((each, n) => vote.sealMarks(delegates[n] as Person, each)));
    const replica = await house.replica();
    for (const [n, { text, marks: proofs }] of papers.entries()) {
      const answer = await vote.cast(delegates[n] ?? null, text, n % 2 ? replica : house, proofs);
      expect(answer).toMatchObject({ status: 200, body: { position: n + 1 } });
      // Sent again, with the proofs or without: the same acknowledgement, and no second line.
      expect((await vote.cast(delegates[n] ?? null, text, replica)).body).toEqual(answer.body);
    }
    await replica.app.close();
    expect((await vote.get(organiser, '/board/head')).body).toMatchObject({
      height: 4,
      sidecar: { height: 4, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    await vote.accepted(organiser, 'closing', {});
    for (const scrutineer of vote.scrutineers) await vote.share(scrutineer);

    const [archive, sidecar] = [await vote.archive(organiser), await vote.file(delegates[0] as Person, 'sidecar')];
    const verdict = verifyArchive(archive, { arithmetic, sidecar });
    if (!verdict.ok || !verdict.result) throw new Error(JSON.stringify(verdict));
    expect(
      threeWayCounts(verdict.result, { approve: 0, against: 1 }, verdict.counted).map(({ approve, against, abstain }) => [
        approve,
        against,
        abstain,
      ]),
    ).toEqual([
      [3, 0, 1],
      [2, 2, 0],
      [2, 1, 1],
    ]);
    expect(BeleniosTool.find().verify(archive, verdict.election.uuid)).toMatchObject({ isAccepted: true });
    expect(
      verifyArchive(archive, { arithmetic, sidecar: sidecar.subarray(0, sidecar.lastIndexOf('\n', sidecar.length - 2) + 1) }),
    ).toMatchObject({ ok: false, check: 'sidecar-paper' });

    await vote.accepted(teller, 'count', {});
    const { body } = await vote.get(teller, '/result');
    expect(body).toMatchObject({
      countingCase: {
        candidates: [
          { id: 'c1', yes: 3, no: 0, abstain: 1 },
          { id: 'c2', yes: 2, no: 2, abstain: 0 },
          { id: 'c3', yes: 2, no: 1, abstain: 1 },
        ],
      },
      outcome: { status: 'decided', elected: ['c1', 'c3'] },
      verifiers: [
        { verifier: 'belenios-tool', verdict: 'accepted' },
        { verifier: 'plenum-verify', verdict: 'accepted' },
      ],
    });
    expect(count((body as { countingCase: unknown }).countingCase)).toMatchObject((body as { outcome: object }).outcome);
  });

  it('takes paper and proofs together or not at all', async () => {
    const meeting = await Meeting.of(house, { delegates: 3 });
    const [one, two] = meeting.delegates as [Person, Person];
    const vote = await (await SealedVote.named(house, meeting, 'election', THREE_WAY)).opened();
    const { text, marks } = await vote.sealMarks(one, ['approve', 'against', 'abstain']);
    const other = await vote.sealMarks(two, ['approve', 'against', 'abstain']);
    expect(said(await vote.cast(one, text))).toBe('422 ballot.marks-missing');
    expect((await vote.cast(one, text, house, other.marks)).body).toMatchObject({
      type: 'ballot.paper-refused',
      details: { check: 'sidecar-proof' },
    });
    expect((await vote.cast(one, text, house, `${marks} `)).body).toMatchObject({
      type: 'ballot.paper-refused',
      details: { check: 'sidecar-form' },
    });
    expect((await vote.get(one, '/board/head')).body).toMatchObject({ papers: 0, sidecar: { height: 0 } });
    // A line that cannot be written takes the paper with it.
    await house.asOwner(
      `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full'; END $$`,
      'CREATE TRIGGER full_disk BEFORE INSERT ON board_marks FOR EACH ROW EXECUTE FUNCTION full_disk()',
    );
    expect((await vote.cast(one, text, house, marks)).status).toBe(500);
    await house.asOwner('DROP FUNCTION full_disk CASCADE');
    expect((await vote.get(one, '/board/head')).body).toMatchObject({ papers: 0, sidecar: { height: 0 } });
    expect((await vote.cast(one, text, house, marks)).body).toMatchObject({ position: 1 });
    expect((await vote.get(one, '/board/head')).body).toMatchObject({ papers: 1, sidecar: { height: 1 } });
    const copy = `INSERT INTO board_marks SELECT ballot_id, 2, hash, 'h', bytes FROM board_marks WHERE ballot_id = $1 AND height = 1`;
    await expect(house.database.query(copy, [vote.id])).rejects.toThrow('no paper on the board');
    for (const change of ["UPDATE board_marks SET hash = '' WHERE ballot_id = $1", 'DELETE FROM board_marks WHERE ballot_id = $1'])
      await expect(house.database.query(change, [vote.id])).rejects.toThrow('append-only');
  });

  it('has no sidecar and takes no further proofs where a mark is one or none', async () => {
    const meeting = await Meeting.of(house, { delegates: 2 });
    const [one] = meeting.delegates as [Person];
    const vote = await (await SealedVote.named(house, meeting, 'election')).opened();
    expect((await vote.get(one, '/board/setup')).body).toMatchObject({ pairs: [] });
    expect(said(await vote.get(one, '/board/sidecar'))).toBe('404 ballot.no-sidecar');
    expect(said(await vote.cast(one, await vote.seal(one, [[1, 0, 0]]), house, '[]'))).toBe('422 ballot.marks-unexpected');
    expect((await vote.get(one, '/board/head')).body).toMatchObject({ papers: 0, sidecar: null });
  });
});
