import type { AttendanceView } from '../../../api/shapes.js';
import english from '../../../i18n/en/ballots.json';
import chinese from '../../../i18n/zh-CN/ballots.json';
import { presenceCauseOf, heldBy, leavesTraces } from './own-traces.js';

const own = (given: Partial<NonNullable<AttendanceView['own']>>) =>
  ({ kind: 'DELEGATE', standing: 'EXPECTED', since: null, byDesk: false, ...given }) as NonNullable<AttendanceView['own']>;
const at = '2026-03-20T01:02:00.000Z';
const textAt = (texts: object, key: string): unknown =>
  key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], texts);

describe('what is told of oneself after a sealed vote', () => {
  it('tells the absent that nobody signed in and nothing was received', () => {
    expect([presenceCauseOf(own({}))?.textKey, heldBy(null)]).toEqual(['traces.never', 'traces.holds.nothing']);
    expect(textAt(english, 'traces.never')).toBe('You were not signed in to this session.');
    expect(textAt(english, 'traces.holds.nothing')).toBe('You received no paper.');
  });

  it('tells the absent for whom somebody acted: whose hand signed them in, and that a paper was received', () => {
    expect([presenceCauseOf(own({ standing: 'HERE', since: at, byDesk: true })), heldBy('credential')]).toEqual([
      { textKey: 'traces.HERE.byDesk', at },
      'traces.holds.credential',
    ]);
    expect(presenceCauseOf(own({ standing: 'LEFT', since: at, byDesk: true }))).toEqual({ textKey: 'traces.LEFT.byDesk', at });
  });

  it('tells who came by themselves so, and nothing of the hall to who has no seat in it', () => {
    expect(presenceCauseOf(own({ standing: 'HERE', since: at }))).toEqual({ textKey: 'traces.HERE.self', at });
    expect([presenceCauseOf(null), presenceCauseOf(undefined)]).toEqual([null, null]);
  });

  it('has words for each in both languages', () => {
    const keys = [
      ...(['HERE', 'LEFT'] as const).flatMap((standing) =>
        [true, false].map((byDesk) => presenceCauseOf(own({ standing, since: at, byDesk }))?.textKey ?? ''),
      ),
      ...(['credential', 'slip', 'paper', null] as const).map(heldBy),
    ];
    for (const texts of [english, chinese]) expect(keys.filter((key) => typeof textAt(texts, key) !== 'string')).toEqual([]);
  });

  it('comes after the vote, of sealed papers alone', () => {
    expect(leavesTraces({ channel: 'sealed', state: 'CLOSED' })).toBe(true);
    expect(leavesTraces({ channel: 'mixed', state: 'PUBLISHED' })).toBe(true);
    expect([leavesTraces({ channel: 'sealed', state: 'OPEN' }), leavesTraces({ channel: 'paper', state: 'CLOSED' })]).toEqual([
      false,
      false,
    ]);
  });
});
