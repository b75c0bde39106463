import type { Rung } from '../../shared/reminders/use-ladder-text.js';
import { faultOf, inOrder, newRung, usualLadder } from './ladder.js';

const rung = (workingDays: number): Rung => ({ workingDays, hears: ['debtor'] });

describe('a ladder as it is typed', () => {
  it('is the usual one to begin with, without a fault', () => {
    expect(faultOf(usualLadder())).toBeNull();
    expect(inOrder(usualLadder())).toEqual(usualLadder());
  });

  it('says what is wrong with it', () => {
    expect(faultOf({ rungs: [], then: null })).toBe('none');
    expect(faultOf({ rungs: [rung(-1), rung(-1)], then: null })).toBe('twice');
    expect(faultOf({ rungs: [{ workingDays: 1, hears: [] }], then: null })).toBe('nobody');
    expect(faultOf({ rungs: [rung(1)], then: { everyWorkingDays: 5, times: 1, hears: [] } })).toBe('nobody');
  });

  it('may be typed in any order, and is kept in that of its days', () => {
    const typed = { rungs: [rung(5), rung(-5), rung(0)], then: null };
    expect(faultOf(typed)).toBeNull();
    expect(inOrder(typed).rungs).toEqual([rung(-5), rung(0), rung(5)]);
  });

  it('gets a step after its last one, within its bounds', () => {
    expect(newRung([rung(5), rung(-5)])).toEqual(rung(10));
    expect(newRung([rung(58)])).toEqual(rung(60));
    expect(newRung([])).toEqual(rung(0));
  });
});
