import { Injectable } from '@nestjs/common';
import {
  assertCurrent,
  type Attendance,
  type AttendanceChange,
  type Attendee,
  CongressErrors,
  type Delegation,
  entitledIn,
  followMembers,
  hasVote,
  type Member,
  type Session,
  type SessionChange,
  type Sitting,
  type SittingChange,
  type SittingEvent,
  type Term,
} from '@plenum/congress-domain';
import type { NewEvent } from '@plenum/contracts';
import { Database, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import { translated } from './constraints.js';
import { lockOrganisation } from './locks.js';
import { sittingPublished, type SittingTold } from './session.publishing.js';
import {
  type PointRow,
  type SeatRow,
  type SessionRow,
  TERM_COLUMNS,
  type TermRow,
  toAttendance,
  toSeat,
  toSession,
  toTerm,
} from './session.rows.js';
import { saveAttendance, saveSitting } from './sitting.rows.js';
import type { UpdateRequest, VersionedUpdateRequest } from './update-request.js';

const LOCKED_SESSION = `
    SELECT s.*, t.term_no
    FROM sessions s
    JOIN terms t ON t.id = s.term_id
    WHERE s.id = $1 AND s.organisation_id = $2
    FOR NO KEY UPDATE OF s
  `;
const SEATS = 'SELECT member_id, delegation_id, kind, present, version FROM seats WHERE session_id = $1';
const SEATED_IN = `
  SELECT DISTINCT s.id
  FROM seats t
  JOIN sessions s ON s.id = t.session_id
  WHERE t.member_id = ANY($1) AND s.state <> 'CLOSED'
  ORDER BY s.id
`;
const LAST_POINT = 'SELECT * FROM attendance_points WHERE session_id = $1 ORDER BY position DESC LIMIT 1';

/** Terms, and sessions with who sits in them and who is there. Changes of one session wait for each other. */
@Injectable()
export class SessionRepository {
  constructor(
    private readonly database: Database,
    private readonly records: ChangeRecords,
    private readonly clock: Clock,
  ) {}

  /** Adds a term that `setUp` makes beside the others of the organisation. @throws `congress.term-exists` and what `setUp` throws. */
  async addTerm(request: ChangeRequest, setUp: (others: readonly Term[]) => Term): Promise<Term> {
    return this.database.transaction(async (tx) => {
      await lockOrganisation(tx, request.actor.organisationId);
      const rows = await tx.query<TermRow>(`SELECT ${TERM_COLUMNS} FROM terms WHERE organisation_id = $1`, [request.actor.organisationId]);
      const term = setUp(rows.map(toTerm));
      const { id, organisationId, termNo, kind, from, to } = term;
      await translated({ terms_number: () => CongressErrors.termExists(termNo) }, () =>
        tx.query('INSERT INTO terms (id, organisation_id, term_no, kind, starts_on, ends_on) VALUES ($1, $2, $3, $4, $5, $6)', [
          id,
          organisationId,
          termNo,
          kind,
          from,
          to,
        ]),
      );
      await this.records.write(tx, request, { subject: { kind: 'term', id }, after: { termNo, kind, from, to } });
      return term;
    });
  }

  /** Adds a session that `setUp` makes of its term. @throws `congress.not-found`, `congress.session-exists` and what `setUp` throws. */
  async add(request: ChangeRequest, termId: string, setUp: (term: Term) => SessionChange): Promise<Session> {
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<TermRow>(`SELECT ${TERM_COLUMNS} FROM terms WHERE id = $1 AND organisation_id = $2`, [
        termId,
        request.actor.organisationId,
      ]);
      if (!row) throw CongressErrors.notFound('term');
      const { state: session, events } = setUp(toTerm(row));
      await insertSession(tx, session);
      const published = await this.counted(tx, session, events, { version: 0, by: request.actor.memberId });
      await this.records.write(tx, request, { subject: { kind: 'session', id: session.id }, after: session, events: published });
      return session;
    });
  }

  /** Changes one session of the request's organisation. @throws `congress.not-found`, `congress.outdated` and what the change throws. */
  async update(request: VersionedUpdateRequest, change: (sitting: Sitting, at: Date) => SittingChange): Promise<SittingChange> {
    return this.database.transaction((tx) => this.updateWithin(tx, request, change));
  }

  /** The same as part of a larger change. */
  async updateWithin(
    tx: Transaction,
    request: VersionedUpdateRequest,
    change: (sitting: Sitting, at: Date) => SittingChange,
  ): Promise<SittingChange> {
    const row = await locked(tx, request);
    const { sitting: before, lastPosition } = await load(tx, row);
    const made = change(before, this.clock.now());
    assertCurrent({ version: row.revision }, request.read); // After the rules: that it is open already says more.
    if (made.events.length === 0) return made;
    const writing = { lastPosition, by: request.actor.memberId };
    const refusals = { seats_member: () => CongressErrors.notFound('member'), delegations_head: () => CongressErrors.notFound('member') };
    await translated(refusals, () => saveSitting(tx, before, made, writing));
    const { state: after, events } = made;
    const published = await this.counted(tx, after.session, events, { version: row.version, by: request.actor.memberId });
    await this.records.write(tx, request, {
      subject: { kind: 'session', id: request.id },
      before: figuresOf(before),
      after: { ...figuresOf(after), events },
      events: published,
    });
    return made;
  }

  /** Lets the seats of members who have left or lost the vote follow, in every session that is not over. */
  async followMembers(tx: Transaction, { actor, action }: ChangeRequest, members: readonly Member[]): Promise<void> {
    const losers = members.filter((member) => !hasVote(member));
    const rows = await tx.query<{ id: string }>(SEATED_IN, [losers.map(({ id }) => id)]);
    for (const { id } of rows) await this.updateWithin(tx, { actor, action, id }, (sitting, at) => followMembers(sitting, losers, at));
  }

  /**
   * Changes who is there, knowing of the seats only the one that it is about: quick enough for the queue at the entrance.
   * @throws `congress.not-found` and what the change throws.
   */
  async updateDesk(
    request: UpdateRequest,
    memberId: string,
    change: (attendance: Attendance, attendee: Attendee, at: Date) => AttendanceChange,
  ): Promise<void> {
    const {
      id,
      actor: { memberId: by },
    } = request;
    await this.database.transaction(async (tx) => {
      const row = await locked(tx, request);
      const [seat] = await tx.query<SeatRow>(`${SEATS} AND member_id = $2`, [id, memberId]);
      const [last] = await tx.query<PointRow>(LAST_POINT, [id]);
      const session = toSession(row);
      const before = toAttendance(seat ? [seat] : [], last);
      const made = change(before, { session, memberId, seat: seat ? toSeat(seat) : null }, this.clock.now());
      const { events } = made;
      if (events.length === 0) return;
      await saveAttendance(tx, id, before, made, { lastPosition: last?.position ?? 0, by });
      const published = await this.counted(tx, session, events, { version: row.version, by });
      await this.records.write(tx, request, { subject: { kind: 'session', id }, after: { events }, events: published });
    });
  }

  /** Counts the events in the session's versions. @returns them as others hear them, each with a version of its own */
  private async counted(
    tx: Transaction,
    session: Session,
    events: readonly SittingEvent[],
    { version, by }: SittingTold,
  ): Promise<readonly NewEvent[]> {
    const decided = events.filter(({ type }) => type !== 'AttendanceChanged').length;
    await tx.query('UPDATE sessions SET version = $2, revision = revision + $3 WHERE id = $1', [
      session.id,
      version + events.length,
      decided,
    ]);
    return events.map((event, index) => sittingPublished(event, session, { version: version + index + 1, by }));
  }
}

