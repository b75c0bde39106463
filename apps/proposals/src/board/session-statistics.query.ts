import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { type Counted, type ProposalStatistics, proposalStatistics } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
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

const COUNTED = `
SELECT state, track, lead_proposer_id AS "leadProposerId", signatures, submitted_at AS "submittedAt", late, docket_no AS "docketNo",
  replies, assignment,
  json_build_object('category', category) AS content
  FROM proposals
  WHERE session_id = $1 AND organisation_id = $2 AND submitted_at IS NOT NULL
`;

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
    if (session?.organisationId !== actor.organisationId) throw AccessErrors.notFound('session', sessionId);
    const by = await this.standings.of(this.database, actor, sessionId);
    if (by.seat === null && !by.reviews && !by.oversees) throw AccessErrors.forbidden();
    return proposalStatistics(await this.database.query<Counted>(COUNTED, [sessionId, actor.organisationId]));
  }
}
