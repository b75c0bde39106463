import { type BallotHouse, Meeting, type Person, ownBallotHouse } from '../testing/ballot-house.js';
import { SealedVote } from '../testing/sealed-steps.js';
import { Verification } from './verification/verification.js';

const JUNK = 30;
const PAPERS_AT_ONCE = 16;

describe('junk papers of one member', () => {
  const theHouse = ownBallotHouse();
  let house: BallotHouse;
  let vote: SealedVote;
  let voters: [Person, Person, Person];
  beforeAll(async () => {
    house = theHouse();
    const meeting = await Meeting.of(house, { delegates: 3 });
    voters = meeting.delegates as typeof voters;
    vote = await (await SealedVote.named(house, meeting, 'resolution')).opened();
  }, 120_000);

  /**
   * Junk is sent but for its last bytes, somebody votes, and the junk ends: what happened, in its order; and how many papers were verified
   * for it.
   */
  const around = async (voter: Person, bodies: readonly string[]) => {
    const paper = await vote.seal(voter, [[1, 0, 0]]);
    const verified = jest.spyOn(house.app.get(Verification), 'paper');
    const finish = await house.beginMany(`/ballots/${vote.id}/papers`, voters[0], bodies);
    const happened: string[] = [`vote ${(await vote.cast(voter, paper)).status}`];
    for (const status of (await finish()).sort()) happened.push(`junk ${status}`);
    const papers = verified.mock.calls.length;
    verified.mockRestore();
    return { happened, papers };
  };

  it('of 0.9 MB keep nobody waiting: the vote of another is answered while they are under way, and none of them is ever verified', async () => {
    const body = JSON.stringify({ paper: 'x'.repeat(900_000) });
    const { happened, papers } = await around(
      voters[1],
      Array.from({ length: JUNK }, () => body),
    );
    expect(happened).toEqual([
      'vote 200',
      ...Array.from({ length: PAPERS_AT_ONCE }, () => 'junk 413'),
      ...Array.from({ length: JUNK - PAPERS_AT_ONCE }, () => 'junk 429'),
    ]);
    expect(papers).toBe(1);
  });

  it('that are as long as a paper may be are verified no more than so many at a time, behind the vote that came before them', async () => {
    const { credential } = JSON.parse(await vote.seal(voters[2], [[0, 1, 0]])) as { credential: string };
    const body = JSON.stringify({ paper: JSON.stringify({ credential, noise: 'x'.repeat(2_000) }) });
    const { happened, papers } = await around(
      voters[2],
      Array.from({ length: JUNK }, () => body),
    );
    expect(happened).toEqual([
      'vote 200',
      ...Array.from({ length: PAPERS_AT_ONCE }, () => 'junk 422'),
      ...Array.from({ length: JUNK - PAPERS_AT_ONCE }, () => 'junk 429'),
    ]);
    expect(papers).toBe(1 + PAPERS_AT_ONCE);
  });
});
