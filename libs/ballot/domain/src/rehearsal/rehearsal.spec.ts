import { allowedActions } from '../actions/allowed-actions.js';
import { pairsOf, questionsOf } from '../sealed/sealed-questions.js';
import { DELEGATE, ELECTION_RULES, NOON, ORGANISER, aBallot } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { readinessOf, type ReadinessContext } from './readiness.js';
import { assertMayRehearse, type RehearsalPeople, practiceMarks, practiceOf, practicePaper } from './rehearsal.js';

const RULES = { ...ELECTION_RULES, writeIns: 'none' };
const election = (rules: object = RULES) => aBallot({ kind: 'election', channel: 'sealed', rules: { ...rules } });
const CAST: RehearsalPeople = {
  id: 'practice',
  organisationId: 'nowhere',
  sessionId: 'never',
  voters: ['v1', 'v2', 'v3'],
  scrutineers: ['x1', 'x2'],
  tellers: ['y1'],
};

describe('a rehearsal', () => {
  it('has a practice ballot with the same question, in an organisation of its own, for nobody who exists', () => {
    const real = election({ ...RULES, procedure: { sharesNeeded: 2, publication: { kind: 'days', n: 7 } } }).named;
    const practice = practiceOf(real, CAST, NOON);
    expect(practice).toMatchObject({
      id: 'practice',
      organisationId: 'nowhere',
      sessionId: 'never',
      rehearses: 'ballot',
      state: 'ROLL_FROZEN',
      channel: 'sealed',
      roll: 3,
      follows: null,
      choices: [
        { id: 'c1', memberId: null },
        { id: 'c2', memberId: null },
      ],
      officers: [{ memberId: 'x1', chief: true }, { memberId: 'x2' }, { memberId: 'y1', chief: true }],
    });
    expect(questionsOf(practice)).toEqual([{ ...questionsOf(real)[0], question: 'The plan' }]);
    expect(real.rehearses).toBeNull();
  });

  it('marks every answer, with every number of marks that is allowed', () => {
    const question = { question: '', answers: ['a', 'b', 'c'], min: 0, max: 2, blank: false };
    const papers = Array.from({ length: 9 }, (_, n) => practiceMarks(question, n));
    expect(new Set(papers.map((marks) => marks.reduce((sum, mark) => sum + mark, 0)))).toEqual(new Set([0, 1, 2]));
    for (const nth of [0, 1, 2]) expect(papers.some((marks) => marks[nth] === 1)).toBe(true);
    const matter = { question: '', answers: ['yes', 'no', 'abstain'], min: 1, max: 1, blank: false };
    expect([0, 1, 2].map((n) => practiceMarks(matter, n))).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });

  it('marks nobody both for and against, and some of each', () => {
    const practice = practiceOf(election({ ...RULES, procedure: { sealedMarks: 'three-way' } }).named, CAST, NOON);
    const papers = Array.from({ length: 12 }, (_, n) => practicePaper(questionsOf(practice), pairsOf(practice), n));
    for (const [approve = [], against = []] of papers) expect(approve.some((mark, nth) => mark + (against[nth] ?? 0) > 1)).toBe(false);
    for (const question of [0, 1]) expect(papers.some((paper) => paper[question]?.includes(1))).toBe(true);
  });

  it('is held by an organiser, of a sealed ballot that is not open, with somebody to vote and something to mark', () => {
    const may = (ballot: Parameters<typeof assertMayRehearse>[0], by = ORGANISER, voters = 3) =>
      refusalOf(() => assertMayRehearse(ballot, by, voters)).code;
    expect(() => assertMayRehearse(election().drafted, ORGANISER, 3)).not.toThrow();
    expect(may(election().drafted, DELEGATE)).toBe('ballot.not-an-organiser');
    expect(may(aBallot().named)).toBe('ballot.wrong-channel');
    expect(may({ ...election().named, state: 'OPEN' })).toBe('ballot.wrong-state');
    expect(may({ ...election().named, choices: [] })).toBe('ballot.too-few-candidates');
    expect(may(election().named, ORGANISER, 0)).toBe('ballot.empty-roll');
    expect(allowedActions(election().named, ORGANISER)).toContain('rehearse');
  });
});

describe('the go / no-go sheet', () => {
  const READY: ReadinessContext = {
    sessionIsOpen: true,
    present: 6,
    registration: { registered: 6, keysMissing: [], left: [] },
    rehearsal: 'accepted',
  };
  const sheet = (ballot: Parameters<typeof readinessOf>[0], around: Partial<ReadinessContext> = {}) =>
    Object.fromEntries(readinessOf(ballot, { ...READY, ...around }).map(({ gate, refusal }) => [gate, refusal?.code ?? 'go']));
  const GO = {
    rules: 'go',
    candidates: 'go',
    roll: 'go',
    officers: 'go',
    keys: 'go',
    papers: 'go',
    session: 'go',
    quorum: 'go',
    rehearsal: 'go',
  };

  it('is all go for a ballot that can open', () => {
    expect(sheet(election().named)).toEqual(GO);
  });

  it('says all that is missing at once', () => {
    const around = { sessionIsOpen: false, present: 0, registration: { registered: 0, keysMissing: [], left: [] }, rehearsal: null };
    expect(sheet(election({ ...RULES, seats: 2 }).drafted, around)).toEqual({
      rules: 'ballot.wrong-state',
      candidates: 'ballot.too-few-candidates',
      roll: 'ballot.empty-roll',
      officers: 'ballot.officers-missing',
      keys: 'ballot.officers-missing',
      papers: 'ballot.nobody-registered',
      session: 'ballot.session-not-open',
      quorum: 'ballot.no-quorum',
      rehearsal: 'ballot.not-rehearsed',
    });
  });

  it.each<[string, Partial<ReadinessContext>, object]>([
    ['a key that is missing', { registration: { registered: 6, keysMissing: ['s2'], left: [] } }, { keys: 'ballot.keys-missing' }],
    ['a holder who left', { registration: { registered: 6, keysMissing: [], left: ['d1'] } }, { papers: 'ballot.holders-left' }],
    ['one too few for the quorum', { present: 3 }, { quorum: 'ballot.no-quorum' }],
    ['a rehearsal that failed', { rehearsal: 'failed' }, { rehearsal: 'ballot.not-rehearsed' }],
  ])('says no go for %s, and nothing else', (_, around, noGo) => {
    expect(sheet(election().named, around)).toEqual({ ...GO, ...noGo });
  });

  it('names the officers who stand, and leaves out what does not concern the ballot', () => {
    const named = election().named;
    expect(sheet({ ...named, choices: [{ id: 'c1', label: 'One', memberId: 's1' }, ...named.choices.slice(1)] })).toEqual({
      ...GO,
      officers: 'ballot.officer-is-candidate',
    });
    const { rules, roll, officers, session, quorum } = GO;
    expect(sheet(aBallot().named, { registration: null, rehearsal: null })).toEqual({ rules, roll, officers, session, quorum });
    expect(
      sheet(aBallot({ kind: 'poll', electorate: 'staff' }).named, { sessionIsOpen: false, registration: null, rehearsal: null }),
    ).toEqual({ rules, roll, officers });
  });
});
