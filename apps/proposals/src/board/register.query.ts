import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import type { Reader } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import type { RegisterRequest } from './board.requests.js';
import type { RegisterAnswer, RegisterItem } from './board.responses.js';
import { type Bind, contains, isSigner, visibleTo } from '../access/visible.js';

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
  (SELECT json_build_object('resultCategory', r.result_category, 'at', r.replied_at)
    FROM handlings h JOIN replies r ON r.handling_id = h.id WHERE h.proposal_id = p.id ORDER BY r.replied_at DESC LIMIT 1) AS reply`;
const FROM = 'FROM proposals p LEFT JOIN directory_members m ON m.id = p.lead_proposer_id';
const REGISTERED_FOR: readonly Reader[] = ['committee', 'presidium', 'oversight', 'seat', 'later-seat'];
const CATEGORIES_MAX = 50; // More is no list to choose from.

/** The categories in use, each stepped to from the one before, of those that name something the reader may see. */
const categoriesIn = (organisation: string, visible: string): string => `
  WITH RECURSIVE used AS (
    SELECT min(category) AS category FROM proposals WHERE organisation_id = ${organisation} AND submitted_at IS NOT NULL
    UNION ALL
    SELECT (SELECT min(category) FROM proposals
      WHERE organisation_id = ${organisation} AND submitted_at IS NOT NULL AND category > used.category)
    FROM used WHERE used.category IS NOT NULL
  )
  SELECT category FROM used
  WHERE category IS NOT NULL AND EXISTS (SELECT FROM proposals p WHERE ${visible} AND p.category = used.category)
  ORDER BY 1 LIMIT ${CATEGORIES_MAX}`;

@QueryHandler(Register)
export class RegisterHandler implements IQueryHandler<Register> {
  constructor(
    private readonly database: Database,
    private readonly authorities: Authorities,
  ) {}

  async execute({ actor, request }: Register): Promise<RegisterAnswer> {
    const reach = await this.authorities.reach(this.database, actor);
    const parameters: unknown[] = [];
    const bind: Bind = (value) => `$${parameters.push(value)}`;
    const organisation = bind(actor.organisationId);
    const visible = [
      `p.organisation_id = ${organisation}`,
      'p.submitted_at IS NOT NULL',
      `(${visibleTo(reach, bind, REGISTERED_FOR)} OR ${isSigner(actor.memberId, bind)})`,
      ...(request.sessionId ? [`p.session_id = ${bind(request.sessionId)}`] : []),
    ].join(' AND ');
    const ofCategories = [...parameters];
    const { limit } = request;
    const search = request.search?.trim();
    const searched = search ? [await contains(this.database, search, actor.organisationId, bind)] : [];
    const conditions = [visible, ...filtersOf(request, bind), ...searched].join(' AND ');
    const [found, named] = await Promise.all([
      // One more than asked for tells whether anything follows.
      this.database.query<RegisterItem>(
        `SELECT ${COLUMNS} ${FROM} WHERE ${conditions} ORDER BY p.submitted_at DESC, p.id DESC LIMIT ${bind(limit + 1)}`,
        parameters,
      ),
      this.database.query<{ category: string }>(categoriesIn(organisation, visible), ofCategories),
    ]);
    const items = found.slice(0, limit);
    return {
      items,
      next: found.length > limit ? (items.at(-1)?.id ?? null) : null,
      categories: named.map(({ category }) => category),
    };
  }
}

function filtersOf({ state, category, after }: RegisterRequest, bind: Bind): readonly string[] {
  return [
    ...(state ? [`p.state = ANY(${bind(state)})`] : []),
    ...(category ? [`p.category = ${bind(category)}`] : []),
    ...(after ? [`(p.submitted_at, p.id) < (SELECT l.submitted_at, l.id FROM proposals l WHERE l.id = ${bind(after)})`] : []),
  ];
}
