import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import type { Actor, PageRequest } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { paged } from '../storage/paged.js';
import type { DelegatesRequest } from './seating.requests.js';
import type { DelegateListResponse, DelegateResponse, DelegationListResponse, DelegationResponse } from './seating.responses.js';

const DELEGATIONS = `
  SELECT d.id, d.name, d.version, d.head_member_id AS "headMemberId", m.name AS "headName",
         (SELECT count(*)::int FROM seats WHERE delegation_id = d.id AND kind = 'DELEGATE') AS delegates
    FROM delegations d LEFT JOIN members m ON m.id = d.head_member_id WHERE d.session_id = $1 ORDER BY d.name`;
const DELEGATES = `
  SELECT s.member_id AS "memberId", m.staff_no AS "staffNo", m.name, s.delegation_id AS "delegationId", d.name AS "delegationName",
    s.kind, s.present, s.version
    FROM seats s JOIN members m ON m.id = s.member_id LEFT JOIN delegations d ON d.id = s.delegation_id
   WHERE s.session_id = $1 AND ($2::text IS NULL OR s.kind = $2) ORDER BY m.staff_no
`;

/** Who sits in a session of the actor's organisation. */
@Injectable()
export class SeatingQuery {
  constructor(
    private readonly database: Database,
    private readonly authority: Authority,
  ) {}

  async delegations(actor: Actor, sessionId: string, page: PageRequest): Promise<DelegationListResponse> {
    await this.authority.seesSession(actor, sessionId);
    return paged<DelegationResponse>(this.database, DELEGATIONS, [sessionId], page);
  }

  async delegates(actor: Actor, sessionId: string, request: DelegatesRequest): Promise<DelegateListResponse> {
    await this.authority.seesSession(actor, sessionId);
    return paged<DelegateResponse>(this.database, DELEGATES, [sessionId, request.kind ?? null], request);
  }
}
