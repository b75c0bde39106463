import { count } from '@plenum/ballot-domain';
import { type BallotHouse, Meeting, type Person, ballotHouse } from './testing/ballot-house.js';
import { BallotSteps, ELECTION_RULES, RESOLUTION_RULES } from './testing/ballot-steps.js';

const NINE_OF_TEN = { ...ELECTION_RULES, seats: 9, shortage: 'supplementary', supplementary: { extra: 1, elect: null } };
const candidateId = (nth: number) => `c${String(nth + 1).padStart(2, '0')}`;
const TEN = Array.from({ length: 10 }, (_, nth) => ({ id: candidateId(nth), label: `Candidate ${nth + 1}` }));
const ids = (...numbers: number[]) => numbers.map((number) => candidateId(number - 1));

interface SheetOf {
  readonly no: number;
  readonly marks: Record<string, string>;
  readonly writeIns?: readonly string[];
}

/** Papers of which each candidate has so many approvals and none has more than its share: nobody chooses more than nine. */
function papersWith(approvals: readonly number[], papers: number): SheetOf[] {
  const sheets: SheetOf[] = Array.from({ length: papers }, (_, nth) => ({ no: nth + 1, marks: {} }));
  let next = 0;
  approvals.forEach((yes, candidate) => {
    for (let given = 0; given < yes; given += 1, next = (next + 1) % papers)
      (sheets[next] as SheetOf).marks[candidateId(candidate)] = 'yes';
  });
  return sheets;
}

