import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { type Actor, likePattern, offsetOf } from '@plenum/service-kit';
import type { Bind } from '../access/visible.js';
import type { PublishedMattersRequest } from './publication.requests.js';
import type { PublishedMatterItem, PublishedMattersAnswer } from './publication.responses.js';
import { PUBLISHED, PUBLISHED_COLUMNS } from './published-sql.js';

/** A page of what is published, for every member of the organisation; the latest first. */
export class PublishedMatters extends Query<PublishedMattersAnswer> {
  constructor(
    readonly actor: Actor,
    readonly request: PublishedMattersRequest,
  ) {
    super();
  }
}

const COUNTED_MAX = 1_000;
/** The last reply of each unit. */
const LAST_REPLIES = `SELECT FROM handlings h JOIN LATERAL (
  SELECT r.text FROM replies r WHERE r.handling_id = h.id ORDER BY r.round DESC LIMIT 1) r ON true WHERE h.proposal_id = p.id`;

@QueryHandler(PublishedMatters)
export class PublishedMattersHandler implements IQueryHandler<PublishedMatters> {
  constructor(private readonly database: Database) {}

  async execute({ actor, request }: PublishedMatters): Promise<PublishedMattersAnswer> {
    const parameters: unknown[] = [actor.organisationId];
    const bind: Bind = (value) => `$${parameters.push(value)}`;
    const from = [`FROM ${PUBLISHED}`, ...filtersOf(request, bind)].join(' AND ');
    const [count] = await this.database.query<{ found: number }>(
      `SELECT count(*)::int AS found FROM (SELECT ${from} LIMIT ${COUNTED_MAX}) counted`,
      [...parameters],
    );
    const limit = Math.max(0, Math.min(request.pageSize, COUNTED_MAX - offsetOf(request)));
    const items = await this.database.query<PublishedMatterItem>(
      `SELECT ${PUBLISHED_COLUMNS} ${from} ORDER BY b.published_at DESC, p.id LIMIT ${bind(limit)} OFFSET ${bind(offsetOf(request))}`,
      parameters,
    );
    return { items, total: count?.found ?? 0, page: request.page, pageSize: request.pageSize };
  }
}

/** What is kept back is not found by its words either. */
function filtersOf({ search, sessionId, unitId, category }: PublishedMattersRequest, bind: Bind): readonly string[] {
  const sought = search?.trim();
  const pattern = sought ? bind(likePattern(sought)) : '';
  const found = [
    `p.subject ILIKE ${pattern}`,
    `p.docket_no ILIKE ${pattern}`,
    `(p.grounds ILIKE ${pattern} AND NOT 'grounds' = ANY(b.withheld))`,
    `(p.measures ILIKE ${pattern} AND NOT 'measures' = ANY(b.withheld))`,
    `EXISTS (${LAST_REPLIES} AND r.text ILIKE ${pattern})`,
  ];
  return [
    ...(sought ? [`(${found.join(' OR ')})`] : []),
    ...(sessionId ? [`p.session_id = ${bind(sessionId)}`] : []),
    ...(unitId ? [`EXISTS (SELECT FROM handlings h WHERE h.proposal_id = p.id AND h.lead_unit_id = ${bind(unitId)})`] : []),
    ...(category ? [`p.category = ${bind(category)}`] : []),
  ];
}
