import type { ResultView } from '../../api/shapes.js';
import { rowsOf } from './result-rows.js';

type Shown = Parameters<typeof rowsOf>[0];
const outcome = (parts: Partial<ResultView['outcome']>): ResultView['outcome'] => ({
  status: 'decided',
  needed: {},
  explanation: [],
  ...parts,
});
const choice = (id: string, label: string) => ({ id, label, memberId: null });
const plain = { rules: {}, seats: null, drawings: [], countingCase: null };
const CASE = {
  kind: 'election',
  round: 'first',
  rules: {
    quorum: { num: 2, den: 3, inclusive: true },
    seats: 1,
    elect: { num: 1, den: 2, inclusive: false, base: 'roll' },
    tie: 'runoff',
    shortage: 'vacant',
  },
  counts: { roll: 9, present: 9, issued: 9, voters: 9, returned: 9, invalid: 0 },
} as const;
const share = (count: number) => ({
  count,
  ofValid: { num: count, den: 3, percent: null },
  ofMarked: { num: count, den: 3, percent: null },
});

describe('a result on the screen of the hall', () => {
  it('names every candidate with the votes, also those who were not elected and names written in', () => {
    const shown: Shown = {
      ...plain,
      candidates: [choice('c1', 'A'), choice('c2', 'B')],
      outcome: outcome({
        elected: ['c2'],
        ranking: [
          { id: 'c2', yes: 3, outcome: 'elected' },
          { id: 'c1', yes: 1, outcome: 'not-elected' },
          { id: 'Somebody', yes: 1, outcome: 'not-elected' },
        ],
      }),
    };
    expect(rowsOf(shown)).toEqual({
      columns: ['votes'],
      rows: [
        { label: 'B', figures: [3], outcome: 'outcome.elected', isGood: true },
        { label: 'A', figures: [1], outcome: 'outcome.not-elected', isGood: false },
        { label: 'Somebody', figures: [1], outcome: 'outcome.not-elected', isGood: false },
      ],
    });
  });

  it('tells for, against and abstentions of every candidate where the paper asked for them, and no zero where nobody was asked', () => {
    const shown: Shown = {
      ...plain,
      candidates: [choice('c1', 'A'), choice('c2', 'B')],
      countingCase: {
        ...CASE,
        candidates: [
          { id: 'c1', yes: 5, no: 3, abstain: 1 },
          { id: 'c2', yes: 4, no: 0, abstain: 5 },
        ],
        writeIns: [{ id: 'Somebody', yes: 1, eligible: true }],
      },
      outcome: outcome({
        ranking: [
          { id: 'c1', yes: 5, outcome: 'elected' },
          { id: 'c2', yes: 4, outcome: 'not-elected' },
          { id: 'Somebody', yes: 1, outcome: 'not-elected' },
        ],
      }),
    };
    const { columns, rows } = rowsOf(shown);
    expect(columns).toEqual(['yes', 'no', 'abstain']);
    expect(rows.map(({ label, figures }) => [label, ...figures])).toEqual([
      ['A', 5, 3, 1],
      ['B', 4, 0, 5],
      ['Somebody', 1, null, null],
    ]);
  });

  it('tells the votes alone where nobody could be against, though the count abstains whoever is not marked', () => {
    const candidates = [
      { id: 'c1', yes: 3, no: 0, abstain: 0 },
      { id: 'c2', yes: 1, no: 0, abstain: 2 },
    ];
    const shown: Shown = {
      ...plain,
      candidates: [choice('c1', 'A'), choice('c2', 'B')],
      countingCase: { ...CASE, candidates },
      outcome: outcome({
        ranking: [
          { id: 'c1', yes: 3, outcome: 'elected' },
          { id: 'c2', yes: 1, outcome: 'not-elected' },
        ],
      }),
    };
    expect(rowsOf(shown)).toMatchObject({ columns: ['votes'], rows: [{ figures: [3] }, { figures: [1] }] });
    expect(rowsOf({ ...shown, rules: { procedure: { sealedMarks: 'three-way' } } }).columns).toEqual(['yes', 'no', 'abstain']);
  });

  it('says who of those level was elected by lot', () => {
    const drawing = {
      no: 1,
      tied: ['c1', 'c2'],
      seats: 1,
      begunAt: '',
      contributions: [],
      elected: ['c2'],
      drawnAt: '',
      voidedBecause: null,
      voidedAt: null,
    };
    const shown: Shown = {
      rules: {},
      countingCase: null,
      candidates: [choice('c1', 'A'), choice('c2', 'B')],
      seats: { elected: [{ id: 'c2', byLot: true }], vacant: 0, decided: 0, open: 0, decidable: [] },
      drawings: [drawing],
      outcome: outcome({
        status: 'lots',
        ranking: [
          { id: 'c1', yes: 3, outcome: 'tied' },
          { id: 'c2', yes: 3, outcome: 'tied' },
        ],
      }),
    };
    expect(rowsOf(shown).rows).toEqual([
      { label: 'A', figures: [3], outcome: 'outcome.not-drawn', isGood: false },
      { label: 'B', figures: [3], outcome: 'outcome.elected-by-lot', isGood: true },
    ]);
  });

  it('tells for, against, abstentions and what was needed of every matter', () => {
    const shown: Shown = {
      ...plain,
      items: [choice('m1', 'Plan')],
      outcome: outcome({ items: [{ id: 'm1', yes: 2, no: 1, abstain: 0, needed: 3, passed: false }] }),
    };
    expect(rowsOf(shown)).toEqual({
      columns: ['yes', 'no', 'abstain', 'needed'],
      rows: [{ label: 'Plan', figures: [2, 1, 0, 3], outcome: 'notPassed', isGood: false }],
    });
  });

  it('tells the grades in their order, and decides nothing', () => {
    const shown: Shown = {
      ...plain,
      grades: ['good', 'fair'],
      subjects: [choice('s1', 'X')],
      outcome: outcome({ subjects: [{ id: 's1', abstain: 1, grades: { fair: share(2), good: share(0) }, rates: {} }] }),
    };
    expect(rowsOf(shown)).toEqual({
      columns: ['good', 'fair', 'abstain'],
      rows: [{ label: 'X', figures: [0, 2, 1], outcome: null, isGood: false }],
    });
  });

  it('tells the votes for every option', () => {
    const shown: Shown = {
      ...plain,
      options: [choice('o1', 'Monday')],
      outcome: outcome({ options: [{ id: 'o1', votes: 7, ofValid: { num: 7, den: 9, percent: null } }] }),
    };
    expect(rowsOf(shown)).toEqual({ columns: ['votes'], rows: [{ label: 'Monday', figures: [7], outcome: null, isGood: false }] });
  });

  it('has no lines where a gate stopped the count', () => {
    expect(rowsOf({ ...plain, candidates: [choice('c1', 'A')], outcome: outcome({ status: 'no-quorum' }) }).rows).toEqual([]);
  });
});
