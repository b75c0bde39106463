import { type AttendanceStatus, CongressErrors, type DelegateKind, quorumTimeline, type SessionState } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import { type Fraction, needed, reaches } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { Injectable } from '@nestjs/common';
import { type PointRow, toPoint } from '../storage/session.rows.js';
import type { TimelineRequest } from './attendance.requests.js';
import type { AttendanceResponse, AttendanceTimelineResponse } from './attendance.responses.js';

const POINTS_MAX = 1_000; // A hundred and some kilobytes: a hall of five thousand is read in a dozen parts.

/** Whether another's hand noted that somebody came or went last. */
export const BY_DESK = 'COALESCE(s.moved_by <> s.member_id, false)';
/** Where somebody is, from their row of `seats`. */
export const STANDING = `CASE WHEN s.present THEN 'HERE' WHEN s.first_arrived_at IS NULL THEN 'EXPECTED' ELSE 'LEFT' END`;
// The last point has the figures, whatever the size of the hall; before the desk opens there is none, and the seats are counted.
const FIGURES = `
  SELECT x.state, x.quorum_num AS num, x.quorum_den AS den, x.quorum_inclusive AS inclusive, COALESCE(p.present, 0) AS present,
         COALESCE(p.entitled, (SELECT count(*)::int FROM seats WHERE session_id = x.id AND kind = 'DELEGATE')) AS entitled, s.kind,
           ${STANDING} AS standing, s.moved_at AS since, ${BY_DESK} AS "byDesk"
    FROM sessions x LEFT JOIN seats s ON s.session_id = x.id AND s.member_id = $3
    LEFT JOIN LATERAL (SELECT entitled, present FROM attendance_points WHERE session_id = x.id ORDER BY position DESC LIMIT 1) p ON true
   WHERE x.id = $1 AND x.organisation_id = $2
`;
const QUORUM =
  'SELECT quorum_num AS num, quorum_den AS den, quorum_inclusive AS inclusive FROM sessions WHERE id = $1 AND organisation_id = $2';
const POINTS = `
  SELECT position, at, move, member_id, entitled, present
  FROM attendance_points
  WHERE session_id = $1 AND position > $2
  ORDER BY position
  LIMIT ${POINTS_MAX + 1}
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

/** How many are there and how many are needed, now and at each moment. */
@Injectable()
export class AttendanceQuery {
  constructor(private readonly database: Database) {}

  /** @throws `congress.not-found` */
  async of({ organisationId, memberId }: Actor, sessionId: string): Promise<AttendanceResponse> {
    const [row] = await this.database.query<FiguresRow>(FIGURES, [sessionId, organisationId, memberId]);
    if (!row) throw CongressErrors.notFound('session');
    const { state, entitled, present, kind, standing, since, byDesk } = row;
    const own = kind && { kind, standing, since: since?.toISOString() ?? null, byDesk };
    return { state, entitled, present, needed: needed(row, entitled), quorate: reaches(present, row, entitled), own };
  }

  /** @throws `congress.not-found` */
  async timeline({ organisationId }: Actor, sessionId: string, { after }: TimelineRequest): Promise<AttendanceTimelineResponse> {
    const [quorum] = await this.database.query<Fraction>(QUORUM, [sessionId, organisationId]);
    if (!quorum) throw CongressErrors.notFound('session');
    const rows = await this.database.query<PointRow>(POINTS, [sessionId, after]);
    const shown = rows.slice(0, POINTS_MAX);
    const points = quorumTimeline(shown.map(toPoint), quorum).map(({ at, move, ...figures }, index) => ({
      position: shown[index]?.position ?? 0,
      at: at.toISOString(),
      move,
      entitled: figures.entitled,
      present: figures.present,
      needed: figures.needed,
      quorate: figures.quorate,
    }));
    return { points, more: rows.length > POINTS_MAX };
  }
}
