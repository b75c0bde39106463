import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { type PairCounts, type SoughtContent, pairsIn, weighedPairs } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { type Bind, WORDS, visibleTo } from '../access/visible.js';
import type { ExperiencedUnit, SimilarAnswer, SimilarMatter } from './similar.responses.js';

/** Earlier matters of all sessions that resemble one, as far as the actor may read them. */
export class SimilarMatters extends Query<SimilarAnswer> {
  constructor(
    readonly actor: Actor,
    readonly sought: SoughtContent,
    readonly except: string | null,
  ) {
    super();
  }
}

const SAMPLE = 300; // Of the latest subjects: enough to tell a common pair from a rare one.
const COMPARED_MAX = 40;
const SHOWN_MAX = 8;
const UNITS_MAX = 3;
const PAIRS_COUNTED_MAX = 400;
/** Of the best one's score: what shares less resembles nothing. */
const NEAR = 0.25;

const SAMPLED = `
  WITH latest AS MATERIALIZED (
    SELECT lower(subject) AS subject FROM proposals WHERE organisation_id = $1 AND submitted_at IS NOT NULL
    ORDER BY submitted_at DESC, id DESC LIMIT ${SAMPLE}
  )
  SELECT pair, count(latest.subject)::int AS holding, (SELECT count(*)::int FROM latest) AS subjects
  FROM unnest($2::text[]) AS asked (pair) LEFT JOIN latest ON strpos(latest.subject, pair) > 0 GROUP BY pair`;

const COLUMNS = `p.id, p.session_id AS "sessionId", s.title AS session, p.subject, p.state, p.track, p.docket_no AS "docketNo",
  p.submitted_at AS "submittedAt",
  CASE WHEN p.lead_unit_id IS NOT NULL THEN json_build_object('id', p.lead_unit_id, 'name', u.name) END AS "leadUnit",
  (SELECT r.result_category FROM handlings h JOIN replies r ON r.handling_id = h.id WHERE h.proposal_id = p.id
    ORDER BY r.replied_at DESC LIMIT 1) AS "resultCategory"`;

@QueryHandler(SimilarMatters)
export class SimilarMattersHandler implements IQueryHandler<SimilarMatters> {
  constructor(
    private readonly database: Database,
    private readonly authorities: Authorities,
  ) {}

  async execute({ actor, sought, except }: SimilarMatters): Promise<SimilarAnswer> {
    const pairs = weighedPairs(sought, await this.counts(actor.organisationId, sought));
    if (pairs.length === 0) return { items: [], units: [] };
    const reach = await this.authorities.reach(this.database, actor);
    const parameters: unknown[] = [];
    const bind: Bind = (value) => `$${parameters.push(value)}`;
    const found = [
      `p.organisation_id = ${bind(actor.organisationId)}`,
      `${WORDS} && ${bind(pairs.filter(({ finds }) => finds).map(({ pair }) => pair))}::text[]`,
      visibleTo(reach, bind),
      "p.state <> 'DRAFT'",
      ...(except ? [`p.id <> ${bind(except)}`] : []),
    ].join(' AND ');
    const weighed = `unnest(${bind(pairs.map(({ pair }) => pair))}::text[], ${bind(pairs.map(({ weight }) => weight))}::float8[])`;
    const near = await this.database.query<SimilarMatter>(
      `
        WITH weighed AS MATERIALIZED (SELECT * FROM ${weighed} AS given (pair, weight)), ranked AS MATERIALIZED (
          SELECT p.id, p.submitted_at, (SELECT sum(weight) FROM weighed WHERE strpos(said.subject, pair) > 0) AS score
          FROM proposals p CROSS JOIN LATERAL (SELECT lower(p.subject) AS subject OFFSET 0) AS said
          WHERE ${found} ORDER BY score DESC NULLS LAST, p.submitted_at DESC NULLS LAST, p.id LIMIT ${COMPARED_MAX}
        )
        SELECT ${COLUMNS} FROM ranked r JOIN proposals p ON p.id = r.id
        LEFT JOIN directory_sessions s ON s.id = p.session_id LEFT JOIN directory_units u ON u.id = p.lead_unit_id
        WHERE r.score >= ${NEAR} * (SELECT max(score) FROM ranked)
        ORDER BY r.score DESC, r.submitted_at DESC NULLS LAST, r.id`,
      parameters,
    );
    return { items: near.slice(0, SHOWN_MAX), units: unitsOf(near) };
  }

  /** How common the pairs are that could be compared by. */
  private async counts(organisationId: string, { subject, text }: SoughtContent): Promise<PairCounts> {
    const pairs = [...new Set([...pairsIn(subject), ...pairsIn(text)])].slice(0, PAIRS_COUNTED_MAX);
    const rows = await this.database.query<{ pair: string; holding: number; subjects: number }>(SAMPLED, [organisationId, pairs]);
    const holding = rows.filter((row) => row.holding > 0).map((row) => [row.pair, row.holding] as const);
    const subjects = rows[0]?.subjects ?? 0;
    return { subjects, isSample: subjects === SAMPLE, holding: new Map(holding) };
  }
}

/** Who led the most of these matters. */
function unitsOf(matters: readonly SimilarMatter[]): ExperiencedUnit[] {
  const counted = new Map<string, ExperiencedUnit>();
  for (const { leadUnit: unit } of matters) if (unit) counted.set(unit.id, { unit, matters: (counted.get(unit.id)?.matters ?? 0) + 1 });
  return [...counted.values()].sort((one, other) => other.matters - one.matters).slice(0, UNITS_MAX);
}
