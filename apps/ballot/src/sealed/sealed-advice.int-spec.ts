import { verifyArchive } from '@plenum/ballot-crypto';
import { BeleniosTool } from '@plenum/ballot-crypto/testing';
import { count } from '@plenum/ballot-domain';
import { type BallotHouse, Meeting, ballotHouse, type Person } from '../testing/ballot-house.js';
import { arithmetic, said, SealedVote } from '../testing/sealed-steps.js';

jest.setTimeout(120_000); // Papers of many questions in one thread, beside whatever else the machine does.

const GRADES = ['excellent', 'competent', 'basically', 'not'];
const LEADERS = ['l1', 'l2', 'l3', 'l4', 'l5'].map((id) => ({ id, label: `Leader ${id}` }));
const EMBLEMS = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, label: `Emblem ${id}` }));
const grade = (nth: number): number[] => [0, 1, 2, 3, 4].map((place) => (place === nth ? 1 : 0));

describe('sealed votes that advise', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  const judged = async (vote: SealedVote, as: Person) => {
    const archive = await vote.archive(as);
    const verdict = verifyArchive(archive, { arithmetic });
    if (!verdict.ok) throw new Error(verdict.reason);
    expect(BeleniosTool.find().verify(archive, verdict.election.uuid)).toMatchObject({ isAccepted: true });
    return verdict;
  };

  // R80 to R83: each subject graded by itself, abstaining is an answer.
  it('appraise five leaders, each by one grade or none, on one paper', async () => {
    const meeting = await Meeting.of(house, { delegates: 3 });
    const {
      organiser,
      delegates,
      tellers: [teller],
    } = meeting;
    const draft = { kind: 'appraisal', subjects: LEADERS, grades: GRADES, rates: { competentRate: ['excellent', 'competent'] } };
    const vote = await (await SealedVote.of(house, meeting, draft)).opened();
    const papers = [
      [0, 0, 1, 3, 4],
      [0, 1, 1, 3, 4],
      [1, 2, 4, 0, 4],
    ].map((grades) => grades.map(grade));
    for (const [n, paper] of papers.entries()) await vote.vote(delegates[n] as Person, paper);
    await vote.accepted(organiser, 'closing', {});
    for (const scrutineer of vote.scrutineers) await vote.share(scrutineer);
    expect(await judged(vote, organiser)).toMatchObject({
      result: [
        [2, 1, 0, 0, 0],
        [1, 1, 1, 0, 0],
        [0, 2, 0, 0, 1],
        [1, 0, 0, 2, 0],
        [0, 0, 0, 0, 3],
      ],
    });
    await vote.accepted(teller, 'count', {});
    const { body } = await vote.get(teller, '/result');
    expect(body).toMatchObject({
      outcome: {
        status: 'counted',
        subjects: [
          {
            id: 'l1',
            abstain: 0,
            grades: { excellent: { count: 2, ofValid: { percent: '66.7' } } },
            rates: { competentRate: { count: 3 } },
          },
          { id: 'l2' },
          { id: 'l3', abstain: 1, rates: { competentRate: { ofValid: { percent: '66.7' }, ofMarked: { percent: '100.0' } } } },
          { id: 'l4' },
          { id: 'l5', abstain: 3, grades: { excellent: { ofMarked: { num: 0, den: 0, percent: null } } } },
        ],
      },
    });
    expect(count((body as { countingCase: unknown }).countingCase)).toMatchObject((body as { outcome: object }).outcome);
  });

  // DOMAIN 2.4, row 43: five options, all staff, between sessions and over days.
  it('poll all staff, who register from wherever they are until the voting opens', async () => {
    const meeting = await Meeting.of(house, { delegates: 4, present: 0, open: false });
    const {
      organiser,
      delegates,
      tellers: [teller, , late],
      scrutineers: [scrutineer],
    } = meeting;
    const vote = await SealedVote.of(house, meeting, { kind: 'poll', electorate: 'staff', options: EMBLEMS });
    for (const each of vote.scrutineers) await vote.offerKey(each);
    const newcomer = meeting.person();
    await meeting.register(newcomer);
    // Nobody signs in; a teller has a voice, too. Who came after the roll was frozen has none, nor has anybody after the opening.
    const voters = [...delegates, teller];
    for (const voter of voters) await vote.register(voter);
    expect(said(await vote.post(newcomer, 'credentials', { publicCredential: '5' }))).toBe('403 ballot.not-on-roll');
    await vote.accepted(organiser, 'opening', {});
    expect(said(await vote.post(late, 'credentials', { publicCredential: '5' }))).toBe('409 ballot.wrong-state');
    expect((await vote.get(organiser)).body).toMatchObject({ counts: { roll: 11, present: 11, issued: 5 } });
    for (const [n, voter] of voters.slice(0, 4).entries()) await vote.vote(voter, [grade([1, 1, 4, 0][n] ?? 0)]);
    await vote.accepted(organiser, 'closing', {});
    for (const each of vote.scrutineers) await vote.share(each);
    await judged(vote, organiser);
    await vote.accepted(scrutineer, 'count', {});
    expect((await vote.get(scrutineer, '/result')).body).toMatchObject({
      electorate: 'staff',
      counts: { issued: 5, returned: 4, valid: 4 },
      outcome: {
        status: 'counted',
        leading: ['b'],
        options: [
          { id: 'b', votes: 2 },
          { id: 'a', votes: 1 },
          { id: 'e', votes: 1 },
          { id: 'c', votes: 0 },
          { id: 'd', votes: 0 },
        ],
      },
    });
  });
});
