import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { paged } from '../storage/paged.js';
import type { MandatesRequest } from './mandates.requests.js';
import type { MandateListResponse, MandateResponse } from './mandates.responses.js';

const MANDATES = `
  SELECT m.ballot_id AS "ballotId", m.session_id AS "sessionId", m.member_id AS "memberId", m.name, m.post, m.title,
    m.office_id AS "officeId",
         to_char(m.elected_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "electedAt", t.ends_on::text AS "until",
           a.reason AS "withdrawnBecause"
    FROM mandates m JOIN sessions s ON s.id = m.session_id JOIN terms t ON t.id = s.term_id LEFT JOIN annulled_ballots a USING (ballot_id)
   WHERE m.organisation_id = $1 AND ($2::uuid IS NULL OR m.session_id = $2) AND ($3::uuid IS NULL OR m.member_id = $3)
   ORDER BY m.elected_at DESC, m.ballot_id, m.nth
`;

/** Who was elected to what in the actor's organisation, the latest election first; also what was annulled since. */
export class MandateList extends Query<MandateListResponse> {
  constructor(
    readonly actor: Actor,
    readonly request: MandatesRequest,
  ) {
    super();
  }
}

@QueryHandler(MandateList)
export class MandateListHandler implements IQueryHandler<MandateList> {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async execute({ actor, request }: MandateList): Promise<MandateListResponse> {
    if (request.sessionId !== undefined) await this.permissions.assertAllowed(actor, 'read-session', request.sessionId);
    return paged<MandateResponse>(
      this.database,
      MANDATES,
      [actor.organisationId, request.sessionId ?? null, request.memberId ?? null],
      request,
    );
  }
}
