import { civilDate } from './civil-date.js';
import { isLadder, type Ladder, ladderSteps, USUAL_LADDER } from './ladder.js';
import { WorkingCalendar } from './working-calendar.js';

const calendar = new WorkingCalendar();
/** `working days: day hearers`, each at nine in Beijing. */
const told = (ladder: Ladder, dueOn: string, by = calendar): string[] =>
  ladderSteps(ladder, civilDate(dueOn), by).map(({ workingDays, at, hears }) => {
    expect(at.toISOString().slice(11)).toBe('01:00:00.000Z');
    return `${workingDays}: ${at.toISOString().slice(0, 10)} ${hears.join(' ')}`;
  });
const usual = (times: number): Ladder => ({ ...USUAL_LADDER, then: { ...USUAL_LADDER.then!, times } });
const ALL = 'debtor head leader committee';

describe('a ladder', () => {
  // By hand from the notice for 2026: 25 to 27 September and 1 to 7 October off, 20 September and 10 October worked.
  it.each<[dueOn: string, steps: readonly string[]]>([
    [
      '2026-10-16',
      [
        '-15: 2026-09-20 debtor',
        '-5: 2026-10-10 debtor',
        '-1: 2026-10-15 debtor',
        '0: 2026-10-16 debtor',
        '1: 2026-10-19 debtor head',
        '5: 2026-10-23 debtor head leader',
        `10: 2026-10-30 ${ALL}`,
        `15: 2026-11-06 ${ALL}`,
      ],
    ],
    [
      '2026-09-30',
      [
        '-15: 2026-09-09 debtor',
        '-5: 2026-09-22 debtor',
        '-1: 2026-09-29 debtor',
        '0: 2026-09-30 debtor',
        '1: 2026-10-08 debtor head',
        '5: 2026-10-13 debtor head leader',
        `10: 2026-10-20 ${ALL}`,
        `15: 2026-10-27 ${ALL}`,
      ],
    ],
    [
      // On a day off: the day itself stays, what is counted is counted in working days.
      '2026-10-03',
      [
        '-15: 2026-09-10 debtor',
        '-5: 2026-09-23 debtor',
        '-1: 2026-09-30 debtor',
        '0: 2026-10-03 debtor',
        '1: 2026-10-08 debtor head',
        '5: 2026-10-13 debtor head leader',
        `10: 2026-10-20 ${ALL}`,
        `15: 2026-10-27 ${ALL}`,
      ],
    ],
  ])('has its steps on working days: due on %s', (dueOn, steps) => {
    expect(told(usual(2), dueOn)).toEqual(steps);
  });

  it('knows the days of the organisation, and its zone', () => {
    const own = new WorkingCalendar({ daysOff: ['2026-10-09', '2026-10-15'], workingDays: ['2026-10-17'] });
    expect(told({ rungs: USUAL_LADDER.rungs.slice(1, 5), then: null }, '2026-10-16', own)).toEqual([
      '-5: 2026-10-08 debtor',
      '-1: 2026-10-14 debtor',
      '0: 2026-10-16 debtor',
      '1: 2026-10-17 debtor head',
    ]);
    const abroad = new WorkingCalendar({ zone: 'Europe/Berlin' });
    expect(ladderSteps({ rungs: [{ workingDays: 0, hears: ['debtor'] }], then: null }, civilDate('2026-10-16'), abroad)[0]?.at).toEqual(
      new Date('2026-10-16T07:00:00Z'),
    );
  });

  it('goes on from the last day where no rung is after it, and for ever nowhere', () => {
    const early: Ladder = {
      rungs: [{ workingDays: -1, hears: ['debtor'] }],
      then: { everyWorkingDays: 5, times: 2, hears: ['committee'] },
    };
    expect(told(early, '2026-10-16')).toEqual(['-1: 2026-10-15 debtor', '5: 2026-10-23 committee', '10: 2026-10-30 committee']);
  });

  it('has no steps where nobody knows the working days', () => {
    for (const dueOn of ['2004-06-30', '2098-06-30', '9999-12-31']) expect(told(USUAL_LADDER, dueOn)).toEqual([]);
    expect(told(USUAL_LADDER, '2097-12-31')).toHaveLength(18);
  });

  const rung = (workingDays: number, hears: readonly string[] = ['debtor']) => ({ workingDays, hears });
  const then = { everyWorkingDays: 5, times: 12, hears: ['committee'] };

  it.each([
    USUAL_LADDER,
    { rungs: [rung(60)], then: null },
    { rungs: [rung(-60), rung(0)], then },
    { rungs: [...Array(12).keys()].map((n) => rung(n)), then },
  ])('is within its limits: %j', (ladder) => {
    expect(isLadder(ladder as Ladder)).toBe(true);
  });

  it.each([
    { rungs: [], then },
    { rungs: [rung(-61)], then: null },
    { rungs: [rung(61)], then: null },
    { rungs: [rung(0.5)], then: null },
    { rungs: [rung(1), rung(0)], then: null },
    { rungs: [rung(1), rung(1)], then: null },
    { rungs: [rung(1, [])], then: null },
    { rungs: [rung(1, ['debtor', 'debtor'])], then: null },
    { rungs: [rung(1, ['everybody'])], then: null },
    { rungs: [...Array(13).keys()].map((n) => rung(n)), then: null },
    { rungs: [rung(1)], then: { ...then, everyWorkingDays: 2 } },
    { rungs: [rung(1)], then: { ...then, times: 27 } },
    { rungs: [rung(1)], then: { ...then, times: 0 } },
    { rungs: [rung(1)], then: { ...then, hears: [] } },
  ])('is none outside of them: %j', (ladder) => {
    expect(isLadder(ladder as unknown as Ladder)).toBe(false);
  });
});
