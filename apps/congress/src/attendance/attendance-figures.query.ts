import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AttendanceStatus, CongressErrors, type DelegateKind, type SessionState } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import { type Fraction, needed, reaches } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import type { AttendanceResponse } from './attendance.responses.js';
import { BY_DESK, ATTENDANCE_STATUS } from './presence-columns.js';

// The last point has the figures, whatever the size of the hall; before the desk opens there is none, and the seats are counted.
const FIGURES = `
  SELECT x.state, x.quorum_num AS num, x.quorum_den AS den, x.quorum_inclusive AS inclusive, COALESCE(p.present, 0) AS present,
         COALESCE(p.entitled, (SELECT count(*)::int FROM seats WHERE session_id = x.id AND kind = 'DELEGATE')) AS entitled, s.kind,
           ${ATTENDANCE_STATUS} AS standing, s.moved_at AS since, ${BY_DESK} AS "byDesk"
    FROM sessions x LEFT JOIN seats s ON s.session_id = x.id AND s.member_id = $3
    LEFT JOIN LATERAL (SELECT entitled, present FROM attendance_points WHERE session_id = x.id ORDER BY position DESC LIMIT 1) p ON true
   WHERE x.id = $1 AND x.organisation_id = $2
`;
interface FiguresRow extends Fraction {
  readonly state: SessionState;
  readonly entitled: number;
  readonly present: number;
  readonly kind: DelegateKind | null;
  readonly standing: AttendanceStatus;
  readonly since: Date | null;
  readonly byDesk: boolean;
}

/** How many are there and how many are needed, and where the reader is. */
export class AttendanceFigures extends Query<AttendanceResponse> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
  ) {
    super();
  }
}

@QueryHandler(AttendanceFigures)
export class AttendanceFiguresHandler implements IQueryHandler<AttendanceFigures> {
  constructor(private readonly database: Database) {}

  /** @throws `congress.not-found` */
  async execute({ actor: { organisationId, memberId }, sessionId }: AttendanceFigures): Promise<AttendanceResponse> {
    const [row] = await this.database.query<FiguresRow>(FIGURES, [sessionId, organisationId, memberId]);
    if (!row) throw CongressErrors.notFound('session');
    const { state, entitled, present, kind, standing, since, byDesk } = row;
    const own = kind && { kind, standing, since: since?.toISOString() ?? null, byDesk };
    return { state, entitled, present, needed: needed(row, entitled), quorate: reaches(present, row, entitled), own };
  }
}
