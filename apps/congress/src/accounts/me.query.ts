import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CongressErrors } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import type { MeResponse, OwnMandate, OwnMember, OwnOffice, OwnOrganisation } from './accounts.responses.js';

const MEMBER = `
  SELECT m.id, m.staff_no AS "staffNo", m.name, m.mail AS email, m.mobile, m.unit_id AS "unitId", u.name AS "unitName"
    FROM members m LEFT JOIN units u ON u.id = m.unit_id WHERE m.id = $1 AND m.organisation_id = $2 AND m.active`;
const ORGANISATION = 'SELECT id, code, name, level, parent_id AS "parentId" FROM organisations WHERE id = $1';
const OFFICES = `
  SELECT id, office, session_id AS "sessionId", unit_id AS "unitId", chief FROM offices
   WHERE member_id = $1 AND relieved_at IS NULL ORDER BY office, id`;
const MANDATES = `
  SELECT s.id AS "sessionId", s.title AS "sessionTitle", s.state AS "sessionState", t.delegation_id AS "delegationId",
    d.name AS "delegationName", t.kind, t.present
    FROM seats t JOIN sessions s ON s.id = t.session_id LEFT JOIN delegations d ON d.id = t.delegation_id
   WHERE t.member_id = $1 ORDER BY s.opens_at DESC, s.id
`;

/** Who I am here, what I hold and where I sit. */
export class Me extends Query<MeResponse> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@QueryHandler(Me)
export class MeHandler implements IQueryHandler<Me> {
  constructor(private readonly database: Database) {}

  /** @throws `congress.not-found` for a member who has left since the token was made. */
  async execute({ actor: { memberId, organisationId } }: Me): Promise<MeResponse> {
    const [[member], [organisation], offices, mandates] = await Promise.all([
      this.database.query<OwnMember>(MEMBER, [memberId, organisationId]),
      this.database.query<OwnOrganisation>(ORGANISATION, [organisationId]),
      this.database.query<OwnOffice>(OFFICES, [memberId]),
      this.database.query<OwnMandate>(MANDATES, [memberId]),
    ]);
    if (!member || !organisation) throw CongressErrors.notFound('member');
    return { member, organisation, offices, mandates };
  }
}
