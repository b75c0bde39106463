import fc from 'fast-check';
import type { DelegateKind } from '../congress.vocabulary.js';
import {
  arrive,
  type Attendance,
  type AttendanceChange,
  type AttendanceChanged,
  type AttendancePoint,
  CLOSED_DESK,
  followRoll,
  isPresent,
  leave,
  openDesk,
  quorumTimeline,
} from './attendance.js';
import type { NewSeat } from './seating.js';

const OPEN = { state: 'OPEN' } as const;
const CLOSED = { state: 'CLOSED' } as const;
const TWO_THIRDS = { num: 2, den: 3, inclusive: true };
const START = Date.UTC(2027, 2, 20, 0, 30);
const minute = (n: number) => new Date(START + n * 60_000);
const seat = (memberId: string, kind: DelegateKind = 'DELEGATE') => ({ memberId, delegationId: null, kind });
const refusal = (code: string) => expect.objectContaining({ code });

const attendee = (memberId: string, seatOf: NewSeat | null = seat(memberId)) => ({ session: OPEN, memberId, seat: seatOf });
const opened = (entitled: number): Attendance => openDesk(CLOSED_DESK, minute(0), entitled);
type Step = (attendance: Attendance) => AttendanceChange;

/** What a desk comes to, and what is told, step by step. */
function atDesk(entitled: number, ...steps: readonly Step[]): { readonly desk: Attendance; readonly events: readonly AttendanceChanged[] } {
  let desk = opened(entitled);
  const events: AttendanceChanged[] = [];
  for (const step of steps) {
    const made = step(desk);
    desk = made.state;
    events.push(...made.events);
  }
  return { desk, events };
}
const arriving =
  (memberId: string, at: Date, given?: NewSeat): Step =>
  (desk) =>
    arrive(desk, attendee(memberId, given), at);
const leaving =
  (memberId: string, at: Date): Step =>
  (desk) =>
    leave(desk, attendee(memberId), at);
const following =
  (before: NewSeat | null, after: NewSeat | null, at: Date): Step =>
  (desk) =>
    followRoll(desk, [{ before, after }], at);

describe('attendance', () => {
  it('keeps late arrivals and leavers as a timeline of the quorum: 38 of 57 are two thirds', () => {
    const first = Array.from({ length: 38 }, (_, nth) => arriving(`m${nth + 1}`, minute(nth + 1)));
    const { desk } = atDesk(57, ...first, leaving('m1', minute(40)), arriving('m39', minute(45)));
    const timeline = quorumTimeline(desk.points, TWO_THIRDS);
    expect(timeline.map(({ present }) => present).slice(-4)).toEqual([37, 38, 37, 38]);
    expect(timeline.filter(({ quorate }) => quorate).map(({ at }) => at)).toEqual([minute(38), minute(45)]);
    expect(timeline.every((point) => point.needed === 38)).toBe(true);
  });

  it('counts a member once, however often they sign in or leave', () => {
    const twice = [arriving('m1', minute(1)), arriving('m1', minute(2)), leaving('m1', minute(3)), leaving('m1', minute(4))];
    const { desk, events } = atDesk(3, ...twice);
    expect(desk.points.map(({ present }) => present)).toEqual([0, 1, 0]);
    expect(events).toHaveLength(2);
  });

  it.each(['ATTENDEE', 'INVITEE'] as const)('lets an %s in without counting', (kind) => {
    const { desk, events } = atDesk(3, arriving('m1', minute(1), seat('m1', kind)));
    expect(isPresent(desk, 'm1')).toBe(true);
    expect(desk.points).toHaveLength(1);
    expect(events).toMatchObject([{ memberId: 'm1', present: true, point: { present: 0, entitled: 3 } }]);
  });

  it('lets in nobody without a seat, and nobody while the session is not open', () => {
    const closed = { ...attendee('m1'), session: CLOSED };
    expect(() => arrive(opened(3), attendee('m9', null), minute(1))).toThrow(refusal('congress.not-seated'));
    expect(() => arrive(CLOSED_DESK, closed, minute(1))).toThrow(refusal('congress.session-state'));
    expect(() => leave({ ...CLOSED_DESK, presentIds: new Set(['m1']) }, closed, minute(1))).toThrow(refusal('congress.session-state'));
  });

  it('follows the roll: who is unseated leaves the count and lowers the base', () => {
    const { desk, events } = atDesk(
      3,
      arriving('m1', minute(1)),
      following(seat('m1'), null, minute(2)),
      following(null, seat('m4'), minute(3)),
      following(null, seat('m5', 'INVITEE'), minute(4)),
    );
    expect(desk.points.map(({ entitled, present }) => [entitled, present])).toEqual([
      [3, 0],
      [3, 1],
      [2, 0],
      [3, 0],
    ]);
    expect(events.at(-1)).toMatchObject({ memberId: 'm1', present: false });
  });

  it('follows the roll: a full delegate who becomes a guest stays in the room and out of the count', () => {
    const { desk } = atDesk(3, arriving('m1', minute(1)), following(seat('m1'), seat('m1', 'ATTENDEE'), minute(2)));
    expect(desk.points.at(-1)).toMatchObject({ entitled: 2, present: 0 });
    expect(isPresent(desk, 'm1')).toBe(true);
  });

  it('has no timeline before its desk opens', () => {
    expect(followRoll(CLOSED_DESK, [{ before: null, after: seat('m1') }], minute(0)).state.points).toEqual([]);
  });

  it('never lets time run backwards', () => {
    const { desk } = atDesk(3, arriving('m1', minute(5)), arriving('m2', minute(3)));
    expect(desk.points.map(({ at }) => at)).toEqual([minute(0), minute(5), minute(5)]);
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
        let desk = opened(4);
        steps.forEach(({ memberId, move }, index) => {
          const [at, before] = [minute(index), seats.get(memberId) ?? null];
          if (move === 'arrive' || move === 'leave') {
            const moving = move === 'arrive' ? arrive : leave;
            if (!before) return expect(() => moving(desk, attendee(memberId, null), at)).toThrow(refusal('congress.not-seated'));
            desk = moving(desk, attendee(memberId, before), at).state;
            if (move === 'arrive') inside.add(memberId);
            else inside.delete(memberId);
          } else if (move === 'unseat') {
            if (!before) return;
            seats.delete(memberId);
            inside.delete(memberId);
            desk = followRoll(desk, [{ before, after: null }], at).state;
          } else {
            const after = seat(memberId, move === 'seat' ? 'DELEGATE' : 'ATTENDEE');
            seats.set(memberId, after);
            desk = followRoll(desk, [{ before, after }], at).state;
          }
        });
        const full = [...seats.values()].filter(({ kind }) => kind === 'DELEGATE');
        const last = desk.points.at(-1) as AttendancePoint;
        expect(last.entitled).toBe(full.length);
        expect(last.present).toBe(full.filter(({ memberId }) => inside.has(memberId)).length);
        expect(desk.points.every(({ present, entitled }) => present >= 0 && present <= entitled)).toBe(true);
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
