import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { type Actor, likePattern, offsetOf } from '@plenum/service-kit';
import type { PublishedOpinionsRequest } from './opinions.requests.js';
import type { PublishedOpinionItem, PublishedOpinionsAnswer } from './opinions.responses.js';

/** What was asked and answered, and hints for proposals, in the words that the committee published; for every member. */
export class PublishedOpinions extends Query<PublishedOpinionsAnswer> {
  constructor(
    readonly actor: Actor,
    readonly request: PublishedOpinionsRequest,
  ) {
    super();
  }
}

const COUNTED_MAX = 1_000;
const FROM = `FROM opinions o WHERE o.organisation_id = $1 AND o.published IS NOT NULL
  AND ($2::text IS NULL OR o.published ->> 'subject' ILIKE $2 OR o.published ->> 'text' ILIKE $2 OR o.published ->> 'reply' ILIKE $2)`;

@QueryHandler(PublishedOpinions)
export class PublishedOpinionsHandler implements IQueryHandler<PublishedOpinions> {
  constructor(private readonly database: Database) {}

  async execute({ actor, request }: PublishedOpinions): Promise<PublishedOpinionsAnswer> {
    const sought = request.search?.trim();
    const parameters = [actor.organisationId, sought ? likePattern(sought) : null];
    const [count] = await this.database.query<{ found: number }>(
      `SELECT count(*)::int AS found FROM (SELECT ${FROM} LIMIT ${COUNTED_MAX}) counted`,
      parameters,
    );
    const limit = Math.max(0, Math.min(request.pageSize, COUNTED_MAX - offsetOf(request)));
    const items = await this.database.query<PublishedOpinionItem>(
      `SELECT o.id, o.published ->> 'subject' AS subject, o.published ->> 'text' AS text, o.published ->> 'reply' AS reply,
          o.published_at AS at
        ${FROM} ORDER BY o.published_at DESC, o.id LIMIT $3 OFFSET $4`,
      [...parameters, limit, offsetOf(request)],
    );
    return { items, total: count?.found ?? 0, page: request.page, pageSize: request.pageSize };
  }
}
