import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { SHOWN_FROM, type WithheldField } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { StorageErrors } from '../storage/storage.errors.js';
import type { PublishedMatterAnswer, PublishedMatterItem, PublishedReplyAnswer } from './publication.responses.js';
import { PUBLISHED, PUBLISHED_COLUMNS } from './published-sql.js';

/** One published matter, without what is kept back; for every member of the organisation. */
export class PublishedMatter extends Query<PublishedMatterAnswer> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
  ) {
    super();
  }
}

interface Row extends PublishedMatterItem {
  readonly withheld: readonly WithheldField[];
  readonly grounds: string;
  readonly measures: string;
  readonly proposer: PublishedMatterAnswer['proposer'];
  readonly seconders: number;
}

const ONE = `SELECT ${PUBLISHED_COLUMNS}, b.withheld, p.grounds, p.measures,
  json_build_object('id', p.lead_proposer_id, 'name', (SELECT m.name FROM directory_members m WHERE m.id = p.lead_proposer_id)) AS proposer,
  (SELECT count(*)::int FROM signatures s WHERE s.proposal_id = p.id AND s.state = 'SIGNED') AS seconders
  FROM ${PUBLISHED} AND p.id = $2`;
const REPLIES = `SELECT
  json_build_object('id', h.lead_unit_id, 'name', (SELECT u.name FROM directory_units u WHERE u.id = h.lead_unit_id)) AS unit,
  r.text, r.result_category AS "resultCategory", r.replied_at AS at
  FROM handlings h JOIN LATERAL (SELECT * FROM replies r WHERE r.handling_id = h.id ORDER BY r.round DESC LIMIT 1) r ON true
  WHERE h.proposal_id = $1 ORDER BY r.replied_at, h.id`;

@QueryHandler(PublishedMatter)
export class PublishedMatterHandler implements IQueryHandler<PublishedMatter> {
  constructor(private readonly database: Database) {}

  /** @throws `proposals.not-found` where it is not published */
  async execute({ actor, proposalId }: PublishedMatter): Promise<PublishedMatterAnswer> {
    const [row] = await this.database.query<Row>(ONE, [actor.organisationId, proposalId]);
    if (!row) throw StorageErrors.notFound('proposal', proposalId);
    const { withheld, grounds, measures, proposer, seconders, ...item } = row;
    const unless = <T>(field: WithheldField, value: T): T | null => (withheld.includes(field) ? null : value);
    return {
      ...item,
      proposer: unless('proposer', proposer),
      seconders: seconders < SHOWN_FROM ? null : seconders,
      grounds: unless('grounds', grounds),
      measures: unless('measures', measures),
      replies: await this.database.query<PublishedReplyAnswer>(REPLIES, [proposalId]),
    };
  }
}
