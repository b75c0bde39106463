import { type Fraction, needed, reaches } from '@plenum/kernel';
import { CongressErrors } from '../congress.errors.js';
import { Recorded } from '../recorded.js';
import type { NewSeat } from './seating.js';
import type { Session } from './session.js';

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
export class Attendance extends Recorded<AttendanceChanged> {
  private readonly newPoints: AttendancePoint[] = [];
  private readonly presentIds: Set<string>;

  /** `latest` is the last point kept; null before the desk opens. */
  constructor(
    private readonly session: Pick<Session, 'assertState'>,
    presentIds: Iterable<string>,
    private latest: AttendancePoint | null,
  ) {
    super();
    this.presentIds = new Set(presentIds);
  }

  /** The points made since this was loaded. */
  get points(): readonly AttendancePoint[] {
    return this.newPoints;
  }

  isPresent(memberId: string): boolean {
    return this.presentIds.has(memberId);
  }

  /** The first point: nobody is there, so many should be. */
  openDesk(at: Date, entitled: number): void {
    this.add({ at, move: 'DESK_OPENED', memberId: null, entitled, present: 0 });
  }

  /** A member signs in; again is no change. @throws `congress.session-state` unless the session is open, `congress.not-seated` */
  arrive(seat: NewSeat | null, memberId: string, at: Date): void {
    this.move(seat, memberId, at, true);
  }

  /** A member leaves for good or for a while; again is no change. @throws as {@link arrive} */
  leave(seat: NewSeat | null, memberId: string, at: Date): void {
    this.move(seat, memberId, at, false);
  }

  /**
   * The roll changed while the desk is open: a seat was given, moved to another kind, or ended (`after` is null).
   * Who loses the seat leaves the room's count with it. Before the desk opens there is no timeline to change.
   */
  followRoll(before: NewSeat | null, after: NewSeat | null, at: Date): void {
    if (!this.latest) return;
    const [was, is] = [before?.kind === 'DELEGATE' ? 1 : 0, after?.kind === 'DELEGATE' ? 1 : 0];
    const memberId = (after ?? before)?.memberId ?? null;
    const inside = memberId !== null && this.presentIds.has(memberId);
    if (was !== is) {
      const { entitled, present } = this.latest;
      this.add({ at, move: 'ROLL_CHANGED', memberId, entitled: entitled + is - was, present: present + (inside ? is - was : 0) });
    }
    if (!after && inside) this.tell(memberId, false, this.latest);
  }

  private move(seat: NewSeat | null, memberId: string, at: Date, present: boolean): void {
    this.session.assertState('OPEN');
    if (!seat) throw CongressErrors.notSeated(memberId);
    if (!this.latest) throw new Error('the desk of an open session has no first point');
    if (this.presentIds.has(memberId) === present) return;
    if (seat.kind === 'DELEGATE') {
      const count = this.latest.present + (present ? 1 : -1);
      this.add({ at, move: present ? 'ARRIVED' : 'LEFT', memberId, entitled: this.latest.entitled, present: count });
    }
    this.tell(memberId, present, { ...this.latest, at });
  }

  private tell(memberId: string, present: boolean, point: AttendancePoint): void {
    if (present) this.presentIds.add(memberId);
    else this.presentIds.delete(memberId);
    this.record({ type: 'AttendanceChanged', memberId, present, point });
  }

  /** Time does not run backwards in a timeline, even where a clock was set back. */
  private add(point: AttendancePoint): void {
    const at = this.latest && point.at < this.latest.at ? this.latest.at : point.at;
    this.latest = { ...point, at };
    this.newPoints.push(this.latest);
  }
}

/** The timeline of the quorum: at each point how many were needed, and whether they were there. */
export const quorumTimeline = (points: readonly AttendancePoint[], quorum: Fraction): readonly QuorumPoint[] =>
  points.map((point) => ({ ...point, needed: needed(quorum, point.entitled), quorate: reaches(point.present, quorum, point.entitled) }));
