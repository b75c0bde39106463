import { assertMayRegister } from '../sealed/registration.js';
import { DELEGATE, ORGANISER, aBallot, by } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { type AccountReset, assertMayConfirm, accountHoldOf, resetsSince } from './account-resets.js';

const day = (nth: number): Date => new Date(Date.UTC(2026, 2, nth));
const reset = (given: Partial<AccountReset> = {}): AccountReset => ({
  memberId: 'm1',
  at: day(10),
  madeBy: 'secretary',
  isFirst: false,
  ...given,
});
const history = (...resets: AccountReset[]) => ({ resets, announcedAt: day(5), lateFrom: day(15), confirmedAt: null });

describe('an account that was reset', () => {
  it('is held back when that was since the session was announced', () => {
    expect(accountHoldOf(history())).toBeNull();
    expect(accountHoldOf(history(reset()))).toBe('replaced');
    expect(accountHoldOf(history(reset({ at: day(4) })))).toBeNull();
    expect(accountHoldOf({ ...history(reset({ at: day(4) })), announcedAt: null })).toBe('replaced');
    expect(accountHoldOf(history(reset({ madeBy: null })))).toBe('replaced');
  });

  it('is not held back for a first password of before the session began, which is shown all the same', () => {
    const inTime = reset({ isFirst: true, at: day(15) });
    expect(accountHoldOf(history(inTime))).toBeNull();
    expect(resetsSince(history(inTime))).toHaveLength(1);
  });

  it('is held back for a first password of after the beginning, given or mailed; nobody is late where nobody signs in', () => {
    const late = reset({ isFirst: true, at: day(16) });
    expect(accountHoldOf(history(late))).toBe('late-first');
    expect(accountHoldOf(history({ ...late, madeBy: null }))).toBe('late-first');
    expect(accountHoldOf({ ...history(late), lateFrom: null })).toBeNull();
    expect(accountHoldOf(history(late, reset({ at: day(17) })))).toBe('replaced');
    expect(accountHoldOf({ ...history(late), confirmedAt: day(17) })).toBeNull();
  });

  it('goes on once confirmed, until it is reset again', () => {
    expect(accountHoldOf({ ...history(reset()), confirmedAt: day(11) })).toBeNull();
    expect(accountHoldOf({ ...history(reset(), reset({ at: day(12) })), confirmedAt: day(11) })).toBe('replaced');
  });

  it('receives no sealed paper, and keeps one that it has', () => {
    const { named } = aBallot({ channel: 'sealed' });
    const voter = { onRoll: true, present: true, accountHeld: 'replaced' } as const;
    expect(refusalOf(() => assertMayRegister(named, { ...voter, holds: null })).code).toBe('ballot.account-reset');
    expect(refusalOf(() => assertMayRegister(named, { ...voter, accountHeld: 'late-first', holds: null })).code).toBe(
      'ballot.account-set-late',
    );
    expect(() => assertMayRegister(named, { ...voter, holds: 'credential' })).not.toThrow();
    expect(() => assertMayRegister(named, { ...voter, accountHeld: null, holds: null })).not.toThrow();
  });

  it('is confirmed by an officer of another office, who did not give the code and is not the person', () => {
    const { named } = aBallot({ channel: 'sealed' });
    const refused = (who: Parameters<typeof assertMayConfirm>[1], memberId = 'm1', resets = [reset()]) =>
      refusalOf(() => assertMayConfirm(named, who, memberId, { resets, announcedAt: day(5) })).code;
    expect(() => assertMayConfirm(named, by('s1'), 'm1', history(reset()))).not.toThrow();
    expect(() => assertMayConfirm(named, by('t1'), 'm1', history(reset()))).not.toThrow();
    for (const who of [ORGANISER, DELEGATE]) expect(refused(who)).toBe('ballot.not-an-officer');
    expect(refused({ ...by('s1'), organises: true })).toBe('ballot.not-a-second-officer');
    expect(refused(by('s1'), 's1')).toBe('ballot.not-a-second-officer');
    expect(refused(by('s1'), 'm1', [reset(), reset({ madeBy: 's1' })])).toBe('ballot.not-a-second-officer');
    expect(refusalOf(() => assertMayConfirm(aBallot({ channel: 'paper' }).named, by('s1'), 'm1', history(reset()))).code).toBe(
      'ballot.wrong-channel',
    );
    expect(refusalOf(() => assertMayConfirm(aBallot({ channel: 'sealed' }).adopted, by('s1'), 'm1', history(reset()))).code).toBe(
      'ballot.not-an-officer',
    );
  });
});
