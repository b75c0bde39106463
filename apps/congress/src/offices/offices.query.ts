import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { paged } from '../storage/paged.js';
import type { OfficesRequest } from './offices.requests.js';
import type { OfficeListResponse, OfficeResponse } from './offices.responses.js';

const OFFICES = `
  SELECT o.id, o.member_id AS "memberId", m.staff_no AS "staffNo", m.name, o.office, o.session_id AS "sessionId", o.unit_id AS "unitId",
    u.name AS "unitName", o.chief, o.assigned_at AS "assignedAt", o.relieved_at AS "relievedAt"
    FROM offices o JOIN members m ON m.id = o.member_id LEFT JOIN units u ON u.id = o.unit_id
   WHERE o.organisation_id = $1 AND ($4::boolean OR (o.relieved_at IS NULL AND m.active)) AND ($2::uuid IS NULL OR o.session_id = $2)
     AND ($3::text IS NULL OR o.office = $3)
   ORDER BY o.office, o.relieved_at DESC NULLS FIRST, o.chief DESC, m.staff_no, o.id
`;

/** Who holds which office in the actor's organisation. */
export class OfficeList extends Query<OfficeListResponse> {
  constructor(
    readonly actor: Actor,
    readonly request: OfficesRequest,
  ) {
    super();
  }
}

@QueryHandler(OfficeList)
export class OfficeListHandler implements IQueryHandler<OfficeList> {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async execute({ actor, request }: OfficeList): Promise<OfficeListResponse> {
    if (request.sessionId !== undefined) await this.permissions.assertAllowed(actor, 'read-session', request.sessionId);
    return paged<OfficeResponse>(
      this.database,
      OFFICES,
      [actor.organisationId, request.sessionId ?? null, request.office ?? null, request.past],
      request,
    );
  }
}
