import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CongressErrors, quorumTimeline } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import type { Fraction } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { type PointRow, toPoint } from '../storage/session.rows.js';
import type { AttendanceTimelineResponse } from './attendance.responses.js';

const POINTS_MAX = 1_000; // A hundred and some kilobytes: a hall of five thousand is read in a dozen parts.

const QUORUM =
  'SELECT quorum_num AS num, quorum_den AS den, quorum_inclusive AS inclusive FROM sessions WHERE id = $1 AND organisation_id = $2';
const POINTS = `
  SELECT position, at, move, member_id, entitled, present
  FROM attendance_points
  WHERE session_id = $1 AND position > $2
  ORDER BY position
  LIMIT ${POINTS_MAX + 1}
`;

/** How many were there and how many were needed at each moment, behind the point that is known. */
export class AttendanceTimeline extends Query<AttendanceTimelineResponse> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly after: number,
  ) {
    super();
  }
}

@QueryHandler(AttendanceTimeline)
export class AttendanceTimelineHandler implements IQueryHandler<AttendanceTimeline> {
  constructor(private readonly database: Database) {}

  /** @throws `congress.not-found` */
  async execute({ actor: { organisationId }, sessionId, after }: AttendanceTimeline): Promise<AttendanceTimelineResponse> {
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
