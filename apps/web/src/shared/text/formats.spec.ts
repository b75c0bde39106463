import { civilDateOf, daysUntil, formatDate, formatDay, formatInstant, presentable } from './formats.js';

describe('times as people read them', () => {
  it('are those of the place where the congress sits', () => {
    expect(formatInstant('2026-11-30T16:00:00Z', 'zh-CN')).toBe('2026年12月1日 00:00');
    expect(formatDay('2026-11-30T15:59:59Z', 'zh-CN')).toBe('2026年11月30日');
    expect(civilDateOf(new Date('2026-11-30T16:00:00Z'))).toBe('2026-12-01');
  });

  it('are dates without a zone where a date is meant', () => {
    expect(formatDate('2026-02-28', 'zh-CN')).toBe('2026年2月28日');
    expect(formatDate('2026-02-28', 'en')).toBe('Feb 28, 2026');
  });

  it('count days by the calendar, not by hours', () => {
    const lateEvening = new Date('2026-11-21T15:59:00Z'); // 23:59 in Shanghai.
    expect(daysUntil('2026-11-21', lateEvening)).toBe(0);
    expect(daysUntil('2026-11-22', lateEvening)).toBe(1);
    expect(daysUntil('2026-11-15', lateEvening)).toBe(-6);
    expect(daysUntil('2026-11-22', new Date('2026-11-21T16:00:00Z'))).toBe(0);
  });

  it('are found among facts; everything else is left as it is', () => {
    const facts = {
      closesAt: '2026-11-30T16:00:00.000Z',
      dueOn: '2026-12-01',
      opensAt: '2026-11-30T16:00:00.000Z',
      on: '2026-12-01',
      subject: '2026-12',
      signed: 2,
    };
    expect(presentable(facts, 'zh-CN')).toEqual({
      closesAt: '2026年11月30日 24:00',
      dueOn: '2026年12月1日 24:00',
      opensAt: '2026年12月1日 00:00',
      on: '2026年12月1日',
      subject: '2026-12',
      signed: 2,
    });
  });
});
