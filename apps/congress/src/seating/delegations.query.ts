import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import type { Actor, PageRequest } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { paged } from '../storage/paged.js';
import type { DelegationListResponse, DelegationResponse } from './seating.responses.js';

const DELEGATIONS = `
  SELECT d.id, d.name, d.version, d.head_member_id AS "headMemberId", m.name AS "headName",
         (SELECT count(*)::int FROM seats WHERE delegation_id = d.id AND kind = 'DELEGATE') AS delegates
    FROM delegations d LEFT JOIN members m ON m.id = d.head_member_id WHERE d.session_id = $1 ORDER BY d.name`;

/** The delegations of a session of the actor's organisation, by name. */
export class DelegationList extends Query<DelegationListResponse> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(DelegationList)
export class DelegationListHandler implements IQueryHandler<DelegationList> {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /** @throws `congress.not-found` */
  async execute({ actor, sessionId, page }: DelegationList): Promise<DelegationListResponse> {
    await this.permissions.assertAllowed(actor, 'read-session', sessionId);
    return paged<DelegationResponse>(this.database, DELEGATIONS, [sessionId], page);
  }
}
