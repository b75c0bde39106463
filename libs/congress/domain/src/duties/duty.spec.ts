import { civilDate, USUAL_LADDER, WorkingCalendar } from '@plenum/calendar';
import { amendDutyRule, allowedOnDutyRule, defineDutyRule, duePeriods, type DutyRuleFacts, stopDutyRule } from './duty-rule.js';
import { DUTY_PRESETS } from './duty-presets.js';
import { allowedOnDuty, DUTY_ACTIONS, type DutyAuthority, dutyStanding, followRule, makeDuty, settleDuty, waiveDuty } from './duty.js';
import { checkedRecurrence } from './recurrence.js';

const day = civilDate;
const TODAY = day('2026-12-01');
const CALENDAR = new WorkingCalendar();
const FACTS: DutyRuleFacts = {
  preset: 'COLLECTIVE_CONTRACT',
  titleZh: ' 集体合同履行检查 ',
  titleEn: '',
  recurrence: DUTY_PRESETS.COLLECTIVE_CONTRACT.recurrence,
  startsOn: day('2026-09-01'),
  onDayOff: 'BEFORE',
  aheadDays: 60,
  responsible: { memberIds: ['m1'], unitId: 'u1', offices: ['PRESIDIUM'] },
  ladder: USUAL_LADDER,
};
const by = (more: Partial<DutyAuthority>): DutyAuthority => ({
  memberId: 'm9',
  runsOrganisation: false,
  runsSession: false,
  offices: [],
  ...more,
});
const SECRETARY = by({ runsOrganisation: true });
const EVIDENCE = { text: '已检查', on: TODAY, sessionId: null, ballotId: null };

const { after: rule } = defineDutyRule({ id: 'r1', organisationId: 'o1' }, FACTS, TODAY);
const made = () => {
  const [period] = duePeriods(rule, TODAY, CALENDAR);
  if (!period) throw new Error('Nothing is due.');
  return makeDuty('d1', rule, period, CALENDAR);
};
const duty = made().after;

describe('a duty', () => {
  it('is told with its day, its last instant and its steps', () => {
    expect(duty).toMatchObject({ titleZh: '集体合同履行检查', period: '2026#2', dueOn: '2026-12-31', state: 'OPEN' });
    const [owed] = made().events;
    expect(owed).toMatchObject({ type: 'DutyOwed', dueAt: new Date('2026-12-31T16:00:00Z') });
    expect(owed?.type === 'DutyOwed' && owed.steps.length).toBe(18);
  });

  const OWING = [
    by({ memberId: 'm1' }),
    by({ offices: [{ office: 'UNIT_HEAD', unitId: 'u1' }] }),
    by({ offices: [{ office: 'PRESIDIUM', unitId: null }] }),
  ];
  const OTHERS = [
    by({}),
    by({ runsSession: true }),
    by({ offices: [{ office: 'UNIT_HEAD', unitId: 'u2' }] }),
    by({ offices: [{ office: 'LEADER_IN_CHARGE', unitId: 'u1' }] }),
    by({ offices: [{ office: 'PROPOSALS_COMMITTEE', unitId: null }] }),
  ];

  it('is settled by who owes it or the secretariat, and waived by the latter alone; once', () => {
    expect(allowedOnDuty(duty, SECRETARY)).toEqual(DUTY_ACTIONS);
    expect(OWING.map((who) => allowedOnDuty(duty, who))).toEqual([['settle'], ['settle'], ['settle']]);
    expect(OTHERS.map((who) => allowedOnDuty(duty, who))).toEqual([[], [], [], [], []]);
    const settled = settleDuty(duty, OWING[0] ?? SECRETARY, EVIDENCE, TODAY).after;
    const waived = waiveDuty(duty, SECRETARY, '合同已终止', TODAY).after;
    for (const over of [settled, waived]) {
      expect(allowedOnDuty(over, SECRETARY)).toEqual([]);
      expect(() => settleDuty(over, SECRETARY, EVIDENCE, TODAY)).toThrow('congress.duty-state');
      expect(() => waiveDuty(over, SECRETARY, 'x', TODAY)).toThrow('congress.duty-state');
    }
    expect(() => settleDuty(duty, by({}), EVIDENCE, TODAY)).toThrow('congress.forbidden');
    expect(() => waiveDuty(duty, by({ memberId: 'm1' }), 'x', TODAY)).toThrow('congress.forbidden');
  });

  it('is missed past its day, and late when it was done afterwards', () => {
    const [last, next] = [day('2026-12-31'), day('2027-01-01')];
    expect([dutyStanding(duty, last), dutyStanding(duty, next)]).toEqual(['DUE', 'MISSED']);
    const standing = (on: string) => dutyStanding(settleDuty(duty, SECRETARY, { ...EVIDENCE, on: day(on) }, day('2027-02-01')).after, next);
    expect([standing('2026-12-31'), standing('2027-01-01')]).toEqual(['SETTLED', 'LATE']);
    expect(dutyStanding(waiveDuty(duty, SECRETARY, 'x', next).after, next)).toBe('WAIVED');
  });

  it('needs evidence of what was done, and a reason to be let off', () => {
    expect(() => settleDuty(duty, SECRETARY, { ...EVIDENCE, text: ' ' }, TODAY)).toThrow('text');
    expect(() => settleDuty(duty, SECRETARY, { ...EVIDENCE, on: day('2026-12-02') }, TODAY)).toThrow('on');
    expect(() => waiveDuty(duty, SECRETARY, ' ', TODAY)).toThrow('reason');
  });

  it('follows its rule, but for its day', () => {
    const amended = amendDutyRule(rule, SECRETARY, { ...FACTS, titleZh: '检查', onDayOff: 'AFTER' }, TODAY).after;
    expect(followRule(duty, amended, CALENDAR).after).toEqual({ ...duty, titleZh: '检查', version: 2 });
  });
});

