import { Injectable } from '@nestjs/common';
import type { Queryable } from '@plenum/database';
import type { Proposal } from '@plenum/proposals-domain';
import type { PersonAnswer } from '../shapes/named.responses.js';

const SITTING = `SELECT DISTINCT m.id, m.name FROM directory_offices o JOIN directory_members m ON m.id = o.member_id
  WHERE o.organisation_id = $1 AND o.office = 'PROPOSALS_COMMITTEE' AND o.held AND o.unit_id IS NULL AND m.active
    AND (o.session_id IS NULL OR o.session_id = $2) ORDER BY m.name, m.id`;

/** Who sits on the committee that looks after a proposal, as the directory knows it at this moment. */
@Injectable()
export class CommitteeMembers {
  async of(from: Queryable, { organisationId, sessionId }: Proposal): Promise<PersonAnswer[]> {
    return from.query<PersonAnswer>(SITTING, [organisationId, sessionId]);
  }
}
