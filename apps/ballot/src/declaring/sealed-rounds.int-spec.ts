import { type BallotHouse, Meeting, ballotHouse } from '../testing/ballot-house.js';
import { SealedVote, arithmetic, said } from '../testing/sealed-steps.js';
import { verifyArchive } from '@plenum/ballot-crypto';

const HALF_OR_MORE_OF_ROLL = { num: 1, den: 2, inclusive: true, base: 'roll' };
const RULES = {
  quorum: { num: 2, den: 3, inclusive: true },
  returnedLimit: 'issued',
  seats: 1,
  surplus: { rate: { num: 5, den: 100 }, min: 1 },
  elect: HALF_OR_MORE_OF_ROLL,
  tie: 'runoff',
  shortage: 'vacant',
  writeIns: 'none',
};
const [ONE, TWO] = [[[1, 0, 0]], [[0, 1, 0]]];

describe('a sealed run-off', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  const declared = async (vote: SealedVote): Promise<{ outcome: object }> => {
    const {
      meeting: {
        organiser,
        tellers: [teller],
      },
      scrutineers,
    } = vote;
    await vote.accepted(organiser, 'closing', {});
    for (const scrutineer of scrutineers) await vote.share(scrutineer);
    await vote.accepted(teller, 'count', {});
    for (const officer of [scrutineers[0], teller]) if (officer) await vote.accepted(officer, 'signatures', {});
    await vote.accepted(organiser, 'declaration');
    return (await vote.get(organiser, '/result')).body as { outcome: object };
  };
  const electionOf = async (vote: SealedVote) =>
    (await vote.get(vote.meeting.organiser, '/board/head')).body as {
      electionFingerprint: string;
      trusteesFingerprint: string;
      rollFingerprint: string;
    };

  /** A first round that leaves two level, declared. */
  const tied = async (meeting: Meeting): Promise<{ first: SealedVote; papers: string[] }> => {
    const { delegates } = meeting;
    const first = await (await SealedVote.named(house, meeting, 'election', RULES)).opened();
    const papers = await Promise.all(delegates.map((delegate, nth) => first.seal(delegate, nth < 3 ? ONE : TWO)));
    for (const [nth, delegate] of delegates.entries()) expect((await first.cast(delegate, papers[nth] ?? '')).status).toBe(200);
    expect((await declared(first)).outcome).toMatchObject({
      status: 'next-round',
      nextRound: { kind: 'runoff', seats: 1, candidates: ['c1', 'c2'] },
    });
    return { first, papers };
  };

  it('takes no more papers once the first round is annulled', async () => {
    const meeting = await Meeting.of(house);
    const {
      organiser,
      delegates: [voter = organiser],
    } = meeting;
    const { first } = await tied(meeting);
    const second = await SealedVote.following(first, ((await first.post(organiser, 'next-round')).body as { id: string }).id);
    for (const scrutineer of second.scrutineers) await second.offerKey(scrutineer);
    await second.register(voter);
    await second.accepted(organiser, 'opening', {});
    const paper = await second.seal(voter, [[0, 1]]);
    await first.accepted(organiser, 'annulment', { reason: 'A key was lent.' });
    expect(said(await second.cast(voter, paper))).toBe('409 ballot.voting-closed');
    const rows = await house.database.query<{ type: string }>('SELECT type FROM board_events WHERE ballot_id = $1 ORDER BY height', [
      second.id,
    ]);
    expect(rows.map(({ type }) => type)).toEqual(['Setup', 'EndBallots']);
  });

  it('is an election of its own: other keys, other credentials, and a paper of the first round is none here', async () => {
    const meeting = await Meeting.of(house);
    const { organiser, delegates } = meeting;
    const { first, papers } = await tied(meeting);
    const { id } = (await first.post(organiser, 'next-round')).body as { id: string };
    const second = await SealedVote.following(first, id);
    expect(said(await second.post(organiser, 'opening', {}))).toBe('409 ballot.keys-missing');
    for (const scrutineer of second.scrutineers) await second.offerKey(scrutineer);
    expect(said(await second.post(organiser, 'opening', {}))).toBe('409 ballot.nobody-registered');
    for (const delegate of delegates) await second.register(delegate);
    await second.accepted(organiser, 'opening', {});
    expect(said(await second.cast(delegates[0] ?? null, papers[0] ?? ''))).toBe('413 ballot.paper-too-large');
    const [before, after] = [await electionOf(first), await electionOf(second)];
    for (const part of ['electionFingerprint', 'trusteesFingerprint', 'rollFingerprint'] as const)
      expect(after[part]).not.toBe(before[part]);

    for (const [nth, delegate] of delegates.entries()) await second.vote(delegate, [nth < 4 ? [0, 1] : [1, 0]]);
    expect((await declared(second)).outcome).toMatchObject({ status: 'decided', elected: ['c2'] });
    for (const vote of [first, second]) expect(verifyArchive(await vote.archive(organiser), { arithmetic })).toMatchObject({ ok: true });
  });
});
