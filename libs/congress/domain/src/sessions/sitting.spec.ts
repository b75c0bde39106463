import { inSequence } from '../change.js';
import { setUpTerm } from '../terms/term.js';
import { arrive, CLOSED_DESK, isPresent, leave } from './attendance.js';
import { seatsByMember } from './seating.js';
import { setUpSession } from './session.js';
import {
  closeSitting,
  followMembers,
  openSitting,
  seatMember,
  seatMembers,
  type Sitting,
  type SittingChange,
  unseatMember,
} from './sitting.js';

const TERM = setUpTerm({ id: 't7', organisationId: 'o1', termNo: 7, kind: 'STAFF_CONGRESS', from: '2026-09-01', to: '2029-08-31' }, []);
const AT = new Date('2027-03-20T00:31:00Z');
const delegate = (memberId: string) => ({ memberId, delegationId: null, kind: 'DELEGATE' }) as const;
const refusal = (code: string) => expect.objectContaining({ code });

function aSitting(...memberIds: string[]): SittingChange {
  const { state: session, events } = setUpSession(
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
  const empty: Sitting = { session, seating: { delegations: [], seats: [] }, attendance: CLOSED_DESK };
  const seated = inSequence(empty, memberIds, (sitting, memberId) => seatMember(sitting, delegate(memberId), AT));
  return { state: seated.state, events: [...events, ...seated.events] };
}

const opened = (...memberIds: string[]): Sitting => openSitting(aSitting(...memberIds).state, AT).state;
const atDesk =
  (move: typeof arrive) =>
  (sitting: Sitting, memberId: string): SittingChange => {
    const attendee = { session: sitting.session, memberId, seat: seatsByMember(sitting.seating).get(memberId) ?? null };
    const { state: attendance, events } = move(sitting.attendance, attendee, AT);
    return { state: { ...sitting, attendance }, events };
  };
const arriving = atDesk(arrive);
const leaving = atDesk(leave);

describe('a sitting', () => {
  it('opens its desk with the session, for those who are seated', () => {
    const prepared = aSitting('m1', 'm2', 'm3');
    const open = openSitting(prepared.state, AT);
    const arrived = arriving(open.state, 'm1');
    expect(arrived.state.attendance.points.map(({ move, entitled, present }) => [move, entitled, present])).toEqual([
      ['DESK_OPENED', 3, 0],
      ['ARRIVED', 3, 1],
    ]);
    const events = [prepared, open, arrived].map((change) => change.events.map(({ type }) => type));
    expect(events).toEqual([
      ['SessionSetUp', 'DelegateSeated', 'DelegateSeated', 'DelegateSeated'],
      ['SessionOpened'],
      ['AttendanceChanged'],
    ]);
  });

  it('keeps its base in step with the roll', () => {
    const { state: arrived } = arriving(opened('m1', 'm2', 'm3'), 'm1');
    expect(() => unseatMember(arrived, 'm1', { reason: '调离', read: 1 }, AT)).toThrow(refusal('congress.seat-present'));
    const { state: gone } = leaving(arrived, 'm1');
    const { state: unseated } = unseatMember(gone, 'm1', { reason: '调离', read: 1 }, AT);
    const { state: replaced } = seatMember(unseated, delegate('m4'), AT);
    expect(replaced.attendance.points.slice(-2).map(({ entitled, present }) => [entitled, present])).toEqual([
      [2, 0],
      [3, 0],
    ]);
    expect(() => arriving(replaced, 'm1')).toThrow(refusal('congress.not-seated'));
  });

  it('lets a seat follow its member: without the vote they attend, and who has left has none', () => {
    const { state: arrived } = inSequence(opened('m1', 'm2', 'm3'), ['m1', 'm2'], arriving);
    const retained = { id: 'm1', active: true, standing: 'RETAINED' } as const;
    const { state: followed, events } = followMembers(
      arrived,
      [
        retained,
        { id: 'm2', active: false, standing: 'FULL' },
        { id: 'm3', active: true, standing: 'FULL' },
        { id: 'm9', active: true, standing: 'SUSPENDED' },
      ],
      AT,
    );
    expect(followed.seating.seats).toEqual([
      { ...delegate('m1'), kind: 'ATTENDEE', version: 2 },
      { ...delegate('m3'), version: 1 },
    ]);
    expect(followed.attendance.points.slice(-2).map(({ move, entitled, present }) => [move, entitled, present])).toEqual([
      ['ROLL_CHANGED', 2, 1],
      ['ROLL_CHANGED', 1, 0],
    ]);
    expect(isPresent(followed.attendance, 'm1')).toBe(true);
    expect(events.map(({ type }) => type)).toEqual(['DelegateSeated', 'DelegateUnseated', 'AttendanceChanged']);
    expect(followMembers(followed, [retained], AT).state.attendance.points).toHaveLength(5);
  });

  it('tells who is no longer in the room behind all changes of the roll', () => {
    const { state: arrived } = inSequence(opened('m1', 'm2'), ['m1', 'm2'], arriving);
    const left = ['m1', 'm2'].map((id) => ({ id, active: false, standing: 'FULL' }) as const);
    expect(followMembers(arrived, left, AT).events.map(({ type }) => type)).toEqual([
      'DelegateUnseated',
      'DelegateUnseated',
      'AttendanceChanged',
      'AttendanceChanged',
    ]);
  });

  it('seats many in one go as one after the other, and nobody where one is refused', () => {
    const sitting = opened('m1', 'm2');
    const wanted = [delegate('m1'), { ...delegate('m2'), kind: 'INVITEE' } as const, delegate('m3'), delegate('m3'), delegate('m4')];
    const many = seatMembers(sitting, wanted, AT);
    expect(many).toEqual(inSequence(sitting, wanted, (current, seat) => seatMember(current, seat, AT)));
    expect(many.events.map(({ type }) => type)).toEqual(['DelegateSeated', 'DelegateSeated', 'DelegateSeated']);
    expect(() => seatMembers(sitting, [...wanted, { ...delegate('m5'), delegationId: 'd9' }], AT)).toThrow(refusal('congress.not-found'));
    expect(seatMembers(closeSitting(sitting, AT).state, [], AT).events).toEqual([]);
    expect(() => seatMembers(closeSitting(sitting, AT).state, wanted, AT)).toThrow(refusal('congress.session-state'));
  });

  it('seats a roster of ten thousand, and lets them all follow, without keeping the service waiting', () => {
    const ids = Array.from({ length: 10_000 }, (_, nth) => `m${nth}`);
    const begun = performance.now();
    const { state: full } = seatMembers(opened('first'), ids.map(delegate), AT);
    const retained = ids.map((id) => ({ id, active: true, standing: 'RETAINED' }) as const);
    const { state: followed } = followMembers(full, retained, AT);
    expect([full, followed].map(({ attendance }) => attendance.points.at(-1)?.entitled)).toEqual([10_001, 1]);
    expect(performance.now() - begun).toBeLessThan(5_000); // A fraction of a second; what grows with the square takes a minute.
  });

  it('signs nobody in before it opens or after it closes', () => {
    const { state: prepared } = aSitting('m1');
    expect(() => arriving(prepared, 'm1')).toThrow(refusal('congress.session-state'));
    const { state: closed } = closeSitting(openSitting(prepared, AT).state, AT);
    expect(() => arriving(closed, 'm1')).toThrow(refusal('congress.session-state'));
    expect(() => leaving(closed, 'm1')).toThrow(refusal('congress.session-state'));
  });

  it('does not open for nobody, and then has no desk', () => {
    const { state: sitting } = aSitting();
    expect(() => openSitting(sitting, AT)).toThrow(refusal('congress.no-delegates'));
    expect(sitting.attendance.points).toEqual([]);
  });
});