describe('a rule of duties', () => {
  it('is amended and stopped by the secretariat, and once stopped not at all', () => {
    expect(allowedOnDutyRule(rule, SECRETARY)).toEqual(['amend', 'stop']);
    expect(allowedOnDutyRule(rule, by({ runsSession: true }))).toEqual([]);
    const stopped = stopDutyRule(rule, SECRETARY, '不再适用').after;
    expect(allowedOnDutyRule(stopped, SECRETARY)).toEqual([]);
    expect(duePeriods(stopped, TODAY, CALENDAR)).toEqual([]);
    expect(() => amendDutyRule(stopped, SECRETARY, FACTS, TODAY)).toThrow('congress.duty-rule-state');
    expect(() => stopDutyRule(rule, by({ memberId: 'm1' }), 'x')).toThrow('congress.forbidden');
  });

  it('makes nothing of the past when its days are changed', () => {
    const monthly = { kind: 'MONTHS', every: 1, from: day('2026-01-15') } as const;
    expect(amendDutyRule(rule, SECRETARY, { ...FACTS, recurrence: monthly }, TODAY).after.startsOn).toBe(TODAY);
    expect(amendDutyRule(rule, SECRETARY, { ...FACTS, titleZh: '检查' }, TODAY).after.startsOn).toBe('2026-09-01');
  });

  it.each([
    ['titleZh', { titleZh: ' ' }],
    ['startsOn', { startsOn: day('2025-11-30') }],
    ['aheadDays', { aheadDays: 400 }],
    ['responsible', { responsible: { memberIds: [], unitId: null, offices: [] } }],
    ['ladder', { ladder: { rungs: [], then: null } }],
  ])('is refused with a faulty %s', (field, change) => {
    expect(() => defineDutyRule({ id: 'r1', organisationId: 'o1' }, { ...FACTS, ...change }, TODAY)).toThrow(field);
  });

  it('has presets that are sound, the contract twice a year and the finances each term', () => {
    for (const { recurrence } of Object.values(DUTY_PRESETS)) expect(checkedRecurrence(recurrence)).toEqual(recurrence);
    expect(DUTY_PRESETS.COLLECTIVE_CONTRACT.recurrence).toMatchObject({ days: [{}, {}] });
    expect(DUTY_PRESETS.FINANCES_POSTED.recurrence.kind).toBe('SCHOOL_TERMS');
    expect(DUTY_PRESETS.LEADERS_APPRAISED.recurrence).toMatchObject({ days: [{ month: 6 }] });
  });
});
