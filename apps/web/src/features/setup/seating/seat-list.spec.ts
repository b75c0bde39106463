import { ProblemError } from '../../../api/problem.js';
import { refusalsOf, staffNosOf, withoutRefused } from './seat-list.js';

const problem = (details: Record<string, unknown>) =>
  new ProblemError({ type: 'congress.seats-refused', title: '', status: 422, traceId: 't1', details });

describe('a pasted list', () => {
  it('is read as people paste it: a column, a row, a sentence', () => {
    expect(staffNosOf('T1\nT2\r\n\nT3')).toEqual(['T1', 'T2', 'T3']);
    expect(staffNosOf(' Ｔ１，T2、T3；T4\tT5 ')).toEqual(['T1', 'T2', 'T3', 'T4', 'T5']);
    expect(staffNosOf(' \n')).toEqual([]);
  });

  it('is told whom the service could not seat', () => {
    expect(refusalsOf(problem({ refused: ['unknown:T9', 'twice:T1', 'strange:T2'] }))).toEqual([
      { reason: 'unknown', staffNo: 'T9' },
      { reason: 'twice', staffNo: 'T1' },
    ]);
    expect(refusalsOf(problem({}))).toEqual([]);
    expect(refusalsOf(new Error('offline'))).toEqual([]);
  });

  it('loses those who were refused, and keeps once who stood on it twice', () => {
    expect(
      withoutRefused('T1\nT9\nt1\nT2', [
        { reason: 'unknown', staffNo: 'T9' },
        { reason: 'twice', staffNo: 't1' },
      ]),
    ).toBe('t1\nT2');
  });
});
