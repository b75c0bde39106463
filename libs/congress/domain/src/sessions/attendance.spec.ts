import fc from 'fast-check';
import { CongressErrors } from '../congress.errors.js';
import type { DelegateKind } from '../congress.vocabulary.js';
import { Attendance, type AttendancePoint, quorumTimeline } from './attendance.js';

const OPEN = { assertState: () => undefined };
const CLOSED = {
  assertState: () => {
    throw CongressErrors.sessionState('CLOSED', ['OPEN']);
  },
};
const TWO_THIRDS = { num: 2, den: 3, inclusive: true };
const START = Date.UTC(2027, 2, 20, 0, 30);
const minute = (n: number) => new Date(START + n * 60_000);
const seat = (memberId: string, kind: DelegateKind = 'DELEGATE') => ({ memberId, delegationId: null, kind });
const refusal = (code: string) => expect.objectContaining({ code });

function openDesk(entitled: number): Attendance {
  const attendance = new Attendance(OPEN, [], null);
  attendance.openDesk(minute(0), entitled);
  return attendance;
}

describe('attendance', () => {
  it('keeps late arrivals and leavers as a timeline of the quorum: 38 of 57 are two thirds', () => {
    const attendance = openDesk(57);
    for (let n = 1; n <= 38; n += 1) attendance.arrive(seat(`m${n}`), `m${n}`, minute(n));
    attendance.leave(seat('m1'), 'm1', minute(40));
    attendance.arrive(seat('m39'), 'm39', minute(45));
    const timeline = quorumTimeline(attendance.points, TWO_THIRDS);
    expect(timeline.map(({ present }) => present).slice(-4)).toEqual([37, 38, 37, 38]);
    expect(timeline.filter(({ quorate }) => quorate).map(({ at }) => at)).toEqual([minute(38), minute(45)]);
    expect(timeline.every((point) => point.needed === 38)).toBe(true);
  });

  it('counts a member once, however often they sign in or leave', () => {
    const attendance = openDesk(3);
    attendance.arrive(seat('m1'), 'm1', minute(1));
    attendance.arrive(seat('m1'), 'm1', minute(2));
    attendance.leave(seat('m1'), 'm1', minute(3));
    attendance.leave(seat('m1'), 'm1', minute(4));
    expect(attendance.points.map(({ present }) => present)).toEqual([0, 1, 0]);
    expect(attendance.releaseEvents()).toHaveLength(2);
  });

  it.each(['ATTENDEE', 'INVITEE'] as const)('lets an %s in without counting', (kind) => {
    const attendance = openDesk(3);
    attendance.arrive(seat('m1', kind), 'm1', minute(1));
    expect(attendance.isPresent('m1')).toBe(true);
    expect(attendance.points).toHaveLength(1);
    expect(attendance.releaseEvents()).toMatchObject([{ memberId: 'm1', present: true, point: { present: 0, entitled: 3 } }]);
  });

  it('lets in nobody without a seat, and nobody while the session is not open', () => {
    expect(() => openDesk(3).arrive(null, 'm9', minute(1))).toThrow(refusal('congress.not-seated'));
    expect(() => new Attendance(CLOSED, [], null).arrive(seat('m1'), 'm1', minute(1))).toThrow(refusal('congress.session-state'));
    expect(() => new Attendance(CLOSED, ['m1'], null).leave(seat('m1'), 'm1', minute(1))).toThrow(refusal('congress.session-state'));
  });

  it('follows the roll: who is unseated leaves the count and lowers the base', () => {
    const attendance = openDesk(3);
    attendance.arrive(seat('m1'), 'm1', minute(1));
    attendance.followRoll(seat('m1'), null, minute(2));
    attendance.followRoll(null, seat('m4'), minute(3));
    attendance.followRoll(null, seat('m5', 'INVITEE'), minute(4));
    expect(attendance.points.map(({ entitled, present }) => [entitled, present])).toEqual([
      [3, 0],
      [3, 1],
      [2, 0],
      [3, 0],
    ]);
    expect(attendance.releaseEvents().at(-1)).toMatchObject({ memberId: 'm1', present: false });
  });

  it('follows the roll: a full delegate who becomes a guest stays in the room and out of the count', () => {
    const attendance = openDesk(3);
    attendance.arrive(seat('m1'), 'm1', minute(1));
    attendance.followRoll(seat('m1'), seat('m1', 'ATTENDEE'), minute(2));
    expect(attendance.points.at(-1)).toMatchObject({ entitled: 2, present: 0 });
    expect(attendance.isPresent('m1')).toBe(true);
  });

  it('has no timeline before its desk opens', () => {
    const attendance = new Attendance(OPEN, [], null);
    attendance.followRoll(null, seat('m1'), minute(0));
    expect(attendance.points).toEqual([]);
  });

  it('never lets time run backwards', () => {
    const attendance = openDesk(3);
    attendance.arrive(seat('m1'), 'm1', minute(5));
    attendance.arrive(seat('m2'), 'm2', minute(3));
    expect(attendance.points.map(({ at }) => at)).toEqual([minute(0), minute(5), minute(5)]);
  });

  it('has at its end as many present as came and did not leave, whatever happened', () => {
    const members = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'];
    const step = fc.record({
      memberId: fc.constantFrom(...members),
      move: fc.constantFrom('arrive', 'leave', 'unseat', 'seat', 'seat-as-guest'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const seats = new Map(members.slice(0, 4).map((memberId) => [memberId, seat(memberId)]));
        const inside = new Set<string>();
        const attendance = openDesk(4);
        steps.forEach(({ memberId, move }, index) => {
          const [at, before] = [minute(index), seats.get(memberId) ?? null];
          if (move === 'arrive' || move === 'leave') {
            if (!before) return expect(() => attendance[move](before, memberId, at)).toThrow(refusal('congress.not-seated'));
            attendance[move](before, memberId, at);
            if (move === 'arrive') inside.add(memberId);
            else inside.delete(memberId);
          } else if (move === 'unseat') {
            if (!before) return;
            seats.delete(memberId);
            inside.delete(memberId);
            attendance.followRoll(before, null, at);
          } else {
            const after = seat(memberId, move === 'seat' ? 'DELEGATE' : 'ATTENDEE');
            seats.set(memberId, after);
            attendance.followRoll(before, after, at);
          }
        });
        const full = [...seats.values()].filter(({ kind }) => kind === 'DELEGATE');
        const last = attendance.points.at(-1) as AttendancePoint;
        expect(last.entitled).toBe(full.length);
        expect(last.present).toBe(full.filter(({ memberId }) => inside.has(memberId)).length);
        expect(attendance.points.every(({ present, entitled }) => present >= 0 && present <= entitled)).toBe(true);
      }),
    );
  });
});

describe('quorumTimeline', () => {
  it('is never quorate over an empty roll', () => {
    const point: AttendancePoint = { at: minute(0), move: 'ROLL_CHANGED', memberId: null, entitled: 0, present: 0 };
    expect(quorumTimeline([point], TWO_THIRDS)).toEqual([{ ...point, needed: 0, quorate: false }]);
  });
});
