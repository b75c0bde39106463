import { civilDate, periodUntil, WorkingCalendar } from '@plenum/calendar';
import { settingsWith } from '../call/default-settings.js';
import { factOf } from '../report/fact.js';
import { aCall, matterIn } from '../testing/a-proposal.js';
import { deadlineSet } from './deadline.js';

const calendar = new WorkingCalendar();
const set = (settings = settingsWith({})) => {
  const period = periodUntil(civilDate('2026-10-16'), civilDate('2026-09-01'));
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

  it('is a fact without its steps, which follow from its day and the ladder', () => {
    const { data } = factOf(matterIn.FILED(), set());
    expect(data).toMatchObject({ matter: 'reply', dueOn: '2026-10-16' });
    expect(data).not.toHaveProperty('steps');
  });
});
