import { count as countCase } from '../counting/count.js';
import { Entries } from '../paper-entry/entries.js';
import { WrittenNames } from '../paper-entry/written-names.js';
import type { Ballot } from '../record/ballot.js';
import {
  DELEGATE,
  ELECTION_RULES,
  NOON,
  ORGANISER,
  RESOLUTION_RULES,
  aBallot,
  by,
  hands,
  matched,
  sheet,
  twoEntries,
} from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { close } from '../voting/closing.js';
import { countHands } from './hands.js';
import { sign } from './signing.js';
import { type CountingMeans, tally } from './tally.js';

const means = (given: Partial<CountingMeans> = {}): CountingMeans => ({
  entries: new Entries(),
  digestOf: (text) => `digest of ${text.length}`,
  ...given,
});
const counted = (ballot: Ballot, ...figures: Parameters<typeof hands>[]) =>
  countHands(
    ballot,
    by('t1'),
    figures.map((each) => hands(...each)),
  ).ballot;

describe('hands', () => {
  const { closed } = aBallot();

  it('are counted by an officer, for every matter of the ballot', () => {
    expect(counted(closed, [4, 1, 1]).hands).toEqual([hands(4, 1, 1)]);
    expect(refusalOf(() => countHands(closed, ORGANISER, [hands(4, 1, 1)])).code).toBe('ballot.not-an-officer');
    expect(refusalOf(() => countHands(closed, by('t1'), [hands(4, 1, 1, 'other')]))).toEqual({
      code: 'ballot.choices-differ',
      details: { missing: ['plan'], unknown: ['other'] },
    });
    expect(refusalOf(() => countHands(closed, by('t1'), [hands(4, 1, 1), hands(4, 1, 1)]))).toMatchObject({
      details: { missing: [], unknown: ['plan'] },
    });
    expect(refusalOf(() => countHands(aBallot({ channel: 'paper' }).closed, by('t1'), [hands(4, 1, 1)])).code).toBe('ballot.wrong-channel');
    expect(refusalOf(() => countHands(aBallot().opened, by('t1'), [hands(4, 1, 1)])).code).toBe('ballot.wrong-state');
  });

  // The plan of DOMAIN 2: 48 yes, 5 no, 3 abstentions of 57.
  it('pass the plan, with rule, base, figures and explanation', () => {
    const { ballot, events } = tally(counted(aBallot({ roll: 57, present: 57 }).closed, [48, 5, 3]), by('s1'), means());
    expect(ballot).toMatchObject({
      state: 'TALLIED',
      tally: { papers: null, outcome: { status: 'passed', needed: { quorum: 38, pass: 29 } } },
    });
    expect(ballot.tally?.countingCase).toMatchObject({
      kind: 'resolution',
      rules: RESOLUTION_RULES,
      counts: { roll: 57, present: 57, issued: 57, voters: 56, returned: 56, invalid: 0 },
    });
    expect(events).toEqual([{ type: 'SignaturesDue', memberIds: ['s1', 's2', 't1', 't2'] }]);
  });

  it('are kept only where they add up to those found at the closing, and from matter to matter', () => {
    const found = aBallot({ voters: 6 }).closed;
    expect(refusalOf(() => counted(found, [5, 1, 1]))).toEqual({
      code: 'ballot.hands-unequal',
      details: { id: 'plan', counted: 7, voters: 6 },
    });
    expect(refusalOf(() => counted(found, [3, 1, 1]))).toMatchObject({ code: 'ballot.hands-unequal', details: { counted: 5 } });
    const two = aBallot({
      choices: [
        { id: 'a', label: 'A', memberId: null },
        { id: 'b', label: 'B', memberId: null },
      ],
    }).closed;
    expect(refusalOf(() => counted(two, [3, 1, 1, 'a'], [3, 1, 2, 'b']))).toMatchObject({ details: { id: 'b', counted: 6, voters: 5 } });
    expect(refusalOf(() => counted(closed, [7, 0, 0]))).toEqual({
      code: 'ballot.hands-above-present',
      details: { id: 'plan', counted: 7, present: 6 },
    });
  });

  it('are not counted once the closing was put right to another number', () => {
    const told = counted(aBallot({ voters: 6 }).closed, [4, 1, 1]);
    const corrected = close(told, ORGANISER, { voters: 5, returned: null }, new Entries(), NOON).ballot;
    expect(refusalOf(() => tally(corrected, ORGANISER, means()))).toEqual({
      code: 'ballot.hands-unequal',
      details: { id: 'plan', counted: 6, voters: 5 },
    });
  });

  it('are waited for, and counted by who may', () => {
    expect(refusalOf(() => tally(closed, ORGANISER, means())).code).toBe('ballot.hands-missing');
    expect(refusalOf(() => tally(counted(closed, [4, 1, 1]), DELEGATE, means())).code).toBe('ballot.not-an-officer');
  });

  it('may be put right until somebody signed', () => {
    const first = tally(counted(closed, [2, 2, 2]), ORGANISER, means()).ballot;
    expect(first.tally?.outcome.status).toBe('not-passed');
    const again = counted(first, [5, 1, 0]);
    expect(again).toMatchObject({ state: 'CLOSED', tally: null });
    const second = tally(again, ORGANISER, means()).ballot;
    expect(second.tally?.outcome.status).toBe('passed');
    const signed = sign(second, by('t1'), second.tally?.digest ?? '', NOON).ballot;
    expect(refusalOf(() => counted(signed, [0, 6, 0])).code).toBe('ballot.already-signed');
    expect(refusalOf(() => tally(signed, ORGANISER, means())).code).toBe('ballot.already-signed');
  });
});

