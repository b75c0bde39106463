import { hexHash, verifyArchive } from '@plenum/ballot-crypto';
import { type BallotHouse, ownBallotHouse, Meeting, type Person } from '../../testing/ballot-house.js';
import { arithmetic, said, SEALED_RESOLUTION_RULES, SealedVote } from '../../testing/sealed-steps.js';
import { BallotBoxes, type VerifiedPaper } from './ballot-boxes.js';
import { OpenBoards } from '../board/open-boards.js';

jest.setTimeout(120_000);

const YES = [[1, 0, 0]];
const NO = [[0, 1, 0]];

describe('a ballot box', () => {
  const theHouse = ownBallotHouse();
  let house: BallotHouse;
  let meeting: Meeting;
  beforeAll(async () => {
    house = theHouse();
    meeting = await Meeting.of(house, { delegates: 6 });
  });

  const open = async (rules: object = SEALED_RESOLUTION_RULES) => (await SealedVote.named(house, meeting, 'resolution', rules)).opened();
  const board = async (vote: SealedVote) => {
    const verdict = verifyArchive(await vote.archive(meeting.organiser), { arithmetic });
    if (!verdict.ok) throw new Error(verdict.reason);
    return verdict;
  };
  const verified = async (vote: SealedVote, voter: Person, choices = YES): Promise<VerifiedPaper> => {
    const paper = await vote.seal(voter, choices);
    return { paper, marks: undefined, payload: hexHash(paper), credential: (JSON.parse(paper) as { credential: string }).credential };
  };
  const transactions = async (vote: SealedVote): Promise<number> => {
    const [{ count = -1 } = {}] = await house.database.query<{ count: number }>(
      "SELECT count(DISTINCT xmin::text)::int AS count FROM board_events WHERE ballot_id = $1 AND type = 'Ballot'",
      [vote.id],
    );
    return count;
  };

  it('takes what comes in the same moment in one transaction, in order, each with its own place', async () => {
    const vote = await open();
    const boxes = house.app.get(BallotBoxes);
    const opened = await house.app.get(OpenBoards).boardOf(vote.id, meeting.organisationId);
    const papers = await Promise.all(meeting.delegates.map((voter) => verified(vote, voter)));
    const again = papers[2] as VerifiedPaper;
    const second = await verified(vote, meeting.delegates[1] as Person, NO);
    const outcomes = await Promise.allSettled([...papers, again, second].map((paper) => boxes.append(opened, paper)));
    const places = outcomes.map((outcome) =>
      outcome.status === 'fulfilled' ? outcome.value.height : (outcome.reason as { code: string }).code,
    );
    // The same paper twice has one place; a second paper of a voter has none, and harms nobody beside it.
    expect(places).toEqual([1, 2, 3, 4, 5, 6, 3, 'ballot.already-voted']);
    expect(await transactions(vote)).toBe(1);
    expect(await board(vote)).toMatchObject({ papers: 6, counted: 6 });
  });

  it('takes a second paper of the same voter in the same breath where voting again is allowed; the last counts', async () => {
    const vote = await open({ ...SEALED_RESOLUTION_RULES, revote: true });
    const boxes = house.app.get(BallotBoxes);
    const opened = await house.app.get(OpenBoards).boardOf(vote.id, meeting.organisationId);
    const voter = meeting.delegates[0] as Person;
    const papers = await Promise.all([YES, NO, YES].map((choices) => verified(vote, voter, choices)));
    expect((await Promise.all(papers.map((paper) => boxes.append(opened, paper)))).map(({ height }) => height)).toEqual([1, 2, 3]);
    expect(await board(vote)).toMatchObject({ papers: 3, counted: 1 });
  });

  it('closed in the midst of casting holds what it acknowledged, and refuses the rest by its name', async () => {
    const vote = await open();
    const papers = await Promise.all(meeting.delegates.map((voter) => vote.seal(voter, YES)));
    const [first, ...others] = meeting.delegates.map((voter, nth) => () => vote.cast(voter, papers[nth] ?? ''));
    await first?.();
    const closing = vote.accepted(meeting.organiser, 'closing', {});
    const answers = await Promise.all(others.map((cast) => cast()));
    await closing;
    const acknowledged = answers.filter(({ status }) => status === 200);
    expect(answers.filter((answer) => !acknowledged.includes(answer)).map(said)).toEqual(
      Array.from({ length: answers.length - acknowledged.length }, () => '409 ballot.voting-closed'),
    );
    expect(await board(vote)).toMatchObject({ papers: 1 + acknowledged.length, counted: 1 + acknowledged.length });
  });

  it('that cannot be reached loses nobody: none of the papers is there, and each may be sent again', async () => {
    const vote = await open();
    const boxes = house.app.get(BallotBoxes);
    const opened = await house.app.get(OpenBoards).boardOf(vote.id, meeting.organisationId);
    const papers = await Promise.all(meeting.delegates.map((voter) => verified(vote, voter)));
    // No row may be so: the database refuses the transaction.
    const spoiled = { ...(papers[1] as VerifiedPaper), credential: null as unknown as string };
    const outcomes = await Promise.allSettled(
      [papers[0] as VerifiedPaper, spoiled, ...papers.slice(2)].map((paper) => boxes.append(opened, paper)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'rejected'));
    expect(await board(vote)).toMatchObject({ papers: 0 });
    await Promise.all(papers.map((paper) => boxes.append(opened, paper)));
    expect(await board(vote)).toMatchObject({ papers: 6, counted: 6 });
  });
});
