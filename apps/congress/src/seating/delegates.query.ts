import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { paged } from '../storage/paged.js';
import type { DelegatesRequest } from './seating.requests.js';
import type { DelegateListResponse, DelegateResponse } from './seating.responses.js';

const DELEGATES = `
  SELECT s.member_id AS "memberId", m.staff_no AS "staffNo", m.name, s.delegation_id AS "delegationId", d.name AS "delegationName",
    s.kind, s.present, s.version
    FROM seats s JOIN members m ON m.id = s.member_id LEFT JOIN delegations d ON d.id = s.delegation_id
   WHERE s.session_id = $1 AND ($2::text IS NULL OR s.kind = $2) ORDER BY m.staff_no
`;

/** Who sits in a session of the actor's organisation. */
export class DelegateList extends Query<DelegateListResponse> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly request: DelegatesRequest,
  ) {
    super();
  }
}

@QueryHandler(DelegateList)
export class DelegateListHandler implements IQueryHandler<DelegateList> {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /** @throws `congress.not-found` */
  async execute({ actor, sessionId, request }: DelegateList): Promise<DelegateListResponse> {
    await this.permissions.assertAllowed(actor, 'read-session', sessionId);
    return paged<DelegateResponse>(this.database, DELEGATES, [sessionId, request.kind ?? null], request);
  }
}
