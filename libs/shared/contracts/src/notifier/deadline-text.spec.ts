import { deadlineText, isDeadlineFact } from './deadline-text.js';

const IN_SHANGHAI = 'Asia/Shanghai';

describe('a deadline', () => {
  it.each([
    ['2026-03-31', 'a civil date'],
    ['2026-03-31T15:59:59.999Z', 'the last millisecond of the day'],
    ['2026-03-31T16:00:00.000Z', 'the first instant after it'],
    ['2026-03-31T16:00:00Z', 'the same without a fraction'],
  ])('of a day is worded the same, given as %s (%s)', (deadline) => {
    expect([deadlineText(deadline, 'zh-CN', IN_SHANGHAI), deadlineText(deadline, 'en', IN_SHANGHAI)]).toEqual([
      '2026年3月31日 24:00',
      'Mar 31, 2026 24:00',
    ]);
  });

  it('at any other time is its minute where the congress sits', () => {
    expect(deadlineText('2026-03-31T09:30:00Z', 'zh-CN', IN_SHANGHAI)).toBe('2026年3月31日 17:30');
    expect(deadlineText('2026-03-31T16:00:00Z', 'en', 'UTC')).toBe('Mar 31, 2026 16:00');
  });

  it('is known by the name of its fact', () => {
    expect(['dueAt', 'dueOn', 'closesAt', 'untilOn', 'feedbackDueOn'].every(isDeadlineFact)).toBe(true);
    expect(['opensAt', 'at', 'subject'].some(isDeadlineFact)).toBe(false);
  });
});
