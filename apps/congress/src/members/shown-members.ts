import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import type { MemberResponse } from './members.responses.js';

// $3: whether addresses, standings and accounts are shown; one's own always are ($2).
const SHOWN = `
  SELECT m.id, m.staff_no AS "staffNo", m.name, m.unit_id AS "unitId", u.name AS "unitName", m.active, m.version,
         NULL AS "lockedUntil", NULL AS mobile,
         CASE WHEN $3 OR m.id = $2 THEN m.mail END AS email, CASE WHEN $3 OR m.id = $2 THEN m.standing END AS standing,
         CASE WHEN $3 OR m.id = $2 THEN CASE WHEN a.password_hash IS NOT NULL THEN 'PASSWORD_SET' WHEN a.code_expires_at > now()
           THEN 'CODE_GIVEN' ELSE 'NONE' END END AS account
    FROM members m LEFT JOIN units u ON u.id = m.unit_id LEFT JOIN accounts a ON a.member_id = m.id
   WHERE m.organisation_id = $1 AND m.id = ANY($4)
`;

/** Members as the one who asks may see them: whoever may read accounts sees more. */
@Injectable()
export class ShownMembers {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /** Those of the ids that are members of the actor's organisation, in the order of the ids. */
  async byIds(actor: Actor, ids: readonly string[]): Promise<MemberResponse[]> {
    const seesAccounts = await this.permissions.isAllowed(actor, 'read-accounts');
    const rows = await this.database.query<MemberResponse>(SHOWN, [actor.organisationId, actor.memberId, seesAccounts, ids]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }
}
