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

/**
 * The roll changed while the desk is open: a seat was given, moved to another kind, or ended (`after` is null).
 * Who loses the seat leaves the room's count with it. Before the desk opens there is no timeline to change.
 */
export function followRoll(attendance: Attendance, before: NewSeat | null, after: NewSeat | null, at: Date): AttendanceChange {
  const latest = attendance.points.at(-1);
  if (!latest) return unchanged(attendance);
  const [was, is] = [before?.kind === 'DELEGATE' ? 1 : 0, after?.kind === 'DELEGATE' ? 1 : 0];
  const memberId = (after ?? before)?.memberId ?? null;
  const inside = memberId !== null && isPresent(attendance, memberId);
  const { entitled, present } = latest;
  const counted =
    was === is
      ? attendance
      : withPoint(attendance, {
          at,
          move: 'ROLL_CHANGED',
          memberId,
          entitled: entitled + is - was,
          present: present + (inside ? is - was : 0),
        });
  return !after && inside ? moved(counted, memberId, false, counted.points.at(-1) ?? latest) : unchanged(counted);
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

/** Time does not run backwards in a timeline, even where a clock was set back. */
function withPoint(attendance: Attendance, point: AttendancePoint): Attendance {
  const latest = attendance.points.at(-1);
  const at = latest && point.at < latest.at ? latest.at : point.at;
  return { ...attendance, points: [...attendance.points, { ...point, at }] };
}

/** The timeline of the quorum: at each point how many were needed, and whether they were there. */
export const quorumTimeline = (points: readonly AttendancePoint[], quorum: Fraction): readonly QuorumPoint[] =>
  points.map((point) => ({ ...point, needed: needed(quorum, point.entitled), quorate: reaches(point.present, quorum, point.entitled) }));
