import { type DeskSignIn, lateByDesk, signedInByDesk } from './desk-sign-ins.js';

const hour = (nth: number): Date => new Date(Date.UTC(2026, 2, 2, nth));
const signIn = (given: Partial<DeskSignIn> = {}): DeskSignIn => ({
  memberId: 'm1',
  at: hour(9),
  madeBy: 'secretary',
  late: true,
  ...given,
});

describe('attendance by another hand', () => {
  it('concerns a ballot when it was before the close, and so far all of it', () => {
    expect(signedInByDesk([signIn(), signIn({ memberId: 'm2', at: hour(11) })], hour(10)).map(({ memberId }) => memberId)).toEqual(['m1']);
    expect(signedInByDesk([signIn()], null)).toEqual([signIn()]);
  });

  it('is told by name where it was late, with each hand once, and counted by person in all', () => {
    const all = [signIn(), signIn({ at: hour(10) }), signIn({ madeBy: 'other' }), signIn({ memberId: 'm2', late: false })];
    expect(lateByDesk(all)).toEqual({
      late: [
        { memberId: 'm1', madeBy: 'secretary' },
        { memberId: 'm1', madeBy: 'other' },
      ],
      members: 2,
    });
  });
});
