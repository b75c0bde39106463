import { CongressErrors } from '../congress.errors.js';
import { hasVote, type MemberState } from '../members/member.js';
import type { Attendance, AttendanceChanged } from './attendance.js';
import type { Delegation, NewDelegation, NewSeat, Seating, SeatingEvent } from './seating.js';
import type { Session, SessionEvent } from './session.js';

/** Whatever can happen to a session, its seats and its sign-in desk. */
export type SittingEvent = SessionEvent | SeatingEvent | AttendanceChanged;

/** A session with who sits in it and who is there: what must agree at every moment. */
export class Sitting {
  constructor(
    readonly session: Session,
    readonly seating: Seating,
    readonly attendance: Attendance,
  ) {}

  /** Opens session and sign-in desk. @throws `congress.session-state`, `congress.no-delegates` */
  open(at: Date): void {
    this.session.open(at, this.seating.entitled);
    this.attendance.openDesk(at, this.seating.entitled);
  }

  /** @throws `congress.session-state` */
  close(at: Date): void {
    this.session.close(at);
  }

  /** @throws as {@link Seating.formDelegation} */
  formDelegation(delegation: NewDelegation): void {
    this.seating.formDelegation(delegation);
  }

  /** @throws as {@link Seating.amendDelegation} */
  amendDelegation(id: string, changes: Partial<Pick<Delegation, 'name' | 'headMemberId'>>, read?: number): void {
    this.seating.amendDelegation(id, changes, read);
  }

  /** Seats a member, or moves the seat; the base of the quorum follows. @throws as {@link Seating.seat} */
  seat(seat: NewSeat, at: Date, read?: number): void {
    const before = this.seating.seatOf(seat.memberId);
    this.seating.seat(seat, read);
    this.attendance.followRoll(before, this.seating.seatOf(seat.memberId), at);
  }

  /** Ends a mandate. @throws `congress.seat-present` while the member is signed in, and as {@link Seating.unseat} */
  unseat(memberId: string, { reason, read }: { readonly reason: string; readonly read: number }, at: Date): void {
    if (this.session.state.state === 'OPEN' && this.attendance.isPresent(memberId)) throw CongressErrors.seatPresent(memberId);
    this.end(memberId, reason, at, read);
  }

  /** Who was in the room no longer counts. */
  private end(memberId: string, reason: string, at: Date, read?: number): void {
    const before = this.seating.seatOf(memberId);
    this.seating.unseat(memberId, reason, read);
    this.attendance.followRoll(before, null, at);
  }

  /** The seat follows what became of its member: who has left has none (R18), who lost the vote attends without it (列席, R21). */
  follow(member: Pick<MemberState, 'id' | 'active' | 'standing'>, at: Date): void {
    const seat = this.seating.seatOf(member.id);
    if (seat === null) return;
    if (!member.active) this.end(member.id, 'member-left', at);
    else if (seat.kind === 'DELEGATE' && !hasVote(member)) this.seat({ ...seat, kind: 'ATTENDEE' }, at);
  }

  releaseEvents(): readonly SittingEvent[] {
    return [...this.session.releaseEvents(), ...this.seating.releaseEvents(), ...this.attendance.releaseEvents()];
  }
}
