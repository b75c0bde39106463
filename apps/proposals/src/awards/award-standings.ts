import { Injectable } from '@nestjs/common';
import type { Queryable } from '@plenum/database';
import type { Award, AwardAuthority } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';

/** Whether a call lets heads of delegations nominate: that of the proposal; for a unit, or for anything, any of the session. */
const HEADS_NOMINATE = `SELECT FROM calls c WHERE c.session_id = $1 AND c.settings ->> 'awardNominators' = 'committee-and-heads'
  AND ($2::uuid IS NULL OR c.id = (SELECT call_id FROM proposals WHERE id = $2)) LIMIT 1`;

/** What somebody is to the award list of a session. */
@Injectable()
export class AwardStandings {
  constructor(private readonly authorities: Authorities) {}

  /** Towards a nominee, or the list as such. */
  async of(
    from: Queryable,
    actor: Actor,
    { sessionId, kind, nomineeId }: Pick<Award, 'sessionId'> & Partial<Pick<Award, 'kind' | 'nomineeId'>>,
  ): Promise<AwardAuthority> {
    const { memberId, reviews } = await this.authorities.authorityIn(from, actor, sessionId);
    const isHead = !reviews && (await this.authorities.headedIn(from, actor, sessionId)) !== null;
    const asked = [sessionId, kind === 'PROPOSAL' ? nomineeId : null];
    return { memberId, reviews, mayNominateAsHead: isHead && (await from.query(HEADS_NOMINATE, asked)).length > 0 };
  }
}
