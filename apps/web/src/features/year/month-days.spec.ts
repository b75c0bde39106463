import { monthDaysOf, monthDaysText } from './month-days.js';

describe('days of a year as they are written', () => {
  it('are read however they are set apart, and written in one way', () => {
    const days = [
      { month: 6, day: 30 },
      { month: 12, day: 31 },
    ];
    for (const text of ['06-30 12-31', '6-30、12-31', ' 6月30日，12/31 ']) expect(monthDaysOf(text)).toEqual(days);
    expect(monthDaysText(days)).toBe('06-30 12-31');
  });

  it.each(['', '13-01', '6-32', '6-0', 'June', '06-30 x'])('are none in “%s”', (text) => {
    expect(monthDaysOf(text)).toBeNull();
  });
});
