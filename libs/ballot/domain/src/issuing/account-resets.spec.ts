import { assertMayRegister } from '../sealed/registration.js';
import { DELEGATE, ORGANISER, aBallot, by } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { type AccountReset, assertMayConfirm, isHeld, resetsSince } from './account-resets.js';

const day = (nth: number): Date => new Date(Date.UTC(2026, 2, nth));
const reset = (given: Partial<AccountReset> = {}): AccountReset => ({ memberId: 'm1', at: day(10), madeBy: 'secretary', isFirst: false, ...given });
const history = (...resets: AccountReset[]) => ({ resets, announcedAt: day(5), confirmedAt: null });

describe('an account that was reset', () => {
  it('is held back when that was since the session was announced', () => {
    expect(isHeld(history())).toBe(false);
    expect(isHeld(history(reset()))).toBe(true);
    expect(isHeld(history(reset({ at: day(4) })))).toBe(false);
    expect(isHeld({ ...history(reset({ at: day(4) })), announcedAt: null })).toBe(true);
    expect(isHeld(history(reset({ madeBy: null })))).toBe(true);
  });

  it('is not held back for its first password, which is shown all the same', () => {
    expect(isHeld(history(reset({ isFirst: true })))).toBe(false);
    expect(resetsSince(history(reset({ isFirst: true })))).toHaveLength(1);
  });

  it('goes on once confirmed, until it is reset again', () => {
    expect(isHeld({ ...history(reset()), confirmedAt: day(11) })).toBe(false);
    expect(isHeld({ ...history(reset(), reset({ at: day(12) })), confirmedAt: day(11) })).toBe(true);
  });

  it('receives no sealed paper, and keeps one that it has', () => {
    const { named } = aBallot({ channel: 'sealed' });
    const voter = { onRoll: true, present: true, accountHeld: true } as const;
    expect(refusalOf(() => assertMayRegister(named, { ...voter, holds: null })).code).toBe('ballot.account-reset');
    expect(() => assertMayRegister(named, { ...voter, holds: 'credential' })).not.toThrow();
    expect(() => assertMayRegister(named, { ...voter, accountHeld: false, holds: null })).not.toThrow();
  });

  it('is confirmed by an officer of another office, who did not give the code and is not the person', () => {
    const { named } = aBallot({ channel: 'sealed' });
    const refused = (who: Parameters<typeof assertMayConfirm>[1], memberId = 'm1', resets = [reset()]) => refusalOf(() => assertMayConfirm(named, who, memberId, { resets, announcedAt: day(5) })).code;
    expect(() => assertMayConfirm(named, by('s1'), 'm1', history(reset()))).not.toThrow();
    expect(() => assertMayConfirm(named, by('t1'), 'm1', history(reset()))).not.toThrow();
    for (const who of [ORGANISER, DELEGATE]) expect(refused(who)).toBe('ballot.not-an-officer');
    expect(refused({ ...by('s1'), organises: true })).toBe('ballot.not-a-second-officer');
    expect(refused(by('s1'), 's1')).toBe('ballot.not-a-second-officer');
    expect(refused(by('s1'), 'm1', [reset(), reset({ madeBy: 's1' })])).toBe('ballot.not-a-second-officer');
    expect(refusalOf(() => assertMayConfirm(aBallot({ channel: 'paper' }).named, by('s1'), 'm1', history(reset()))).code).toBe('ballot.wrong-channel');
    expect(refusalOf(() => assertMayConfirm(aBallot({ channel: 'sealed' }).adopted, by('s1'), 'm1', history(reset()))).code).toBe('ballot.not-an-officer');
  });
});
