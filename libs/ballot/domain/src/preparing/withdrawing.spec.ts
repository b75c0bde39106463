import { DELEGATE, NOON, ORGANISER, RESOLUTION_RULES, aBallot } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { schedule } from '../timing/appointments.js';
import { assertMayDelete, callOff, isCalledOff } from './withdrawing.js';

const REASON = 'The plan is taken back.';

describe('a draft', () => {
  it('is thrown away by an organiser, and only while it is one', () => {
    const { drafted, adopted } = aBallot();
    expect(() => assertMayDelete(drafted, ORGANISER)).not.toThrow();
    expect(refusalOf(() => assertMayDelete(drafted, DELEGATE)).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => assertMayDelete(adopted, ORGANISER)).code).toBe('ballot.wrong-state');
  });
});

describe('a vote that was announced', () => {
  it('is called off with its reason, and whoever heard of it hears of this', () => {
    for (const ballot of [aBallot().adopted, aBallot().named]) {
      const { ballot: after, events } = callOff(ballot, ORGANISER, REASON, NOON);
      expect(after).toMatchObject({ state: 'ANNULLED', annulment: { reason: REASON } });
      expect(isCalledOff(after)).toBe(true);
      expect(events).toEqual([{ type: 'BallotCalledOff', reason: REASON }]);
    }
  });

  it('does not open by the clock any more', () => {
    const timed = aBallot({ rules: { ...RESOLUTION_RULES, procedure: { timing: 'by-the-clock' } } }).adopted;
    const appointed = schedule(timed, ORGANISER, { opensAt: new Date(NOON.getTime() + 60_000) }, NOON).ballot;
    expect(callOff(appointed, ORGANISER, REASON, NOON).ballot.appointments).toMatchObject([{ act: 'open', end: { what: 'moot' } }]);
  });

  it('is not called off once it is open, nor by anybody else', () => {
    expect(refusalOf(() => callOff(aBallot().opened, ORGANISER, REASON, NOON)).code).toBe('ballot.wrong-state');
    expect(refusalOf(() => callOff(aBallot().drafted, ORGANISER, REASON, NOON)).code).toBe('ballot.wrong-state');
    expect(refusalOf(() => callOff(aBallot().adopted, DELEGATE, REASON, NOON)).code).toBe('ballot.not-an-organiser');
    expect(isCalledOff({ state: 'ANNULLED', openedAt: NOON })).toBe(false);
  });
});
