import { chosenOf, isSame, type Preferences } from './chosen.js';

const KEPT: Preferences = {
  locale: 'zh-CN',
  ways: ['mail'],
  hasAddress: true,
  muted: ['results:sms', 'proposals:sms'],
  quietFrom: null,
  quietTo: null,
  digest: 'each',
  digestHour: 8,
  digestDay: 1,
  timeZone: 'Asia/Shanghai',
  version: 3,
};

describe('what somebody chooses of their preferences', () => {
  it('is neither what the house knows by itself nor the version', () => {
    expect(Object.keys(chosenOf(KEPT)).sort()).toEqual(['digest', 'digestDay', 'digestHour', 'locale', 'muted', 'quietFrom', 'quietTo']);
  });

  it('is the same in whatever order it was chosen, and another with anything changed', () => {
    const chosen = chosenOf(KEPT);
    expect(isSame(chosen, { ...chosen, muted: ['proposals:sms', 'results:sms'] })).toBe(true);
    for (const change of [{ muted: [] }, { locale: 'en' as const }, { quietFrom: '22:00', quietTo: '07:00' }, { digestHour: 9 }])
      expect(isSame(chosen, { ...chosen, ...change })).toBe(false);
  });
});
