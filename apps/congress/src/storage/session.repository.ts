import { Injectable } from '@nestjs/common';
import {
  assertCurrent,
  Attendance,
  CongressErrors,
  type Delegation,
  hasVote,
  type MemberState,
  type Seat,
  Seating,
  Session,
  Sitting,
  type SittingEvent,
  type Term,
} from '@plenum/congress-domain';
import { Database, type Transaction } from '@plenum/database';
import { Outbox } from '@plenum/messaging';
import { AuditTrail } from '@plenum/service-kit';
import { translated } from './constraints.js';
import type { Deed } from './deed.js';
import { lockOrganisation } from './locks.js';
import {
  type PointRow,
  type SeatRow,
  type SessionRow,
  TERM_COLUMNS,
  type TermRow,
  toPoint,
  toSeat,
  toSession,
  toTerm,
} from './session.rows.js';
import { sittingPublished, type SittingTold } from './session.publishing.js';
import { saveAttendance, saveSitting } from './sitting.rows.js';

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
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  /** Adds a term that `setUp` makes beside the others of the organisation. @throws `congress.term-exists` and what `setUp` throws. */
  async addTerm(deed: Deed, setUp: (others: readonly Term[]) => Term): Promise<Term> {
    return this.database.transaction(async (tx) => {
      await lockOrganisation(tx, deed.organisationId);
      const rows = await tx.query<TermRow>(`SELECT ${TERM_COLUMNS} FROM terms WHERE organisation_id = $1`, [deed.organisationId]);
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
      await this.audit.append(tx, { ...deed, subject: { kind: 'term', id }, after: { termNo, kind, from, to } });
      return term;
    });
  }

  /** Adds a session that `setUp` makes of its term. @throws `congress.not-found`, `congress.session-exists` and what `setUp` throws. */
  async add(deed: Deed, termId: string, setUp: (term: Term) => Session): Promise<Session> {
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<TermRow>(`SELECT ${TERM_COLUMNS} FROM terms WHERE id = $1 AND organisation_id = $2`, [
        termId,
        deed.organisationId,
      ]);
      if (!row) throw CongressErrors.notFound('term');
      const session = setUp(toTerm(row));
      const { id, organisationId, sessionNo, title, opensAt, closesAt, quorum, state } = session.state;
      await translated({ sessions_number: () => CongressErrors.sessionExists(sessionNo) }, () =>
        tx.query(
          `
INSERT INTO sessions (id, organisation_id, term_id, session_no, title, opens_at, closes_at, quorum_num, quorum_den, quorum_inclusive,
  state, version, revision)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, 0)
          `,
          [id, organisationId, termId, sessionNo, title, opensAt, closesAt, quorum.num, quorum.den, quorum.inclusive, state],
        ),
      );
      await this.told(tx, session, session.releaseEvents(), { version: 0, by: deed.actor });
      await this.audit.append(tx, { ...deed, subject: { kind: 'session', id }, after: session.state });
      return session;
    });
  }

  /**
   * Changes one session of the deed's organisation; `read` is the version that the change was made on. @throws `congress.not-found`,
   * `congress.outdated` and what the change throws.
   */
  async update(deed: Deed, id: string, change: (sitting: Sitting) => void, read?: number): Promise<Sitting> {
    return this.database.transaction((tx) =>
      this.updateIn(tx, deed, id, (sitting, revision) => {
        change(sitting);
        assertCurrent({ version: revision }, read); // After the rules: that it is open already says more.
      }),
    );
  }

  /** The same in a transaction that changes more. */
  async updateIn(tx: Transaction, deed: Deed, id: string, change: (sitting: Sitting, revision: number) => void): Promise<Sitting> {
    const row = await locked(tx, deed, id);
    const { sitting, lastPosition } = await load(tx, row);
    const before = { state: row.state, entitled: sitting.seating.entitled };
    change(sitting, row.revision);
    const events = sitting.releaseEvents();
    if (events.length === 0) return sitting;
    const refusals = { seats_member: () => CongressErrors.notFound('member'), delegations_head: () => CongressErrors.notFound('member') };
    await translated(refusals, () => saveSitting(tx, sitting, events, { lastPosition, by: deed.actor }));
    await this.told(tx, sitting.session, events, { version: row.version, by: deed.actor });
    await this.audit.append(tx, {
      ...deed,
      subject: { kind: 'session', id },
      before,
      after: { state: sitting.session.state.state, entitled: sitting.seating.entitled, events },
    });
    return sitting;
  }

  /** Lets the seats of members who have left or lost the vote follow, in every session that is not over. */
  async followMembers(tx: Transaction, deed: Deed, members: readonly MemberState[], at: Date): Promise<void> {
    const losers = members.filter((member) => !hasVote(member));
    const rows = await tx.query<{ id: string }>(SEATED_IN, [losers.map(({ id }) => id)]);
    for (const { id } of rows) {
      await this.updateIn(tx, deed, id, (sitting) => {
        for (const member of losers) sitting.follow(member, at);
      });
    }
  }

  /**
   * Changes who is there, knowing of the seats only the one that it is about: quick enough for the queue at the door.
   * @throws `congress.not-found` and what the change throws.
   */
  async updateDesk(deed: Deed, id: string, memberId: string, change: (attendance: Attendance, seat: Seat | null) => void): Promise<void> {
    await this.database.transaction(async (tx) => {
      const row = await locked(tx, deed, id);
      const [seat] = await tx.query<SeatRow>(`${SEATS} AND member_id = $2`, [id, memberId]);
      const [last] = await tx.query<PointRow>(LAST_POINT, [id]);
      const session = Session.restore(toSession(row));
      const attendance = new Attendance(session, seat?.present ? [memberId] : [], last ? toPoint(last) : null);
      change(attendance, seat ? toSeat(seat) : null);
      const events = attendance.releaseEvents();
      if (events.length === 0) return;
      await saveAttendance(tx, id, attendance, events, { lastPosition: last?.position ?? 0, by: deed.actor });
      await this.told(tx, session, events, { version: row.version, by: deed.actor });
      await this.audit.append(tx, { ...deed, subject: { kind: 'session', id }, after: { events } });
    });
  }

  private async told(tx: Transaction, session: Session, events: readonly SittingEvent[], { version, by }: SittingTold): Promise<void> {
    const decided = events.filter(({ type }) => type !== 'AttendanceChanged').length;
    await tx.query('UPDATE sessions SET version = $2, revision = revision + $3 WHERE id = $1', [
      session.state.id,
      version + events.length,
      decided,
    ]);
    await this.outbox.append(
      tx,
      events.map((event, index) => sittingPublished(event, session.state, { version: version + index + 1, by })),
    );
  }
}

async function locked(tx: Transaction, { organisationId }: Deed, id: string): Promise<SessionRow> {
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
  const session = Session.restore(toSession(row));
  const present = seats.filter((seat) => seat.present).map((seat) => seat.member_id);
  const attendance = new Attendance(session, present, last ? toPoint(last) : null);
  return {
    sitting: new Sitting(session, new Seating(session, delegations, seats.map(toSeat)), attendance),
    lastPosition: last?.position ?? 0,
  };
}
