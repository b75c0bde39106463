import { publicCredential, verifyArchive } from '@plenum/ballot-crypto';
import { type BallotHouse, Meeting, ballotHouse, type Person } from '../testing/ballot-house.js';
import { type Acknowledgement, arithmetic, said, SEALED_RESOLUTION_RULES, SealedVote } from '../testing/sealed-steps.js';

jest.setTimeout(120_000); // Sealing and checking papers in one thread, beside whatever else the machine does.

describe('a paper that is not what it says', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  let meeting: Meeting;
  let vote: SealedVote;
  beforeAll(async () => {
    house = theHouse();
    meeting = await Meeting.of(house, { delegates: 3 });
    vote = await (await SealedVote.named(house, meeting, 'resolution', { ...SEALED_RESOLUTION_RULES, revote: true })).opened();
  }, 120_000);

  it("is refused when it names another's credential, which its maker does not hold", async () => {
    const [one, two] = meeting.delegates as [Person, Person];
    const theirs = (JSON.parse(await vote.seal(two, [[1, 0, 0]])) as { credential: string }).credential;
    expect(said(await vote.cast(one, await vote.sealUnder(one, theirs, [[0, 1, 0]])))).toBe('403 ballot.credential-not-held');
    // The same, with a credential that was given to nobody.
    expect(said(await vote.cast(one, await vote.sealUnder(one, publicCredential(arithmetic, 7n), [[0, 1, 0]])))).toBe(
      '403 ballot.credential-off-roll',
    );
    expect((await vote.get(one, '/board/head')).body).toMatchObject({ papers: 0 });
  });

  it('undoes no revote when it is sent again by whoever caught it: it is acknowledged as it was, and the later paper counts', async () => {
    const [one, two, three] = meeting.delegates as [Person, Person, Person];
    const [first, second] = [await vote.seal(one, [[1, 0, 0]]), await vote.seal(one, [[0, 1, 0]])];
    const acknowledged = (await vote.cast(one, first)).body as Acknowledgement;
    expect((await vote.cast(one, second)).body).toMatchObject({ position: acknowledged.position + 1 });
    for (const sender of [one, two, three]) expect((await vote.cast(sender, first)).body).toEqual(acknowledged);
    expect((await vote.get(one, '/board/head')).body).toMatchObject({ papers: 2 });
    await vote.accepted(meeting.organiser, 'closing', {});
    expect((await vote.cast(two, first)).body).toEqual(acknowledged);
    for (const scrutineer of vote.scrutineers) await vote.share(scrutineer);
    expect(verifyArchive(await vote.archive(one), { arithmetic })).toMatchObject({ ok: true, papers: 2, counted: 1, result: [[0, 1, 0]] });
  });
});
