import { civilDate } from './civil-date.js';
import { countedDays } from './counted-days.js';
import { periodBy, periodUntil, resumed, stopped } from './running-period.js';
import { WorkingCalendar } from './working-calendar.js';

const calendar = new WorkingCalendar();
const fifteen = periodBy({ kind: 'working-days', n: 15 }, civilDate('2026-02-10'), calendar);

describe('counted days', () => {
  it('of a period in working days leave out what is not worked, and what it stood', () => {
    expect(fifteen.dueOn).toBe('2026-03-09');
    expect(countedDays(fifteen, calendar)).toEqual({
      counted: 15,
      leftOut: [
        { from: '2026-02-15', until: '2026-02-23', because: 'not-worked' },
        { from: '2026-03-01', until: '2026-03-01', because: 'not-worked' },
        { from: '2026-03-07', until: '2026-03-08', because: 'not-worked' },
      ],
    });
    const stood = resumed(stopped(fifteen, civilDate('2026-02-12')), civilDate('2026-02-26'), calendar);
    expect(stood.dueOn).toBe('2026-03-16');
    expect(countedDays(stood, calendar)).toMatchObject({
      counted: 15,
      leftOut: [{ from: '2026-02-13', until: '2026-02-26', because: 'stood' }, { from: '2026-03-01' }, { from: '2026-03-07' }, {}],
    });
  });

  it('of days, months and dates are all of them but those that it stood', () => {
    expect(countedDays(periodUntil(civilDate('2026-03-10'), civilDate('2026-03-01')), calendar)).toEqual({ counted: 9, leftOut: [] });
    const open = stopped(periodUntil(civilDate('2026-03-10'), civilDate('2026-03-01')), civilDate('2026-03-05'));
    expect(countedDays(open, calendar)).toEqual({ counted: 4, leftOut: [{ from: '2026-03-06', until: '2026-03-10', because: 'stood' }] });
  });
});
