import { Injectable } from '@nestjs/common';
import { lateFrom } from '@plenum/calendar';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { paged } from '../storage/paged.js';
import { BY_DESK, STANDING } from './attendance.query.js';
import type { AttendeesRequest } from './attendance.requests.js';
import type {
  AttendeeListResponse,
  AttendeeResponse,
  DelegationAttendanceListResponse,
  DelegationAttendanceResponse,
} from './attendance.responses.js';

const LATE = 'COALESCE(s.first_arrived_at > $2, false)';
const BEGINNING = 'SELECT opens_at AS "opensAt", opened_at AS "openedAt" FROM sessions WHERE id = $1';
// An exact staff number, as a scanner types it, stands first.
const ATTENDEES = `
  SELECT s.member_id AS "memberId", m.staff_no AS "staffNo", m.name, s.delegation_id AS "delegationId", d.name AS "delegationName", s.kind,
         ${STANDING} AS standing, ${LATE} AS late, s.first_arrived_at AS "arrivedAt", s.moved_at AS since, ${BY_DESK} AS "byDesk"
    FROM seats s JOIN members m ON m.id = s.member_id LEFT JOIN delegations d ON d.id = s.delegation_id
   WHERE s.session_id = $1 AND ($3 = '' OR m.name ILIKE $4 OR m.staff_no ILIKE $4)
     AND ($5::text IS NULL OR ${STANDING} = $5 OR ($5 = 'LATE' AND ${LATE})) AND ($6::uuid IS NULL OR s.delegation_id = $6)
   ORDER BY lower(m.staff_no) <> lower($3), m.staff_no`;
const BY_DELEGATION = `
  SELECT s.delegation_id AS "delegationId", d.name, count(*)::int AS entitled, count(*) FILTER (WHERE s.present)::int AS here,
         count(*) FILTER (WHERE ${STANDING} = 'EXPECTED')::int AS expected, count(*) FILTER (WHERE ${STANDING} = 'LEFT')::int AS left,
           count(*) FILTER (WHERE ${LATE})::int AS late
    FROM seats s LEFT JOIN delegations d ON d.id = s.delegation_id
   WHERE s.session_id = $1 AND s.kind = 'DELEGATE' GROUP BY s.delegation_id, d.name ORDER BY d.name NULLS LAST
`;

/** Who is here, who is not, who has left or came late: for those who run the session. */
@Injectable()
export class AttendeesQuery {
  constructor(
    private readonly database: Database,
    private readonly authority: Authority,
  ) {}

  /** @throws `congress.not-found`, `congress.forbidden` */
  async page(actor: Actor, sessionId: string, request: AttendeesRequest): Promise<AttendeeListResponse> {
    await this.authority.runsSession(actor, sessionId);
    const search = request.search?.trim() ?? '';
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    const parameters = [sessionId, await this.lateFrom(sessionId), search, pattern, request.show ?? null, request.delegationId ?? null];
    return paged<AttendeeResponse>(this.database, ATTENDEES, parameters, request);
  }

  /** @throws `congress.not-found`, `congress.forbidden` */
  async byDelegation(actor: Actor, sessionId: string): Promise<DelegationAttendanceListResponse> {
    await this.authority.runsSession(actor, sessionId);
    return {
      delegations: await this.database.query<DelegationAttendanceResponse>(BY_DELEGATION, [sessionId, await this.lateFrom(sessionId)]),
    };
  }

  private async lateFrom(sessionId: string): Promise<Date | null> {
    const [beginning] = await this.database.query<{ opensAt: Date; openedAt: Date | null }>(BEGINNING, [sessionId]);
    return beginning ? lateFrom(beginning) : null;
  }
}
