import { DEFAULT_SETTINGS, settingsWith } from './default-settings.js';
import { CALL_PRESETS, PRESET_IDS } from './presets.js';

describe('the presets of a call', () => {
  it('are those of the list, each once', () => {
    expect(CALL_PRESETS.map(({ id }) => id)).toEqual(PRESET_IDS);
  });

  it.each(CALL_PRESETS)('$id makes rules within the bounds', ({ settings }) => {
    expect(settingsWith(settings)).toEqual({ ...DEFAULT_SETTINGS, ...settings });
  });

  it('have the certainty of their source: law is only what was read in full', () => {
    const marked = (mark: string) => CALL_PRESETS.filter((preset) => preset.mark === mark).map(({ id }) => id);
    expect(marked('T')).toEqual(['beijing', 'zhejiang', 'qingdao', 'chongqing', 'shandong', 'henan', 'shanghai']);
    expect(marked('M')).toEqual(['university-2016', 'university-three-tracks', 'enterprise-sample']);
  });

  it('name no institution that is not verified', () => {
    for (const { mark, source } of CALL_PRESETS.filter((preset) => preset.mark === 'M'))
      expect([mark, source]).toEqual(['M', expect.stringMatching(/not verified|^Samples/)]);
  });

  it('give every regulation three months to reply', () => {
    for (const { id, mark, settings } of CALL_PRESETS)
      if (mark === 'T') expect([id, settings.replyDue]).toEqual([id, { kind: 'months', n: 3 }]);
  });
});