describe('papers', () => {
  const election = { kind: 'election', channel: 'paper', returned: 6 } as const;
  const { closed } = aBallot(election);
  const names = new WrittenNames([matched('w1')]);
  const papers = [
    sheet(1, { c1: 'yes' }),
    sheet(2, { c1: 'yes', c2: 'no' }),
    sheet(3, { c1: 'yes' }),
    sheet(4, { c1: 'yes' }),
    sheet(5, { c1: 'yes', c2: 'yes' }),
    sheet(6, {}, ['w1']),
  ];

  it('elect, and whoever has the figures counts the same again', () => {
    const { ballot } = tally(
      closed,
      by('t2'),
      means({ entries: twoEntries(papers), names: new WrittenNames([matched('w1', { eligible: false })]) }),
    );
    expect(ballot.tally).toMatchObject({
      outcome: { status: 'decided', elected: ['c1'], needed: { elect: 4 } },
      papers: { returned: 6, valid: 5, invalid: 1, reasons: { overVote: 1 } },
      countingCase: {
        kind: 'election',
        round: 'first',
        rules: ELECTION_RULES,
        counts: { roll: 6, present: 6, issued: 6, voters: 6, returned: 6, invalid: 1 },
        candidates: [
          { id: 'c1', yes: 4, no: 0, abstain: 1 },
          { id: 'c2', yes: 0, no: 1, abstain: 4 },
        ],
        writeIns: [{ id: 'w1', yes: 1, eligible: false }],
      },
    });
    expect(countCase(JSON.parse(JSON.stringify(ballot.tally?.countingCase)))).toEqual(ballot.tally?.outcome);
    expect(JSON.stringify(ballot.tally)).not.toContain('marks');
  });

  it('count only when every difference is settled', () => {
    const otherwise = [sheet(4, { c2: 'yes' })];
    expect(refusalOf(() => tally(closed, ORGANISER, means({ entries: twoEntries(papers, otherwise) })))).toEqual({
      code: 'ballot.differences-open',
      details: { open: 1 },
    });
    const settled = tally(closed, ORGANISER, means({ entries: twoEntries(papers, otherwise, [sheet(4, { c2: 'yes' })]), names })).ballot;
    expect(settled.tally?.outcome).toMatchObject({ elected: [], vacant: 1 });
    expect(refusalOf(() => tally(closed, ORGANISER, means())).code).toBe('ballot.entries-incomplete');
  });

  it('take the same fingerprint from the same count, and another from another', () => {
    const digest = (sheets: typeof papers) =>
      tally(closed, ORGANISER, means({ entries: twoEntries(sheets), names, digestOf: (text) => text })).ballot.tally?.digest;
    expect(digest([...papers].reverse())).toBe(digest(papers));
    expect(digest([...papers.slice(1), sheet(1, { c1: 'no' })])).not.toBe(digest(papers));
  });

  // DOMAIN 6.3, example 7.
  it('above the issued void the vote: nothing is counted, nothing need be entered', () => {
    const { tally: result } = tally(aBallot({ ...election, returned: 7 }).closed, ORGANISER, means()).ballot;
    expect(result).toMatchObject({ countingCase: null, papers: null, outcome: { status: 'void' } });
    expect(JSON.stringify(result)).not.toMatch(/"yes"|ranking/);
  });

  it('too few for the rules end the count before it begins', () => {
    const rules = { ...ELECTION_RULES, participation: { num: 1, den: 2, inclusive: true } };
    const { tally: result } = tally(aBallot({ ...election, rules, returned: 2 }).closed, ORGANISER, means()).ballot;
    expect(result?.outcome.status).toBe('too-few-votes');
  });

  it('none at all are counted like any other number', () => {
    const { tally: result } = tally(aBallot({ ...election, returned: 0 }).closed, ORGANISER, means()).ballot;
    expect(result?.outcome).toMatchObject({ status: 'decided', elected: [], vacant: 1 });
  });
});
