import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { BallotState } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { type Actor, type PageRequest, offsetOf } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { type BallotRow, toBallot } from '../storage/ballot.rows.js';
import { summaryAnswer } from './ballot-answer.js';
import type { BallotListAnswer } from './ballots.responses.js';

/** Which ballots, and which page of them. */
export interface BallotFilter extends PageRequest {
  readonly sessionId?: string;
  readonly state?: BallotState;
}

/** The ballots of the actor's organisation, the latest first; drafts only for those who organise their session. */
export class BallotList extends Query<BallotListAnswer> {
  constructor(
    readonly actor: Actor,
    readonly filter: BallotFilter,
  ) {
    super();
  }
}

const VISIBLE = `FROM ballots WHERE rehearses IS NULL AND organisation_id = $1
  AND ($2::uuid IS NULL OR session_id = $2) AND ($3::text IS NULL OR state = $3)
  AND (state <> 'RULES_DRAFT' OR $4 OR session_id = ANY($5::uuid[]))`;

@QueryHandler(BallotList)
export class BallotListHandler implements IQueryHandler<BallotList> {
  constructor(
    private readonly database: Database,
    private readonly authorities: Authorities,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, filter }: BallotList): Promise<BallotListAnswer> {
    const { page, pageSize, sessionId = null, state = null } = filter;
    const organised = await this.authorities.organisedSessions(this.database, actor);
    const organisesAll = organised.includes(null);
    const wanted = [actor.organisationId, sessionId, state, organisesAll, organised.filter((id) => id !== null)];
    const rows = await this.database.query<BallotRow>(`SELECT * ${VISIBLE} ORDER BY created_at DESC, id LIMIT $6 OFFSET $7`, [
      ...wanted,
      pageSize,
      offsetOf(filter),
    ]);
    const [counted] = await this.database.query<{ total: number }>(`SELECT count(*)::int AS total ${VISIBLE}`, wanted);
    const at = this.clock.now();
    const items = rows
      .map(toBallot)
      .map((ballot) =>
        summaryAnswer(ballot, { memberId: actor.memberId, organises: organisesAll || organised.includes(ballot.sessionId) }, at),
      );
    return { items, total: counted?.total ?? 0, page, pageSize };
  }
}
