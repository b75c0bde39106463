import { Injectable } from '@nestjs/common';
import type { Office } from '@plenum/contracts';
import type { Queryable } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { BoxAuthority } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';

const HANDLING: readonly Office[] = ['UNIT_HANDLER', 'UNIT_HEAD'];
const OF_UNITS: readonly Office[] = [...HANDLING, 'LEADER_IN_CHARGE'];
const LATEST = `SELECT s.id FROM directory_offices o JOIN directory_sessions s ON s.id = o.session_id
  WHERE o.organisation_id = $1 AND o.office = 'PROPOSALS_COMMITTEE' AND o.held
  ORDER BY s.term_no DESC, s.session_no DESC LIMIT 1`;

/**
 * Who somebody is to the opinion box, as the directory knows it at this moment. A box belongs to no session: the committee of the whole
 * organisation empties it, and of those that are bound to a session, that of the latest.
 */
@Injectable()
export class BoxAuthorities {
  constructor(private readonly directory: Directory) {}

  async of(from: Queryable, actor: Actor): Promise<BoxAuthority> {
    const offices = await this.directory.officesOf(from, actor);
    const everHeld = await this.directory.officesEverOf(from, actor);
    const ofCommittee = offices.filter(({ office, unitId }) => office === 'PROPOSALS_COMMITTEE' && unitId === null);
    const latest = ofCommittee.length === 0 ? null : await this.committeeSession(from, actor.organisationId);
    return {
      memberId: actor.memberId,
      reviews: ofCommittee.some(({ sessionId }) => sessionId === null || sessionId === latest),
      handles: offices.flatMap(({ office, unitId }) => (HANDLING.includes(office) && unitId !== null ? [unitId] : [])),
      isOfUnits: [...offices, ...everHeld].some(({ office, unitId }) => OF_UNITS.includes(office) && unitId !== null),
    };
  }

  /** The latest session that has a committee of its own; null where none has. */
  async committeeSession(from: Queryable, organisationId: string): Promise<string | null> {
    const [latest] = await from.query<{ id: string }>(LATEST, [organisationId]);
    return latest?.id ?? null;
  }
}
