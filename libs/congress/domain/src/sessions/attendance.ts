import { type Fraction, needed, reaches } from '@plenum/kernel';
import { type Change, unchanged } from '../change.js';
import { CongressErrors } from '../congress.errors.js';
import type { NewSeat } from './seating.js';
import { assertSessionState, type Session } from './session.js';

/** Why a point stands in the timeline: the desk opened, somebody came or left, or the roll itself changed. */
export const ATTENDANCE_MOVES = ['DESK_OPENED', 'ARRIVED', 'LEFT', 'ROLL_CHANGED'] as const;
export type AttendanceMove = (typeof ATTENDANCE_MOVES)[number];

/** How many full delegates should be there (应到) and are there (实到), from this instant on. */
export interface AttendancePoint {
  readonly at: Date;
  readonly move: AttendanceMove;
  /** Who came or left; null where the move is nobody's. */
  readonly memberId: string | null;
  readonly entitled: number;
  readonly present: number;
}

/** A point with what the quorum makes of it. */
export interface QuorumPoint extends AttendancePoint {
  /** The smallest number present that is a quorum. */
  readonly needed: number;
  readonly quorate: boolean;
}

/** Somebody came or left; guests come and leave too, without counting. */
export interface AttendanceChanged {
  readonly type: 'AttendanceChanged';
  readonly memberId: string;
  readonly present: boolean;
  readonly point: AttendancePoint;
}

/** The sign-in desk of a session: who is in the room, and since when how many. */
export interface Attendance {
  readonly presentIds: ReadonlySet<string>;
  /** The last point that was kept, and those made since behind it; none before the desk opens. */
  readonly points: readonly AttendancePoint[];
}

export type AttendanceChange = Change<Attendance, AttendanceChanged>;

/** Somebody at the desk of a session, with their seat in it. */
export interface Attendee {
  readonly session: Pick<Session, 'state'>;
  readonly memberId: string;
  /** Null for whoever has none. */
  readonly seat: NewSeat | null;
}

/** The desk of a session that is not open yet. */
export const CLOSED_DESK: Attendance = { presentIds: new Set(), points: [] };

export const isPresent = ({ presentIds }: Attendance, memberId: string): boolean => presentIds.has(memberId);

/** The first point: nobody is there, so many should be. */
export const openDesk = (attendance: Attendance, at: Date, entitled: number): Attendance =>
  withPoint(attendance, { at, move: 'DESK_OPENED', memberId: null, entitled, present: 0 });

/** A member signs in; again is no change. @throws `congress.session-state` unless the session is open, `congress.not-seated` */
export const arrive = (attendance: Attendance, attendee: Attendee, at: Date): AttendanceChange => move(attendance, attendee, at, true);

/** A member leaves for good or for a while; again is no change. @throws as {@link arrive} */
export const leave = (attendance: Attendance, attendee: Attendee, at: Date): AttendanceChange => move(attendance, attendee, at, false);

/** A seat as it was and as it is; null where there is none. */
interface RollChange {
  readonly before: NewSeat | null;
  readonly after: NewSeat | null;
}

/**
 * The roll changed while the desk is open: seats were given, moved to another kind, or ended (`after` is null), one after the other.
 * Who loses the seat leaves the room's count with it. Before the desk opens there is no timeline to change.
 */
export function followRoll(attendance: Attendance, changes: readonly RollChange[], at: Date): AttendanceChange {
  let latest = attendance.points.at(-1);
  if (!latest) return unchanged(attendance);
  const [presentIds, points, events] = [new Set(attendance.presentIds), [...attendance.points], [] as AttendanceChanged[]];
  for (const { before, after } of changes) {
    const [was, is] = [before?.kind === 'DELEGATE' ? 1 : 0, after?.kind === 'DELEGATE' ? 1 : 0];
    const memberId = (after ?? before)?.memberId ?? null;
    const inside = memberId !== null && presentIds.has(memberId);
    if (was !== is) {
      const counted = { entitled: latest.entitled + is - was, present: latest.present + (inside ? is - was : 0) };
      latest = notBefore(latest, { at, move: 'ROLL_CHANGED', memberId, ...counted });
      points.push(latest);
    }
    if (after || !inside) continue;
    presentIds.delete(memberId);
    events.push({ type: 'AttendanceChanged', memberId, present: false, point: latest });
  }
  return { state: { ...attendance, presentIds, points }, events };
}

function move(attendance: Attendance, { session, memberId, seat }: Attendee, at: Date, present: boolean): AttendanceChange {
  assertSessionState(session, 'OPEN');
  if (!seat) throw CongressErrors.notSeated(memberId);
  const latest = attendance.points.at(-1);
  if (!latest) throw new Error('the desk of an open session has no first point');
  if (isPresent(attendance, memberId) === present) return unchanged(attendance);
  if (seat.kind !== 'DELEGATE') return moved(attendance, memberId, present, { ...latest, at });
  const count = latest.present + (present ? 1 : -1);
  const counted = withPoint(attendance, { at, move: present ? 'ARRIVED' : 'LEFT', memberId, entitled: latest.entitled, present: count });
  return moved(counted, memberId, present, { ...(counted.points.at(-1) ?? latest), at });
}

function moved(attendance: Attendance, memberId: string, present: boolean, point: AttendancePoint): AttendanceChange {
  const others = [...attendance.presentIds].filter((id) => id !== memberId);
  return {
    state: { ...attendance, presentIds: new Set(present ? [...others, memberId] : others) },
    events: [{ type: 'AttendanceChanged', memberId, present, point }],
  };
}

const withPoint = (attendance: Attendance, point: AttendancePoint): Attendance => ({
  ...attendance,
  points: [...attendance.points, notBefore(attendance.points.at(-1), point)],
});

/** Time does not run backwards in a timeline, even where a clock was set back. */
const notBefore = (latest: AttendancePoint | undefined, point: AttendancePoint): AttendancePoint =>
  latest && point.at < latest.at ? { ...point, at: latest.at } : point;

/** The timeline of the quorum: at each point how many were needed, and whether they were there. */
export const quorumTimeline = (points: readonly AttendancePoint[], quorum: Fraction): readonly QuorumPoint[] =>
  points.map((point) => ({ ...point, needed: needed(quorum, point.entitled), quorate: reaches(point.present, quorum, point.entitled) }));
