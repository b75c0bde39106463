import { Injectable } from '@nestjs/common';
import { CongressErrors, quorumTimeline } from '@plenum/congress-domain';
import { needed, reaches } from '@plenum/kernel';
import { type Actor, Database } from '@plenum/service-kit';
import { type PointRow, toPoint } from '../storage/session.rows.js';
import type { AttendanceResponse, AttendingDelegate } from './attendance.responses.js';

const QUORUM = 'SELECT quorum_num AS num, quorum_den AS den, quorum_inclusive AS inclusive FROM sessions WHERE id = $1 AND organisation_id = $2';
const POINTS = 'SELECT position, at, move, member_id, entitled, present FROM attendance_points WHERE session_id = $1 ORDER BY position';
const DELEGATES = `
  SELECT s.member_id AS "memberId", m.staff_no AS "staffNo", m.name, s.delegation_id AS "delegationId", s.kind, s.present
    FROM seats s JOIN members m ON m.id = s.member_id WHERE s.session_id = $1 ORDER BY m.staff_no`;

/** Who is there, how many are needed, and how it was at each moment. */
@Injectable()
export class AttendanceQuery {
  constructor(private readonly database: Database) {}

  /** @throws `congress.not-found` */
  async of({ organisationId }: Actor, sessionId: string): Promise<AttendanceResponse> {
    const [quorum] = await this.database.query<{ num: number; den: number; inclusive: boolean }>(QUORUM, [sessionId, organisationId]);
    if (!quorum) throw CongressErrors.notFound('session');
    const [points, delegates] = await Promise.all([
      this.database.query<PointRow>(POINTS, [sessionId]),
      this.database.query<AttendingDelegate>(DELEGATES, [sessionId]),
    ]);
    const full = delegates.filter(({ kind }) => kind === 'DELEGATE');
    const [entitled, present] = [full.length, full.filter((delegate) => delegate.present).length];
    const timeline = quorumTimeline(points.map(toPoint), quorum).map(({ at, move, ...figures }) => ({
      at: at.toISOString(), move, entitled: figures.entitled, present: figures.present, needed: figures.needed, quorate: figures.quorate,
    }));
    return { entitled, present, needed: needed(quorum, entitled), quorate: reaches(present, quorum, entitled), timeline, delegates };
  }
}
