import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import type { Reader } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import type { RegisterRequest } from './board.requests.js';
import type { RegisterAnswer, RegisterItem } from './board.responses.js';
import { type Bind, contains, isSigner, visibleTo } from './visible.js';

/** A stretch of the register of proposals (提案目录): what was handed in and the actor may see, the latest first. */
export class Register extends Query<RegisterAnswer> {
  constructor(
    readonly actor: Actor,
    readonly request: RegisterRequest,
  ) {
    super();
  }
}

const COLUMNS = `p.id, p.session_id AS "sessionId", p.subject, p.category, p.state, p.track, p.docket_no AS "docketNo",
  p.submitted_at AS "submittedAt",
  json_build_object('id', p.lead_proposer_id, 'name', m.name) AS "leadProposer",
  CASE WHEN p.lead_unit_id IS NOT NULL THEN
    json_build_object('id', p.lead_unit_id, 'name', (SELECT u.name FROM directory_units u WHERE u.id = p.lead_unit_id))
  END AS "leadUnit",
  CASE WHEN jsonb_array_length(p.replies) > 0 THEN
    jsonb_build_object('resultCategory', p.replies -> -1 ->> 'resultCategory', 'at', p.replies -> -1 ->> 'at')
  END AS reply`;
const FROM = 'FROM proposals p LEFT JOIN directory_members m ON m.id = p.lead_proposer_id';
const REGISTERED_FOR: readonly Reader[] = ['office', 'seat', 'later-seat'];
const CATEGORIES_MAX = 50; // More is no list to choose from.

@QueryHandler(Register)
export class RegisterHandler implements IQueryHandler<Register> {
  constructor(
    private readonly database: Database,
    private readonly standings: Authorities,
  ) {}

  async execute({ actor, request }: Register): Promise<RegisterAnswer> {
    const reach = await this.standings.reach(this.database, actor);
    const parameters: unknown[] = [];
    const bind: Bind = (value) => `$${parameters.push(value)}`;
    const visible = [
      `p.organisation_id = ${bind(actor.organisationId)}`,
      'p.submitted_at IS NOT NULL',
      `(${visibleTo(reach, bind, REGISTERED_FOR)} OR ${isSigner(actor.memberId, bind)})`,
      ...(request.sessionId ? [`p.session_id = ${bind(request.sessionId)}`] : []),
    ].join(' AND ');
    const named = this.database.query<{ category: string }>(
      `SELECT DISTINCT p.category FROM proposals p WHERE ${visible} AND p.category IS NOT NULL ORDER BY 1 LIMIT ${CATEGORIES_MAX}`,
      [...parameters],
    );
    const { limit } = request;
    const conditions = [visible, ...filtersOf(request, actor.organisationId, bind)].join(' AND ');
    // One more than asked for tells whether anything follows.
    const found = await this.database.query<RegisterItem>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${conditions} ORDER BY p.submitted_at DESC, p.id DESC LIMIT ${bind(limit + 1)}`,
      parameters,
    );
    const items = found.slice(0, limit);
    return {
      items,
      next: found.length > limit ? (items.at(-1)?.id ?? null) : null,
      categories: (await named).map(({ category }) => category),
    };
  }
}

function filtersOf({ state, category, search, after }: RegisterRequest, organisationId: string, bind: Bind): readonly string[] {
  return [
    ...(state ? [`p.state = ANY(${bind(state)})`] : []),
    ...(category ? [`p.category = ${bind(category)}`] : []),
    ...(search?.trim() ? [contains(search.trim(), organisationId, bind)] : []),
    ...(after ? [`(p.submitted_at, p.id) < (SELECT l.submitted_at, l.id FROM proposals l WHERE l.id = ${bind(after)})`] : []),
  ];
}
