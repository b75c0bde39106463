import { endOfDay, startOfDay } from '../../shared/proposal/call-times.js';
import { callOf, usualCall } from './call-fields.js';

const usual = { ...usualCall('s1', new Date(2026, 11, 1, 9)), lastDay: '2026-12-31' };

describe('the form of a call', () => {
  it('begins with what most institutions do', () => {
    expect(usual).toMatchObject({ sessionId: 's1', firstDay: '2026-12-01', minSeconders: 2, lateHandling: 'suggestion' });
    expect(callOf(usual)).toMatchObject({
      replyDue: { kind: 'working-days', n: 60 },
      feedbackDue: { kind: 'working-days', n: 15 },
      rehandleDue: { kind: 'months', n: 1 },
      maxRounds: 2,
    });
  });

  it('opens a call over whole days, under the rules that it says and no others', () => {
    const asked = callOf({ ...usual, minSeconders: 3, lateHandling: 'refuse', rehandleKind: 'working-days', rehandleN: 20, maxRounds: 3 });
    expect(asked).toEqual({
      sessionId: 's1',
      minSeconders: 3,
      lateHandling: 'refuse',
      opensAt: startOfDay('2026-12-01').toISOString(),
      closesAt: endOfDay('2026-12-31').toISOString(),
      replyDue: { kind: 'working-days', n: 60 },
      feedbackDue: { kind: 'working-days', n: 15 },
      rehandleDue: { kind: 'working-days', n: 20 },
      maxRounds: 3,
    });
  });
});
