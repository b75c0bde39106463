import type { CivilDate } from '@plenum/calendar';
import type {
  Attendance,
  AttendanceMove,
  AttendancePoint,
  CongressKind,
  DelegateKind,
  Seat,
  Session,
  SessionState,
  Term,
} from '@plenum/congress-domain';

/** A row of `terms`, its days as text: a civil date has no time and no zone. */
export interface TermRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly term_no: number;
  readonly kind: CongressKind;
  readonly starts_on: CivilDate;
  readonly ends_on: CivilDate;
}

export const TERM_COLUMNS = 'id, organisation_id, term_no, kind, starts_on::text, ends_on::text';

export const toTerm = (row: TermRow): Term => ({
  id: row.id,
  organisationId: row.organisation_id,
  termNo: row.term_no,
  kind: row.kind,
  from: row.starts_on,
  to: row.ends_on,
});

/** A row of `sessions`, with the number of its term. */
export interface SessionRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly term_id: string;
  readonly term_no: number;
  readonly session_no: number;
  readonly title: string;
  readonly opens_at: Date;
  readonly closes_at: Date;
  readonly quorum_num: number;
  readonly quorum_den: number;
  readonly quorum_inclusive: boolean;
  readonly state: SessionState;
  readonly opened_at: Date | null;
  readonly closed_at: Date | null;
  /** After how many events it stands. */
  readonly version: number;
  /** How often the session, or who sits in it, has changed; who comes and goes is not counted. */
  readonly revision: number;
}

export const toSession = (row: SessionRow): Session => ({
  id: row.id,
  organisationId: row.organisation_id,
  termId: row.term_id,
  termNo: row.term_no,
  sessionNo: row.session_no,
  title: row.title,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  quorum: { num: row.quorum_num, den: row.quorum_den, inclusive: row.quorum_inclusive },
  state: row.state,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
});

/** A row of `seats`. */
export interface SeatRow {
  readonly member_id: string;
  readonly delegation_id: string | null;
  readonly kind: DelegateKind;
  readonly present: boolean;
  readonly version: number;
}

export const toSeat = (row: SeatRow): Seat => ({
  memberId: row.member_id,
  delegationId: row.delegation_id,
  kind: row.kind,
  version: row.version,
});

/** A row of `attendance_points`. */
export interface PointRow {
  readonly position: number;
  readonly at: Date;
  readonly move: AttendanceMove;
  readonly member_id: string | null;
  readonly entitled: number;
  readonly present: number;
}

export const toPoint = (row: PointRow): AttendancePoint => ({
  at: row.at,
  move: row.move,
  memberId: row.member_id,
  entitled: row.entitled,
  present: row.present,
});

/** The sign-in desk, of the rows of those who may be there and the last point that was kept. */
export const toAttendance = (seats: readonly SeatRow[], last: PointRow | undefined): Attendance => ({
  presentIds: new Set(seats.filter(({ present }) => present).map((seat) => seat.member_id)),
  points: last ? [toPoint(last)] : [],
});
