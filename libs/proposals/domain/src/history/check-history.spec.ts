import { civilDate } from '@plenum/calendar';
import { LOGISTICS } from '../testing/people.js';
import { checkHistory, historySummary, type HistoryContext, type HistoryLine } from './check-history.js';
import { HISTORY_LIMITS } from './history-columns.js';

const CONTEXT: HistoryContext = {
  known: new Set(['6-1-007']),
  taken: new Set(['7-1-001']),
  units: new Map([
    ['logistics', LOGISTICS],
    ['log', LOGISTICS],
  ]),
  members: new Map([['t10001', 'lead']]),
  named: new Map([
    ['Lead Proposer', ['lead']],
    ['Twice', ['one', 'other']],
  ]),
  endedOn: civilDate('2023-04-02'),
  today: civilDate('2026-06-16'),
};
const WHOLE: HistoryLine['values'] = {
  number: '6-1-001',
  subject: ' A canteen that opens late ',
  grounds: 'Evening classes end at nine.',
  measures: 'Open until ten.',
  category: 'logistics',
  track: 'Filed',
  proposer: 'T10001',
  submittedOn: '2023/3/9',
  unit: 'Logistics',
  result: 'Planned',
  reply: 'Open until ten from May.',
  repliedOn: '2023-05-01',
  promise: 'A second counter.',
  promiseDueOn: '2023-09-30',
  promiseState: 'Done',
};
const check = (values: HistoryLine['values'], context = CONTEXT) => checkHistory([{ row: 2, values }], context)[0]!;
const faults = (values: HistoryLine['values']) => check(values).faults.map(({ column, reason }) => `${column}: ${reason}`);

describe('a row of a table of earlier matters', () => {
  it('is read with everything that it tells', () => {
    expect(check(WHOLE)).toMatchObject({
      row: 2,
      state: 'new',
      faults: [],
      entry: {
        number: '6-1-001',
        subject: 'A canteen that opens late',
        track: 'PROPOSAL',
        proposer: { memberId: 'lead', name: null },
        submittedOn: '2023-03-09',
        unitId: LOGISTICS,
        reply: { text: 'Open until ten from May.', result: 'PLANNED', on: '2023-05-01' },
        promise: { text: 'A second counter.', dueOn: '2023-09-30', state: 'DONE' },
      },
    });
  });

  it('needs a number and a subject alone; what has no date is of the last day of its session', () => {
    expect(check({ number: '1', subject: 'A canteen' }).entry).toEqual({
      number: '1',
      subject: 'A canteen',
      grounds: '',
      measures: '',
      category: null,
      track: 'PROPOSAL',
      proposer: { memberId: null, name: null },
      submittedOn: '2023-04-02',
      unitId: null,
      reply: null,
      promise: null,
    });
    expect(faults({ subject: 'A canteen' })).toEqual(['number: required']);
    expect(faults({ number: '1', subject: ' ' })).toEqual(['subject: required']);
  });

  it('is known by its number when it comes again', () => {
    expect(check({ ...WHOLE, number: '6-1-007' }).state).toBe('known');
  });

  it('is refused where its number stands twice, in each of the rows', () => {
    const rows = checkHistory(
      [WHOLE, { ...WHOLE, subject: 'Another' }, { ...WHOLE, number: '2' }].map((values, nth) => ({ row: nth + 2, values })),
      CONTEXT,
    );
    expect(rows.map(({ state }) => state)).toEqual(['refused', 'refused', 'new']);
    expect(historySummary(rows)).toEqual({ new: 1, known: 0, refused: 2 });
    expect(rows[1]?.faults).toEqual([{ column: 'number', reason: 'duplicate' }]);
  });

  it('names its proposer by staff number, by a name that one bears, or by a name that nobody bears any more', () => {
    const proposerOf = (proposer: string) => check({ ...WHOLE, proposer }).entry?.proposer;
    expect(proposerOf('Lead Proposer')).toEqual({ memberId: 'lead', name: null });
    expect(proposerOf('Long Gone')).toEqual({ memberId: null, name: 'Long Gone' });
    expect(faults({ ...WHOLE, proposer: 'Twice' })).toEqual(['proposer: ambiguous']);
  });

  it.each([
    ['number', '7-1-001', 'taken'],
    ['unit', 'Nowhere', 'unknown'],
    ['unit', '', 'required'],
    ['track', 'Perhaps', 'unknown'],
    ['promiseState', 'Perhaps', 'unknown'],
    ['submittedOn', '2023-02-30', 'form'],
    ['submittedOn', 'in spring', 'form'],
    ['submittedOn', '2026-06-17', 'in-future'],
    ['repliedOn', '2026-06-17', 'in-future'],
    ['repliedOn', '2023-03-08', 'before-submission'],
    ['promiseDueOn', '', 'required'],
    ['subject', '=HYPERLINK("x")', 'formula'],
    ['category', 'x'.repeat(HISTORY_LIMITS.short + 1), 'too-long'],
    ['reply', 'x'.repeat(HISTORY_LIMITS.text + 1), 'too-long'],
  ] as const)('is refused for its %s %j: %s', (column, text, reason) => {
    expect(check({ ...WHOLE, [column]: text })).toMatchObject({ state: 'refused', entry: null, faults: [{ column, reason }] });
  });

  it('was handed in by the day on which it was answered, where it says no other', () => {
    expect(check({ ...WHOLE, submittedOn: '', repliedOn: '2023-03-20' }).entry).toMatchObject({
      submittedOn: '2023-03-20',
      reply: { on: '2023-03-20' },
    });
    expect(check({ ...WHOLE, submittedOn: '' }).entry).toMatchObject({ submittedOn: '2023-04-02', reply: { on: '2023-05-01' } });
  });

  it('is shown by the beginnings of its texts, no character of which is cut in two', () => {
    const grounds = `${'x'.repeat(HISTORY_LIMITS.short - 1)}\u{20bb7}`;
    expect(check({ ...WHOLE, grounds })).toMatchObject({ values: { grounds: grounds.slice(0, -2) }, entry: { grounds } });
  });

  it('promises nothing without a reply', () => {
    expect(faults({ ...WHOLE, reply: '', result: '' })).toEqual(['promise: without-reply']);
  });

  it('tells a result in words of its own as it is, and a reply without one as kept for reference', () => {
    expect(check({ ...WHOLE, result: 'Merged with 7' }).entry?.reply?.result).toBe('Merged with 7');
    expect(check({ ...WHOLE, result: '' }).entry?.reply?.result).toBe('REFERENCE');
    expect(check({ ...WHOLE, reply: '', result: 'Solved', repliedOn: '' }).entry?.reply).toEqual({
      text: 'Solved',
      result: 'SOLVED',
      on: '2023-04-02',
    });
  });

  it('may promise for a day that is still to come', () => {
    expect(check({ ...WHOLE, promiseDueOn: '2027年1月5日', promiseState: '' }).entry?.promise).toMatchObject({
      dueOn: '2027-01-05',
      state: 'OPEN',
    });
  });
});
