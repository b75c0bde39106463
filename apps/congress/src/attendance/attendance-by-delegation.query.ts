import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import type { DelegationAttendanceListResponse, DelegationAttendanceResponse } from './attendance.responses.js';
import { beginningOf, LATE, ATTENDANCE_STATUS } from './presence-columns.js';

const BY_DELEGATION = `
  SELECT s.delegation_id AS "delegationId", d.name, count(*)::int AS entitled, count(*) FILTER (WHERE s.present)::int AS here,
         count(*) FILTER (WHERE ${ATTENDANCE_STATUS} = 'EXPECTED')::int AS expected,
         count(*) FILTER (WHERE ${ATTENDANCE_STATUS} = 'LEFT')::int AS left,
         count(*) FILTER (WHERE ${LATE})::int AS late
    FROM seats s LEFT JOIN delegations d ON d.id = s.delegation_id
   WHERE s.session_id = $1 AND s.kind = 'DELEGATE' GROUP BY s.delegation_id, d.name ORDER BY d.name NULLS LAST
`;

/** Who is there by delegation, as figures: for those who run the session. */
export class AttendanceByDelegation extends Query<DelegationAttendanceListResponse> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
  ) {
    super();
  }
}

@QueryHandler(AttendanceByDelegation)
export class AttendanceByDelegationHandler implements IQueryHandler<AttendanceByDelegation> {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /** @throws `congress.not-found`, `congress.forbidden` */
  async execute({ actor, sessionId }: AttendanceByDelegation): Promise<DelegationAttendanceListResponse> {
    await this.permissions.assertAllowed(actor, 'read-attendees', sessionId);
    const beginning = await beginningOf(this.database, sessionId);
    return { delegations: await this.database.query<DelegationAttendanceResponse>(BY_DELEGATION, [sessionId, beginning]) };
  }
}
