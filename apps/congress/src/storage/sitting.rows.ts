import {
  assertMaySit,
  type Attendance,
  type AttendanceChange,
  type AttendancePoint,
  type Delegation,
  type Seat,
  seatsByMember,
  type Sitting,
  type SittingChange,
  type SittingEvent,
} from '@plenum/congress-domain';
import type { Transaction } from '@plenum/database';
import type { MemberRow } from './member.rows.js';

const SEATED = `
  INSERT INTO seats (organisation_id, session_id, member_id, delegation_id, kind, version)
  SELECT $1, $2, member_id, delegation_id, kind, version
  FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::int[]) AS s (member_id, delegation_id, kind, version)
  ON CONFLICT (session_id, member_id) DO UPDATE SET delegation_id = excluded.delegation_id, kind = excluded.kind, version = excluded.version
`;
const MOVED = `
  UPDATE seats
  SET present = $3, moved_at = $4, moved_by = $5, first_arrived_at = CASE WHEN $3 THEN COALESCE(first_arrived_at, $4)
    ELSE first_arrived_at END
   WHERE session_id = $1 AND member_id = $2
`;
const POINTS = `
  INSERT INTO attendance_points (session_id, position, at, move, member_id, entitled, present)
  SELECT $1, $2 + nth, at, move, member_id, entitled, present
    FROM unnest($3::timestamptz[], $4::text[], $5::uuid[], $6::int[], $7::int[]) WITH ORDINALITY AS p (at, move, member_id, entitled,
      present, nth)
`;

/** Behind which point kept the new ones stand, and by whose hand they were made. */
export interface AttendanceWriting {
  readonly lastPosition: number;
  readonly by: string | null;
}

/** Writes what a change made of a sitting. */
export async function saveSitting(
  tx: Transaction,
  before: Sitting,
  { state: after, events }: SittingChange,
  writing: AttendanceWriting,
): Promise<void> {
  const { id, organisationId, state, openedAt, closedAt } = after.session;
  if (events.some(({ type }) => type === 'SessionOpened' || type === 'SessionClosed')) {
    await tx.query('UPDATE sessions SET state = $2, opened_at = $3, closed_at = $4 WHERE id = $1', [id, state, openedAt, closedAt]);
  }
  for (const { late } of ofType(events, 'SessionOpened')) {
    if (late) await tx.query('UPDATE sessions SET late_papers = $2, late_papers_reason = $3 WHERE id = $1', [id, late.titles, late.reason]);
  }
  for (const { delegation } of ofType(events, 'DelegationFormed')) await insertDelegation(tx, organisationId, id, delegation);
  for (const { delegation } of ofType(events, 'DelegationAmended')) await updateDelegation(tx, delegation);
  const seats = seatsByMember(after.seating);
  const seated = ofType(events, 'DelegateSeated').map(({ seat }) => seats.get(seat.memberId) ?? null);
  await saveSeats(tx, organisationId, id, seated);
  const unseated = ofType(events, 'DelegateUnseated')
    .map(({ seat }) => seat.memberId)
    .filter((memberId) => !seats.has(memberId));
  if (unseated.length > 0) await tx.query('DELETE FROM seats WHERE session_id = $1 AND member_id = ANY($2)', [id, unseated]);
  await saveAttendance(tx, id, before.attendance, { state: after.attendance, events: ofType(events, 'AttendanceChanged') }, writing);
}

/** Writes who came and left, and the points that it made behind the last one kept. */
export async function saveAttendance(
  tx: Transaction,
  sessionId: string,
  before: Attendance,
  { state: after, events }: AttendanceChange,
  { lastPosition, by }: AttendanceWriting,
): Promise<void> {
  for (const { memberId, present, point } of events) await tx.query(MOVED, [sessionId, memberId, present, point.at, by]);
  await savePoints(tx, sessionId, after.points.slice(before.points.length), lastPosition);
}

type OfType<T extends SittingEvent['type']> = Extract<SittingEvent, { readonly type: T }>;

const ofType = <T extends SittingEvent['type']>(events: readonly SittingEvent[], type: T): readonly OfType<T>[] =>
  events.filter((event): event is OfType<T> => event.type === type);

async function insertDelegation(
  tx: Transaction,
  organisationId: string,
  sessionId: string,
  { id, name, headMemberId, version }: Delegation,
): Promise<void> {
  await tx.query(
    'INSERT INTO delegations (id, organisation_id, session_id, name, head_member_id, version) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, organisationId, sessionId, name, headMemberId, version],
  );
}

async function updateDelegation(tx: Transaction, { id, name, headMemberId, version }: Delegation): Promise<void> {
  await tx.query('UPDATE delegations SET name = $2, head_member_id = $3, version = $4 WHERE id = $1', [id, name, headMemberId, version]);
}

async function saveSeats(tx: Transaction, organisationId: string, sessionId: string, seated: readonly (Seat | null)[]): Promise<void> {
  const seats = [...new Map(seated.flatMap((seat) => (seat ? [[seat.memberId, seat] as const] : []))).values()];
  if (seats.length === 0) return;
  const members = await tx.query<Pick<MemberRow, 'id' | 'active' | 'standing'>>(
    'SELECT id, active, standing FROM members WHERE id = ANY($1) ORDER BY id FOR SHARE',
    [seats.map(({ memberId }) => memberId)],
  );
  const kinds = new Map(seats.map(({ memberId, kind }) => [memberId, kind]));
  for (const member of members) assertMaySit(member, kinds.get(member.id) ?? 'ATTENDEE');
  await tx.query(SEATED, [
    organisationId,
    sessionId,
    seats.map(({ memberId }) => memberId),
    seats.map(({ delegationId }) => delegationId),
    seats.map(({ kind }) => kind),
    seats.map(({ version }) => version),
  ]);
}

async function savePoints(tx: Transaction, sessionId: string, points: readonly AttendancePoint[], lastPosition: number): Promise<void> {
  if (points.length === 0) return;
  await tx.query(POINTS, [
    sessionId,
    lastPosition,
    points.map(({ at }) => at),
    points.map(({ move }) => move),
    points.map(({ memberId }) => memberId),
    points.map(({ entitled }) => entitled),
    points.map(({ present }) => present),
  ]);
}
