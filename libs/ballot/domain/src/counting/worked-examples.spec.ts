import { WorkingCalendar, civilDate, daysBetween, dueDate, plusMonths } from '@plenum/calendar';
import { count } from './count.js';
import { WORKED_EXAMPLES } from './testing/worked-examples.js';

describe('the worked examples of DOMAIN 6.3', () => {
  it.each(WORKED_EXAMPLES.map((example) => [example.row, example.shows, example] as const))(
    'row %i: %s',
    (_, __, { given, gives, tellsNo = [] }) => {
      const outcome = count(given);
      expect(outcome).toMatchObject(gives);
      for (const field of tellsNo) expect(outcome).not.toHaveProperty(field);
    },
  );

  it('leaves out no row that is a vote', () => {
    expect([...new Set(WORKED_EXAMPLES.map(({ row }) => row))]).toEqual([1, 2, 3, 5, 6, 7, 9, 10, 11, 12, 13, 16, 18, 20, 21, 22]);
  });

  // 48 of 57: the share that the report gives beside the figures.
  it('row 6: 48 of 57 are 84.2 %', () => {
    const poll = {
      kind: 'poll',
      counts: { roll: 57, present: 57, issued: 57, voters: 57, returned: 57, invalid: 0 },
      options: [
        { id: 'yes', votes: 48 },
        { id: 'other', votes: 9 },
      ],
    };
    expect(count(poll)).toMatchObject({ options: [{ ofValid: { num: 48, den: 57, percent: '84.2' } }, {}] });
  });

  it('row 26: three months from 30 November end on the last day of February, and the starting day is not counted', () => {
    expect(plusMonths(civilDate('2024-11-30'), 3)).toBe('2025-02-28');
    expect(dueDate({ kind: 'months', n: 3, lastDay: 'as-it-falls' }, civilDate('2024-11-30'), new WorkingCalendar()).dueOn).toBe(
      '2025-02-28',
    );
    expect(daysBetween(civilDate('2016-04-28'), civilDate('2016-06-20'))).toBe(53);
    expect(dueDate({ kind: 'days', n: 53, lastDay: 'as-it-falls' }, civilDate('2016-04-28'), new WorkingCalendar()).dueOn).toBe(
      '2016-06-20',
    );
  });
});