/** What the audit trail keeps of a session beside what happened. */
const figuresOf = ({ session, seating }: Sitting): object => ({ state: session.state, entitled: entitledIn(seating) });

async function insertSession(tx: Transaction, session: Session): Promise<void> {
  const { id, organisationId, termId, sessionNo, title, opensAt, closesAt, quorum, state } = session;
  await translated({ sessions_number: () => CongressErrors.sessionExists(sessionNo) }, () =>
    tx.query(
      `
        INSERT INTO sessions (id, organisation_id, term_id, session_no, title, opens_at, closes_at, quorum_num, quorum_den,
          quorum_inclusive, state, version, revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, 0)
      `,
      [id, organisationId, termId, sessionNo, title, opensAt, closesAt, quorum.num, quorum.den, quorum.inclusive, state],
    ),
  );
}

async function locked(tx: Transaction, { id, actor: { organisationId } }: UpdateRequest): Promise<SessionRow> {
  const [row] = await tx.query<SessionRow>(LOCKED_SESSION, [id, organisationId]);
  if (!row) throw CongressErrors.notFound('session');
  return row;
}

async function load(tx: Transaction, row: SessionRow): Promise<{ sitting: Sitting; lastPosition: number }> {
  const delegations = await tx.query<Delegation>(
    'SELECT id, name, version, head_member_id AS "headMemberId" FROM delegations WHERE session_id = $1',
    [row.id],
  );
  const seats = await tx.query<SeatRow>(SEATS, [row.id]);
  const [last] = await tx.query<PointRow>(LAST_POINT, [row.id]);
  return {
    sitting: { session: toSession(row), seating: { delegations, seats: seats.map(toSeat) }, attendance: toAttendance(seats, last) },
    lastPosition: last?.position ?? 0,
  };
}
