import { civilDate, periodUntil, WorkingCalendar } from '@plenum/calendar';
import { settingsWith } from '../call/default-settings.js';
import { factOf } from '../report/fact.js';
import { aCall, matterIn } from '../testing/a-proposal.js';
import { deadlineSet } from './deadline.js';

const calendar = new WorkingCalendar();
const set = (settings = settingsWith({}), startedOn = '2026-09-01') => {
  const period = periodUntil(civilDate('2026-10-16'), civilDate(startedOn));
  const about = { kind: 'handling', id: 'handling' } as const;
  return deadlineSet(
    { about, matter: 'reply', round: 1, ...period, owedBy: { unitId: 'unit' } },
    { call: { ...aCall(), settings }, calendar },
  );
};

describe('a deadline', () => {
  it('runs until 24:00 of its day, with the steps of the ladder of its call', () => {
    expect(set().dueAt).toEqual(new Date('2026-10-16T16:00:00Z'));
    const steps = set().steps.slice(0, 7);
    expect(steps.map(({ workingDays, at }) => `${workingDays} ${at.toISOString()}`)).toEqual([
      '-15 2026-09-20T01:00:00.000Z',
      '-5 2026-10-10T01:00:00.000Z',
      '-1 2026-10-15T01:00:00.000Z',
      '0 2026-10-16T01:00:00.000Z',
      '1 2026-10-19T01:00:00.000Z',
      '5 2026-10-23T01:00:00.000Z',
      '10 2026-10-30T01:00:00.000Z',
    ]);
    const ladder = { rungs: [{ workingDays: -2, hears: ['head'] }], then: null } as const;
    expect(set(settingsWith({ ladder })).steps).toEqual([{ workingDays: -2, hears: ['head'], at: new Date('2026-10-14T01:00:00Z') }]);
  });

  // By hand from the notice for 2026: 25 to 27 September and 1 to 7 October off, 20 September and 10 October worked.
  it('is due soon from its first reminder, in working days, and not by what is told on the day it begins', () => {
    const before = (...days: readonly number[]) =>
      settingsWith({ ladder: { rungs: [...days, 1].map((workingDays) => ({ workingDays, hears: ['debtor'] })), then: null } });
    expect(set().remindOn).toBe('2026-09-20');
    expect(set(before(-5)).remindOn).toBe('2026-10-10');
    expect(set(before(-10, -5)).remindOn).toBe('2026-09-28');
    expect(set(before()).remindOn).toBeNull();
    const started = (startedOn: string) => set(settingsWith({}), startedOn).remindOn;
    expect([started('2026-09-19'), started('2026-09-20'), started('2026-10-14'), started('2026-10-15')]).toEqual([
      '2026-09-20',
      '2026-10-10',
      '2026-10-15',
      null,
    ]);
  });

  it('is a fact without its reminders, which follow from its day and the ladder', () => {
    const { data } = factOf(matterIn.FILED(), set());
    expect(data).toMatchObject({ matter: 'reply', dueOn: '2026-10-16' });
    expect(data).not.toHaveProperty('steps');
    expect(data).not.toHaveProperty('remindOn');
  });
});
