import { setUpTerm } from '../terms/term.js';
import { Attendance } from './attendance.js';
import { Seating } from './seating.js';
import { Session } from './session.js';
import { Sitting } from './sitting.js';

const TERM = setUpTerm({ id: 't7', organisationId: 'o1', termNo: 7, kind: 'STAFF_CONGRESS', from: '2026-09-01', to: '2029-08-31' }, []);
const AT = new Date('2027-03-20T00:31:00Z');
const delegate = (memberId: string) => ({ memberId, delegationId: null, kind: 'DELEGATE' }) as const;
const refusal = (code: string) => expect.objectContaining({ code });

function aSitting(...memberIds: string[]): Sitting {
  const session = Session.setUp(
    {
      id: 's2',
      organisationId: 'o1',
      sessionNo: 2,
      title: '七届二次',
      opensAt: AT,
      closesAt: new Date('2027-03-21T09:00:00Z'),
      quorum: { num: 2, den: 3, inclusive: true },
    },
    TERM,
  );
  const sitting = new Sitting(session, new Seating(session, [], []), new Attendance(session, [], null));
  for (const memberId of memberIds) sitting.seat(delegate(memberId), AT);
  return sitting;
}

const arrive = (sitting: Sitting, memberId: string) => sitting.attendance.arrive(sitting.seating.seatOf(memberId), memberId, AT);
const leave = (sitting: Sitting, memberId: string) => sitting.attendance.leave(sitting.seating.seatOf(memberId), memberId, AT);

describe('a sitting', () => {
  it('opens its desk with the session, for those who are seated', () => {
    const sitting = aSitting('m1', 'm2', 'm3');
    sitting.open(AT);
    arrive(sitting, 'm1');
    expect(sitting.attendance.points.map(({ move, entitled, present }) => [move, entitled, present])).toEqual([
      ['DESK_OPENED', 3, 0],
      ['ARRIVED', 3, 1],
    ]);
    expect(sitting.releaseEvents().map(({ type }) => type)).toEqual([
      'SessionSetUp',
      'SessionOpened',
      'DelegateSeated',
      'DelegateSeated',
      'DelegateSeated',
      'AttendanceChanged',
    ]);
  });

  it('keeps its base in step with the roll', () => {
    const sitting = aSitting('m1', 'm2', 'm3');
    sitting.open(AT);
    arrive(sitting, 'm1');
    expect(() => sitting.unseat('m1', { reason: '调离', read: 1 }, AT)).toThrow(refusal('congress.seat-present'));
    leave(sitting, 'm1');
    sitting.unseat('m1', { reason: '调离', read: 1 }, AT);
    sitting.seat(delegate('m4'), AT);
    expect(sitting.attendance.points.slice(-2).map(({ entitled, present }) => [entitled, present])).toEqual([
      [2, 0],
      [3, 0],
    ]);
    expect(() => arrive(sitting, 'm1')).toThrow(refusal('congress.not-seated'));
  });

  it('lets a seat follow its member: without the vote they attend, and who has left has none', () => {
    const sitting = aSitting('m1', 'm2', 'm3');
    sitting.open(AT);
    for (const memberId of ['m1', 'm2']) arrive(sitting, memberId);
    sitting.follow({ id: 'm1', active: true, standing: 'RETAINED' }, AT);
    sitting.follow({ id: 'm2', active: false, standing: 'FULL' }, AT);
    sitting.follow({ id: 'm3', active: true, standing: 'FULL' }, AT);
    sitting.follow({ id: 'm9', active: true, standing: 'SUSPENDED' }, AT);
    expect(sitting.seating.seats).toEqual([
      { ...delegate('m1'), kind: 'ATTENDEE', version: 2 },
      { ...delegate('m3'), version: 1 },
    ]);
    expect(sitting.attendance.points.slice(-2).map(({ move, entitled, present }) => [move, entitled, present])).toEqual([
      ['ROLL_CHANGED', 2, 1],
      ['ROLL_CHANGED', 1, 0],
    ]);
    expect(sitting.attendance.isPresent('m1')).toBe(true);
    sitting.follow({ id: 'm1', active: true, standing: 'RETAINED' }, AT);
    expect(sitting.attendance.points).toHaveLength(5);
  });

  it('signs nobody in before it opens or after it closes', () => {
    const sitting = aSitting('m1');
    expect(() => arrive(sitting, 'm1')).toThrow(refusal('congress.session-state'));
    sitting.open(AT);
    sitting.close(AT);
    expect(() => arrive(sitting, 'm1')).toThrow(refusal('congress.session-state'));
    expect(() => leave(sitting, 'm1')).toThrow(refusal('congress.session-state'));
  });

  it('does not open for nobody, and then has no desk', () => {
    const sitting = aSitting();
    expect(() => sitting.open(AT)).toThrow(refusal('congress.no-delegates'));
    expect(sitting.attendance.points).toEqual([]);
  });
});
