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

/**
 * Every proposal is looked at once, and both figures are of one moment. The texts of its replies are long: they are unpacked for the first
 * and the last of them, not for every word of those (`OFFSET 0` keeps the planner from it).
 */
const FIGURES = `
  WITH submitted AS MATERIALIZED (
    SELECT state, track, late, track IS NOT DISTINCT FROM 'PROPOSAL' AS "isFiled", category, lead_unit_id AS "leadUnitId", lead_proposer_id,
      (first_reply ->> 'overdue')::boolean AS "firstOverdue", (last_reply ->> 'overdue')::boolean AS "lastOverdue",
      last_reply -> 'rating' ->> 'attitude' AS attitude, last_reply -> 'rating' ->> 'result' AS result,
      jsonb_path_query_array(signatures, '$[*] ? (@.state == "SIGNED").memberId') AS seconders
    FROM proposals CROSS JOIN LATERAL (SELECT replies -> 0 AS first_reply, replies -> -1 AS last_reply OFFSET 0) AS replied
    WHERE session_id = $1 AND organisation_id = $2 AND submitted_at IS NOT NULL
  ), counted AS (
    SELECT state, track, late, "isFiled", category, "leadUnitId", "firstOverdue", "lastOverdue", attitude, result, count(*) AS count
    FROM submitted GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
  ), signers AS (
    SELECT member_id, count(*) AS times FROM (
      SELECT lead_proposer_id::text AS member_id FROM submitted UNION ALL SELECT jsonb_array_elements_text(seconders) FROM submitted
    ) signed GROUP BY 1
  )
  SELECT (SELECT coalesce(json_agg(counted ORDER BY category, "leadUnitId", state), '[]') FROM counted) AS groups,
    (SELECT coalesce(sum(times), 0)::int FROM signers) AS "personTimes", (SELECT count(*)::int FROM signers) AS persons`;

interface FiguresRow extends Signers {
  readonly groups: readonly CountedGroup[];
}

@QueryHandler(SessionStatistics)
export class SessionStatisticsHandler implements IQueryHandler<SessionStatistics> {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly authorities: Authorities,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, sessionId }: SessionStatistics): Promise<ProposalStatistics> {
    const session = await this.directory.session(this.database, sessionId);
    if (session?.organisationId !== actor.organisationId) throw StorageErrors.notFound('session', sessionId);
    const by = await this.authorities.authorityIn(this.database, actor, sessionId);
    if (by.seat === null && !by.reviews && !by.oversees) throw AccessErrors.forbidden();
    const [figures] = await this.database.query<FiguresRow>(FIGURES, [sessionId, actor.organisationId]);
    return statisticsOf(figures?.groups ?? [], figures ?? { personTimes: 0, persons: 0 });
  }
}
