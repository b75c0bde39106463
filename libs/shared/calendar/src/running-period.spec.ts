import { civilDate } from './civil-date.js';
import { type DueRule, dueDate } from './due-rule.js';
import { type RunningPeriod, extended, isStopped, periodBy, periodUntil, recounted, resumed, stopped } from './running-period.js';
import { WorkingCalendar } from './working-calendar.js';

const calendar = new WorkingCalendar();
const running = (rule: DueRule, from: string): RunningPeriod => periodBy(rule, civilDate(from), calendar);
const stood = (period: RunningPeriod, from: string, until: string) => resumed(stopped(period, civilDate(from)), civilDate(until), calendar);
const workingDays = (n: number): DueRule => ({ kind: 'working-days', n });

describe('a period that runs', () => {
  // PROPOSALS.md, section 2: each was counted again by hand, and stands.
  it.each([
    [workingDays(15), '2026-02-10', '2026-03-09'],
    [workingDays(10), '2026-09-28', '2026-10-16'],
    [workingDays(45), '2026-03-20', '2026-05-27'],
    [{ kind: 'months', n: 3 }, '2024-11-30', '2025-02-28'],
    [{ kind: 'days', n: 53 }, '2016-04-28', '2016-06-20'],
  ] as [DueRule, string, string][])('by %j from %s ends on %s', (rule, from, dueOn) => {
    expect(running(rule, from)).toEqual({ dueOn, provisional: false, rule, startedOn: from, stops: [], extendedFrom: null });
  });

  it('in working days keeps what is left while it stands, and runs on from the working day after', () => {
    const again = stood(running(workingDays(15), '2026-02-10'), '2026-02-12', '2026-02-26');
    expect(again).toMatchObject({ dueOn: '2026-03-16', provisional: false, stops: [{ from: '2026-02-12', until: '2026-02-26' }] });
    // The day on which it stops counts, the day on which it resumes does not: stopped and resumed on one day it is as it was.
    expect(stood(running(workingDays(15), '2026-02-10'), '2026-02-12', '2026-02-12').dueOn).toBe('2026-03-09');
    // On a day off that would not have counted, one day later.
    expect(stood(running(workingDays(5), '2026-03-09'), '2026-03-13', '2026-03-15').dueOn).toBe('2026-03-16');
  });

  it('may stand more than once', () => {
    const once = stood(running(workingDays(15), '2026-02-10'), '2026-02-12', '2026-02-26');
    expect(stood(once, '2026-03-03', '2026-03-05').dueOn).toBe('2026-03-18');
  });

  it('in days or months moves its end by the calendar days that it stood, and then looks at its last day', () => {
    expect(stood(running({ kind: 'days', n: 53 }, '2016-04-28'), '2016-05-10', '2016-05-20').dueOn).toBe('2016-06-30');
    expect(stood(running({ kind: 'months', n: 3 }, '2024-11-30'), '2025-01-06', '2025-01-13').dueOn).toBe('2025-03-07');
    // Moved to 2 October, in the break: the working day after it.
    expect(stood(running({ kind: 'days', n: 30 }, '2026-08-21'), '2026-09-01', '2026-09-13').dueOn).toBe('2026-10-08');
  });

  it('to a date stays, whoever sets it', () => {
    const fixed = running({ kind: 'date', date: '2026-06-20' }, '2026-04-28');
    expect(stood(fixed, '2026-05-01', '2026-05-20').dueOn).toBe('2026-06-20');
    expect(stood(periodUntil(civilDate('2026-06-20'), civilDate('2026-04-28')), '2026-05-01', '2026-05-20').dueOn).toBe('2026-06-20');
  });

  it('stands once at a time, and runs on once', () => {
    const standing = stopped(running(workingDays(15), '2026-02-10'), civilDate('2026-02-12'));
    expect([isStopped(standing), isStopped(running(workingDays(15), '2026-02-10'))]).toEqual([true, false]);
    expect(stopped(standing, civilDate('2026-02-13'))).toBe(standing);
    const again = resumed(standing, civilDate('2026-02-26'), calendar);
    expect(resumed(again, civilDate('2026-02-27'), calendar)).toBe(again);
  });

  it('that was extended stays until the day that was granted, and keeps until when it was at first', () => {
    const granted = extended(running(workingDays(15), '2026-02-10'), civilDate('2026-04-30'));
    expect(granted).toMatchObject({ dueOn: '2026-04-30', extendedFrom: '2026-03-09' });
    expect(extended(granted, civilDate('2026-05-29')).extendedFrom).toBe('2026-03-09');
    expect(recounted(granted, calendar)).toBe(granted);
    expect(stood(granted, '2026-03-10', '2026-03-20').dueOn).toBe('2026-04-30');
  });

  it('is counted anew once its holidays are announced', () => {
    const before = { ...running(workingDays(15), '2026-02-10'), dueOn: civilDate('2026-03-04'), provisional: true };
    expect(recounted(before, calendar)).toMatchObject({ dueOn: '2026-03-09', provisional: false });
    expect(running(workingDays(10), '2039-12-28').provisional).toBe(true);
  });

  it('of 31 September is none', () => {
    expect(() => civilDate('2026-09-31')).toThrow(expect.objectContaining({ code: 'calendar.no-such-date' }));
    expect(() => dueDate({ kind: 'date', date: '2026-09-31' }, civilDate('2026-09-01'), calendar)).toThrow();
  });
});
