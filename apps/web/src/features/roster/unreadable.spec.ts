import { ProblemError } from '../../api/problem.js';
import { CHINESE, ENGLISH } from '../../i18n/messages.js';
import { unreadableOf } from './unreadable.js';

const refusal = (details: Record<string, unknown>, type = 'congress.roster-unreadable') =>
  new ProblemError({ type, title: '', status: 422, traceId: '', details } as never);

describe('a file that cannot be read', () => {
  it('is told with the reason, the column and the place', () => {
    expect(unreadableOf(refusal({ reason: 'missing-column:staffNo', row: 3 }))).toMatchObject({
      reason: 'missing-column',
      column: 'staffNo',
      place: 'row',
      row: 3,
    });
    expect(unreadableOf(refusal({ reason: 'column-twice:name', row: 1, cells: 'B1, C1' }))).toMatchObject({
      column: 'name',
      place: 'cells',
      cells: 'B1, C1',
    });
    expect(unreadableOf(refusal({ reason: 'password-protected' }))).toMatchObject({ reason: 'password-protected', place: null });
    expect(unreadableOf(refusal({}, 'forbidden'))).toBeNull();
  });

  it.each([
    'empty',
    'missing-column',
    'column-twice',
    'too-many-rows',
    'too-many-columns',
    'too-many-cells',
    'too-large',
    'password-protected',
    'old-workbook',
    'not-a-workbook',
    'not-a-text',
    'not-a-table',
  ])('has words for %s in both languages', (reason) => {
    for (const { roster } of [CHINESE, ENGLISH]) expect(roster.unreadable.reasons).toHaveProperty([reason]);
  });
});
