import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { type Actor, offsetOf } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import type { YetToFileRequest } from './participation.requests.js';
import type { YetToFileAnswer, YetToFilePerson } from './participation.responses.js';
import { ParticipationReaders } from './participation-readers.js';

/** The delegates who have handed in nothing of their own under a call, as far as the actor may read of them. */
export class YetToFile extends Query<YetToFileAnswer> {
  constructor(
    readonly actor: Actor,
    readonly callId: string,
    readonly request: YetToFileRequest,
  ) {
    super();
  }
}

const FILED = `proposals p WHERE p.call_id = $1 AND p.submitted_at IS NOT NULL AND p.state <> 'WITHDRAWN'`;
const FROM = `
  FROM directory_seats d LEFT JOIN directory_members m ON m.id = d.member_id
  WHERE d.session_id = $2 AND d.seated AND d.kind = 'DELEGATE' AND (d.delegation_id = ANY($3::uuid[]) OR ($4 AND d.delegation_id IS NULL))
    AND NOT EXISTS (SELECT FROM ${FILED} AND p.lead_proposer_id = d.member_id)`;
const HAS_SECONDED = `EXISTS (SELECT FROM ${FILED} AND p.id IN (
  SELECT s.proposal_id FROM signatures s WHERE s.member_id = d.member_id AND s.state = 'SIGNED'))`;
const PERSONS = `
  SELECT d.member_id AS id, coalesce(m.name, '') AS name, coalesce(m.staff_no, '') AS "staffNo", d.delegation_id AS "delegationId",
    ${HAS_SECONDED} AS "hasSeconded" ${FROM}
  ORDER BY d.delegation_id NULLS LAST, m.staff_no, d.member_id LIMIT $5 OFFSET $6`;

@QueryHandler(YetToFile)
export class YetToFileHandler implements IQueryHandler<YetToFile> {
  constructor(
    private readonly database: Database,
    private readonly readers: ParticipationReaders,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden`, also for a delegation that is not the actor's to read of */
  async execute({ actor, callId, request }: YetToFile): Promise<YetToFileAnswer> {
    const { call, delegations, isWhole } = await this.readers.viewOf(actor, callId);
    const { delegationId, pageSize } = request;
    const asked = delegations.filter(({ id }) => delegationId === undefined || id === delegationId);
    if (delegationId !== undefined && asked.length === 0) throw AccessErrors.forbidden();
    const where = [callId, call.sessionId, asked.map(({ id }) => id), isWhole && delegationId === undefined];
    const [persons, [counted]] = await Promise.all([
      this.database.query<YetToFilePerson>(PERSONS, [...where, pageSize, offsetOf(request)]),
      this.database.query<{ total: number }>(`SELECT count(*)::int AS total ${FROM}`, where),
    ]);
    return { items: persons, total: counted?.total ?? 0 };
  }
}
