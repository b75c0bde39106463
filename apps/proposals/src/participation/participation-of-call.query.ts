import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { targetOf } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import type { ParticipationAnswer, ParticipationFigures } from './participation.responses.js';
import { ParticipationReaders } from './participation-readers.js';

/** How many have filed under a call, of each delegation that the actor may read of. */
export class ParticipationOfCall extends Query<ParticipationAnswer> {
  constructor(
    readonly actor: Actor,
    readonly callId: string,
  ) {
    super();
  }
}

interface Counted extends ParticipationFigures {
  readonly delegationId: string | null;
}

/** What was handed in under the call and not withdrawn counts: a draft is nobody's business. */
const COUNTED = `
  WITH filed AS (
    SELECT id, lead_proposer_id FROM proposals WHERE call_id = $1 AND submitted_at IS NOT NULL AND state <> 'WITHDRAWN'
  ), leads AS (
    SELECT lead_proposer_id AS member_id, count(*)::int AS proposals FROM filed GROUP BY 1
  ), signers AS (
    SELECT member_id FROM leads
    UNION
    SELECT s.member_id FROM filed JOIN signatures s ON s.proposal_id = filed.id WHERE s.state = 'SIGNED'
  )
  SELECT d.delegation_id AS "delegationId", count(*)::int AS delegates, count(l.member_id)::int AS persons,
    count(s.member_id)::int AS signers, coalesce(sum(l.proposals), 0)::int AS proposals
  FROM directory_seats d LEFT JOIN leads l ON l.member_id = d.member_id LEFT JOIN signers s ON s.member_id = d.member_id
  WHERE d.session_id = $2 AND d.seated AND d.kind = 'DELEGATE'
  GROUP BY 1`;
const NOTHING: ParticipationFigures = { delegates: 0, persons: 0, signers: 0, proposals: 0 };

@QueryHandler(ParticipationOfCall)
export class ParticipationOfCallHandler implements IQueryHandler<ParticipationOfCall> {
  constructor(
    private readonly database: Database,
    private readonly readers: ParticipationReaders,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, callId }: ParticipationOfCall): Promise<ParticipationAnswer> {
    const { call, delegations, isWhole } = await this.readers.viewOf(actor, callId);
    const counted = await this.database.query<Counted>(COUNTED, [callId, call.sessionId]);
    const figuresOf = (delegationId: string | null): ParticipationFigures => {
      const found = counted.find((one) => one.delegationId === delegationId);
      if (!found) return NOTHING;
      const { delegates, persons, signers, proposals } = found;
      return { delegates, persons, signers, proposals };
    };
    const without = isWhole ? figuresOf(null) : NOTHING;
    return {
      delegations: delegations.map(({ id, name }) => ({ id, name, target: targetOf(call.targets, id), ...figuresOf(id) })),
      withoutDelegation: without.delegates > 0 ? without : null,
    };
  }
}
