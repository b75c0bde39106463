import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { type Actor, likePattern } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { paged } from '../storage/paged.js';
import type { AttendeesRequest } from './attendance.requests.js';
import type { AttendeeListResponse, AttendeeResponse } from './attendance.responses.js';
import { beginningOf, BY_DESK, LATE, ATTENDANCE_STATUS } from './presence-columns.js';

// An exact staff number, as a scanner types it, stands first.
const ATTENDEES = `
  SELECT s.member_id AS "memberId", m.staff_no AS "staffNo", m.name, s.delegation_id AS "delegationId", d.name AS "delegationName", s.kind,
         ${ATTENDANCE_STATUS} AS standing, ${LATE} AS late, s.first_arrived_at AS "arrivedAt", s.moved_at AS since, ${BY_DESK} AS "byDesk"
    FROM seats s JOIN members m ON m.id = s.member_id LEFT JOIN delegations d ON d.id = s.delegation_id
   WHERE s.session_id = $1 AND ($3 = '' OR m.name ILIKE $4 OR m.staff_no ILIKE $4)
     AND ($5::text IS NULL OR ${ATTENDANCE_STATUS} = $5 OR ($5 = 'LATE' AND ${LATE})) AND ($6::uuid IS NULL OR s.delegation_id = $6)
   ORDER BY lower(m.staff_no) <> lower($3), m.staff_no`;

/** Who is here, who is not, who has left or came late: for those who run the session. */
export class AttendeeList extends Query<AttendeeListResponse> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly request: AttendeesRequest,
  ) {
    super();
  }
}

@QueryHandler(AttendeeList)
export class AttendeeListHandler implements IQueryHandler<AttendeeList> {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /** @throws `congress.not-found`, `congress.forbidden` */
  async execute({ actor, sessionId, request }: AttendeeList): Promise<AttendeeListResponse> {
    await this.permissions.assertAllowed(actor, 'read-attendees', sessionId);
    const search = request.search?.trim() ?? '';
    const pattern = likePattern(search);
    const beginning = await beginningOf(this.database, sessionId);
    const parameters = [sessionId, beginning, search, pattern, request.show ?? null, request.delegationId ?? null];
    return paged<AttendeeResponse>(this.database, ATTENDEES, parameters, request);
  }
}
