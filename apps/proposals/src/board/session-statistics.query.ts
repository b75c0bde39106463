import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { type CountedGroup, type ProposalStatistics, type Signers, statisticsOf } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { StorageErrors } from '../storage/storage.errors.js';
import { Authorities } from '../access/authorities.js';

/** The figures of a session's proposals, for those who sit in it and those who run it. */
export class SessionStatistics extends Query<ProposalStatistics> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
  ) {
    super();
  }
}

const SUBMITTED = 'FROM proposals WHERE session_id = $1 AND organisation_id = $2 AND submitted_at IS NOT NULL';
const GROUPS = `SELECT state, track, late, docket_no IS NOT NULL AS "isFiled", category, lead_unit_id AS "leadUnitId",
  (replies -> 0 ->> 'overdue')::boolean AS "firstOverdue", (replies -> -1 ->> 'overdue')::boolean AS "lastOverdue",
  replies -> -1 -> 'rating' ->> 'attitude' AS attitude, replies -> -1 -> 'rating' ->> 'result' AS result, count(*)::int AS count
  ${SUBMITTED} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`;
const SIGNERS = `SELECT coalesce(sum(times), 0)::int AS "personTimes", count(*)::int AS persons FROM (
  SELECT member_id, count(*) AS times FROM (
    SELECT lead_proposer_id::text AS member_id ${SUBMITTED}
    UNION ALL
    SELECT signature ->> 'memberId' FROM (SELECT jsonb_array_elements(signatures) AS signature ${SUBMITTED}) signed
    WHERE signature ->> 'state' = 'SIGNED'
  ) signers GROUP BY member_id
) members`;

@QueryHandler(SessionStatistics)
export class SessionStatisticsHandler implements IQueryHandler<SessionStatistics> {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly standings: Authorities,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, sessionId }: SessionStatistics): Promise<ProposalStatistics> {
    const session = await this.directory.session(this.database, sessionId);
    if (session?.organisationId !== actor.organisationId) throw StorageErrors.notFound('session', sessionId);
    const by = await this.standings.of(this.database, actor, sessionId);
    if (by.seat === null && !by.reviews && !by.oversees) throw AccessErrors.forbidden();
    const of = [sessionId, actor.organisationId];
    const [groups, [signers]] = await Promise.all([
      this.database.query<CountedGroup>(GROUPS, of),
      this.database.query<Signers>(SIGNERS, of),
    ]);
    return statisticsOf(groups, signers ?? { personTimes: 0, persons: 0 });
  }
}
