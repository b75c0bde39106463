import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Ballot, type BallotState, pendingTasksOf } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { type BallotRow, toBallot } from '../storage/ballot.rows.js';
import type { PendingTasksAnswer, PendingTaskAnswer } from './pending-tasks.responses.js';
import { Participations } from './participations.js';

/** What every ballot of the organisation asks of the actor now. */
export class PendingTasksOfMember extends Query<PendingTasksAnswer> {
  constructor(readonly actor: Actor) {
    super();
  }
}

/** Nothing is owed on a draft, nor once the file is closed or the result undone. */
const OVER: readonly BallotState[] = ['RULES_DRAFT', 'REJECTED', 'ARCHIVED', 'ANNULLED'];
/** Of voters something is asked only while papers are out. */
const CONCERNS = `SELECT * FROM ballots b WHERE rehearses IS NULL AND organisation_id = $1 AND state <> ALL($2)
  AND ($3 OR session_id = ANY($4::uuid[]) OR officers @> jsonb_build_array(jsonb_build_object('memberId', $5::text))
    OR (state IN ('ROLL_FROZEN', 'OPEN') AND EXISTS (SELECT FROM ballot_rolls r WHERE r.ballot_id = b.id AND r.member_id = $5::uuid)))
  ORDER BY created_at, id`;

@QueryHandler(PendingTasksOfMember)
export class PendingTasksHandler implements IQueryHandler<PendingTasksOfMember> {
  constructor(
    private readonly authorities: Authorities,
    private readonly parts: Participations,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute({ actor }: PendingTasksOfMember): Promise<PendingTasksAnswer> {
    const organised = await this.authorities.organisedSessions(this.database, actor);
    const organisesAll = organised.includes(null);
    const sessions = organised.filter((id) => id !== null);
    const rows = await this.database.query<BallotRow>(CONCERNS, [actor.organisationId, OVER, organisesAll, sessions, actor.memberId]);
    const at = this.clock.now();
    const items: PendingTaskAnswer[] = [];
    for (const ballot of rows.map(toBallot)) {
      const by = { memberId: actor.memberId, organises: organisesAll || sessions.includes(ballot.sessionId) };
      items.push(
        ...pendingTasksOf(ballot, by, await this.parts.partOf(ballot, by), at).map(({ matter, dueAt }) => ({
          ...told(ballot),
          matter,
          dueAt: dueAt?.toISOString() ?? null,
        })),
      );
    }
    // A hall waits for what has no deadline.
    return { items: items.sort((one, other) => (one.dueAt ?? '').localeCompare(other.dueAt ?? '')) };
  }
}

const told = ({ id, title, kind, channel }: Ballot) => ({ ballotId: id, title, kind, channel });