describe('worked examples of DOMAIN 6.3, through the whole service', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  interface ResultBody {
    readonly countingCase: unknown;
    readonly outcome: object;
  }

  /** What the officers read, which is what the engine makes of the case that is told with it. */
  async function resultOf(ballot: BallotSteps): Promise<ResultBody> {
    const body = (await ballot.get(ballot.meeting.scrutineers[0], '/result')).body as ResultBody;
    if (body.countingCase !== null) expect(count(body.countingCase)).toMatchObject(body.outcome);
    return body;
  }

  /**
   * Sixty should attend, 58 came and got a paper each, 57 put theirs into the box; two tellers enter them, and two officers match each
   * spelling of 王甲.
   */
  async function electionOf(sheets: readonly SheetOf[], rules: object = NINE_OF_TEN): Promise<ResultBody> {
    const meeting = await Meeting.of(house, { delegates: 60, present: 58 });
    const election = await BallotSteps.draftOf(house, meeting, { kind: 'election', channel: 'paper', rules, candidates: TEN });
    await election.closed(sheets.length);
    for (const teller of meeting.tellers.slice(0, 2)) await election.enter(teller, sheets);
    for (const name of new Set(sheets.flatMap(({ writeIns = [] }) => writeIns))) {
      const means = { name, canonical: '王甲', eligible: true };
      await election.accepted(meeting.tellers[0], 'name-matches', means);
      await election.accepted(meeting.scrutineers[0], 'name-confirmations', means);
    }
    await election.accepted(meeting.tellers[0], 'count', {});
    return resultOf(election);
  }

  it('row 3: 33 of 48 signed in, three left before the papers were issued; the vote cannot open until two are back', async () => {
    const meeting = await Meeting.of(house, { delegates: 48, present: 33 });
    const plan = await (await BallotSteps.draft(house, meeting, 'resolution')).named();
    expect((await plan.get(meeting.organiser)).body).toMatchObject({ presentNow: 33 });
    const leaving = meeting.delegates.slice(0, 3);
    for (const delegate of leaving) await meeting.signIn(delegate, false);
    expect(await plan.post(meeting.organiser, 'opening', {})).toMatchObject({
      status: 409,
      body: { type: 'ballot.no-quorum', details: { roll: 48, present: 30, needed: 32 } },
    });
    for (const delegate of leaving.slice(0, 2)) await meeting.signIn(delegate);
    await plan.accepted(meeting.organiser, 'opening', {});
    expect((await plan.get(meeting.organiser)).body).toMatchObject({
      state: 'OPEN',
      counts: { roll: 48, present: 32, issued: 32, quorum: { needed: 32, atOpening: { present: 32, holds: true }, atClose: null } },
    });

    // Two more leave before the close: the vote was opened with a quorum and stands; that it was lost is told with the result.
    for (const delegate of meeting.delegates.slice(3, 5)) await meeting.signIn(delegate, false);
    await plan.accepted(meeting.organiser, 'closing', {});
    await meeting.signIn(meeting.delegates[3] as Person);
    await plan.accepted(meeting.organiser, 'closing', { voters: 31 });
    await plan.accepted(meeting.tellers[0], 'hands-count', { items: [{ id: 'plan', yes: 29, no: 2, abstain: 0 }] });
    await plan.accepted(meeting.tellers[0], 'count', {});
    expect(await resultOf(plan)).toMatchObject({
      counts: {
        present: 32,
        voters: 31,
        quorum: { needed: 32, atOpening: { present: 32, holds: true }, atClose: { present: 30, holds: false }, clause: null },
      },
      outcome: { status: 'passed' },
    });
  });

  it('row 7: 58 papers of 57 issued void the vote, and no count is shown to anybody', async () => {
    const meeting = await Meeting.of(house, { delegates: 57 });
    const election = await (await BallotSteps.draft(house, meeting, 'election')).closed(58);
    await election.accepted(meeting.organiser, 'count', {});
    const { outcome, countingCase } = await resultOf(election);
    expect(outcome).toMatchObject({
      status: 'void',
      explanation: expect.arrayContaining([{ code: 'returned-above-limit', params: { returned: 58, limit: 57, rule: 'issued' } }]),
    });
    expect(countingCase).toBeNull();
    expect(JSON.stringify(outcome)).not.toMatch(/yes|ranking|elected/);
  });

  it('row 11: ten over half, nine seats: the first nine are elected and 33 is not', async () => {
    expect(await electionOf(papersWith([57, 56, 55, 52, 50, 49, 47, 44, 40, 33], 57))).toMatchObject({
      counts: { roll: 60, present: 58, issued: 58, returned: 57, valid: 57 },
      papers: { invalid: 0 },
      outcome: {
        status: 'decided',
        needed: { quorum: 40, elect: 31 },
        elected: ids(1, 2, 3, 4, 5, 6, 7, 8, 9),
        ranking: expect.arrayContaining([{ id: 'c10', yes: 33, outcome: 'not-elected' }]),
      },
    });
  });

  it('rows 10 and 12: a tie at the last seat asks for a run-off of the two; two papers with ten approvals are void, one left blank is not', async () => {
    const sheets = papersWith([54, 53, 52, 51, 50, 49, 47, 44, 40, 40], 54);
    const overVoted = Object.fromEntries(TEN.map(({ id }) => [id, 'yes']));
    expect(await electionOf([...sheets, { no: 55, marks: overVoted }, { no: 56, marks: overVoted }, { no: 57, marks: {} }])).toMatchObject({
      papers: { returned: 57, valid: 55, invalid: 2, reasons: { overVote: 2 } },
      outcome: {
        status: 'next-round',
        elected: ids(1, 2, 3, 4, 5, 6, 7, 8),
        tied: ids(9, 10),
        tiedSeats: 1,
        nextRound: { kind: 'runoff', seats: 1, candidates: ids(9, 10) },
      },
    });
  });

  it('row 16: seven over half, exactly half is not elected, a name written in three times is ranked: two seats go to a supplementary round', async () => {
    const sheets = papersWith([57, 56, 55, 52, 50, 49, 47, 30, 29, 25], 57).map((sheet, nth) =>
      nth >= 54 ? { ...sheet, writeIns: ['王甲'] } : sheet,
    );
    expect(await electionOf(sheets)).toMatchObject({
      outcome: {
        status: 'next-round',
        needed: { elect: 31 },
        elected: ids(1, 2, 3, 4, 5, 6, 7),
        vacant: 2,
        ranking: expect.arrayContaining([
          { id: 'c08', yes: 30, outcome: 'not-elected' },
          { id: '王甲', yes: 3, outcome: 'not-elected' },
        ]),
        nextRound: { kind: 'supplementary', seats: 2, candidates: ids(8, 9, 10), needsNominations: false },
      },
    });
  });

  it('row 18: a person written in on 35 papers, in three spellings, is elected, a listed candidate with 22 is not', async () => {
    const rules = { ...ELECTION_RULES, surplus: null, writeIns: 'replace-no' };
    const sheets = Array.from({ length: 57 }, (_, nth) =>
      nth < 35
        ? { no: nth + 1, marks: { c01: 'no' }, writeIns: [['王甲', '王 甲', 'Wang Jia'][nth % 3] as string] }
        : { no: nth + 1, marks: { c01: 'yes' } },
    );
    expect(await electionOf(sheets, rules)).toMatchObject({
      outcome: { status: 'decided', elected: ['王甲'], ranking: expect.arrayContaining([{ id: 'c01', yes: 22, outcome: 'not-elected' }]) },
    });
  });

  it('row 21: of three items of a plan two pass and the third has exactly half; as one bundle the plan fails', async () => {
    const items = [45, 31, 30].map((yes, nth) => ({ id: `i${nth + 1}`, label: `Item ${nth + 1}`, yes }));
    for (const [bundle, status] of [
      ['each', 'partly-passed'],
      ['all', 'not-passed'],
    ]) {
      const meeting = await Meeting.of(house, { delegates: 60 });
      const plan = await BallotSteps.draftOf(house, meeting, {
        kind: 'resolution',
        channel: 'hands',
        rules: { ...RESOLUTION_RULES, bundle },
        items: items.map(({ id, label }) => ({ id, label })),
      });
      await plan.closed();
      await plan.accepted(meeting.tellers[0], 'hands-count', {
        items: items.map(({ id, yes }) => ({ id, yes, no: 60 - yes, abstain: 0 })),
      });
      await plan.accepted(meeting.tellers[0], 'count', {});
      expect(await resultOf(plan)).toMatchObject({
        outcome: { status, needed: { pass: 31 }, items: [{ passed: true }, { passed: true }, { id: 'i3', yes: 30, passed: false }] },
      });
    }
  });

  it('row 22: 48 forms, one spoiled, one abstention: the shares of valid forms and of those that said something', async () => {
    const meeting = await Meeting.of(house, { delegates: 50, present: 48 });
    const grades = ['优秀', '称职', '基本称职', '不称职'];
    const appraisal = await BallotSteps.draftOf(house, meeting, {
      kind: 'appraisal',
      channel: 'paper',
      subjects: [{ id: 's1', label: 'The head' }],
      grades,
      rates: { competent: grades.slice(0, 2), atLeastBasically: grades.slice(0, 3) },
    });
    await appraisal.closed(48);
    const given = [
      ...Array<string>(20).fill('优秀'),
      ...Array<string>(18).fill('称职'),
      ...Array<string>(6).fill('基本称职'),
      ...Array<string>(2).fill('不称职'),
    ];
    const forms = [...given.map((grade) => ({ s1: grade })), {}, { s9: '优秀' }].map((marks, nth) => ({ no: nth + 1, marks }));
    for (const teller of meeting.tellers.slice(0, 2)) await appraisal.enter(teller, forms);
    await appraisal.accepted(meeting.tellers[0], 'count', {});
    expect(await resultOf(appraisal)).toMatchObject({
      counts: { roll: 50, present: 48, returned: 48, invalid: 1, valid: 47 },
      outcome: {
        subjects: [
          {
            abstain: 1,
            grades: { 优秀: { count: 20, ofValid: { percent: '42.6' }, ofMarked: { percent: '43.5' } } },
            rates: {
              competent: { count: 38, ofValid: { percent: '80.9' }, ofMarked: { percent: '82.6' } },
              atLeastBasically: { count: 44, ofValid: { percent: '93.6' } },
            },
          },
        ],
      },
    });
  });
});
