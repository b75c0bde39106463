import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CivilDate } from '@plenum/calendar';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import { type BoxAuthority, opinionNumberText } from '@plenum/proposals-domain';
import { type Actor, likePattern, offsetOf } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { BoxAuthorities } from '../access/box-authorities.js';
import type { Bind } from '../access/visible.js';
import { calendarOf } from '../storage/proposal.rows.js';
import type { OpinionListRequest } from './opinions.requests.js';
import type { OpinionItem, OpinionListAnswer } from './opinions.responses.js';

/** A page of opinions: one's own, those in the box, or those of a unit of one's own; the latest first. */
export class OpinionList extends Query<OpinionListAnswer> {
  constructor(
    readonly actor: Actor,
    readonly request: OpinionListRequest,
  ) {
    super();
  }
}

const COUNTED_MAX = 1_000;

interface Row extends Omit<OpinionItem, 'number' | 'suggestedOn' | 'overdue'> {
  readonly year: number;
  readonly nth: number;
  readonly dueOn: CivilDate | null;
  readonly suggestedAt: Date;
}

const COLUMNS = `o.id, o.year, o.nth, o.subject, o.state, o.due_on AS "dueOn", o.suggested_at AS "suggestedAt",
  o.published IS NOT NULL AS "isPublished", o.version,
  CASE WHEN o.unit_id IS NOT NULL THEN
    json_build_object('id', o.unit_id, 'name', (SELECT u.name FROM directory_units u WHERE u.id = o.unit_id))
  END AS unit`;
const SUGGESTER = `json_build_object('id', o.suggester_id, 'name', (SELECT m.name FROM directory_members m WHERE m.id = o.suggester_id))`;
/** No query that is made for a unit names the column of the suggester. */
const NAMELESS = 'NULL::json';

@QueryHandler(OpinionList)
export class OpinionListHandler implements IQueryHandler<OpinionList> {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly authorities: BoxAuthorities,
  ) {}

  /** @throws `proposals.forbidden` where the view is not the reader's */
  async execute({ actor, request }: OpinionList): Promise<OpinionListAnswer> {
    const by = await this.authorities.of(this.database, actor);
    const calendar = calendarOf(await this.directory.calendar(this.database, actor.organisationId));
    const today = calendar.dayOf(this.clock.now());
    const parameters: unknown[] = [];
    const bind: Bind = (value) => `$${parameters.push(value)}`;
    const scope = scopeOf(by, request, bind);
    const conditions = [`o.organisation_id = ${bind(actor.organisationId)}`, scope, ...filtersOf(request, bind)].join(' AND ');
    const suggester = request.view === 'committee' && !by.isOfUnits ? SUGGESTER : NAMELESS;
    const [count] = await this.database.query<{ found: number }>(
      `SELECT count(*)::int AS found FROM (SELECT FROM opinions o WHERE ${conditions} LIMIT ${COUNTED_MAX + 1}) counted`,
      [...parameters],
    );
    const limit = Math.max(0, Math.min(request.pageSize, COUNTED_MAX - offsetOf(request)));
    const rows = await this.database.query<Row>(
      `SELECT ${COLUMNS}, ${suggester} AS suggester FROM opinions o WHERE ${conditions} ORDER BY o.suggested_at DESC, o.id
        LIMIT ${bind(limit)} OFFSET ${bind(offsetOf(request))}`,
      parameters,
    );
    const items = rows.map(({ year, nth, suggestedAt, ...row }): OpinionItem => ({
      ...row,
      number: opinionNumberText({ year, nth }),
      overdue: row.dueOn !== null && row.dueOn < today,
      suggestedOn: calendar.dayOf(suggestedAt),
    }));
    const found = count?.found ?? 0;
    return { items, total: Math.min(found, COUNTED_MAX), isMore: found > COUNTED_MAX, page: request.page, pageSize: request.pageSize };
  }
}

function scopeOf({ memberId, reviews, handles }: BoxAuthority, { view }: OpinionListRequest, bind: Bind): string {
  if (view === 'own') return `o.suggester_id = ${bind(memberId)}`;
  if (view === 'committee' ? !reviews : handles.length === 0) throw AccessErrors.forbidden();
  if (view === 'committee') return 'true';
  return `o.id IN (SELECT s.opinion_id FROM opinion_steps s WHERE s.kind = 'DECISION' AND s.unit_id = ANY(${bind(handles)}::uuid[]))`;
}

function filtersOf({ state, search }: OpinionListRequest, bind: Bind): readonly string[] {
  const sought = search?.trim();
  const pattern = sought ? bind(likePattern(sought)) : '';
  return [
    ...(state ? [`o.state = ANY(${bind(state)})`] : []),
    ...(sought
      ? [`(o.subject ILIKE ${pattern} OR o.said ILIKE ${pattern} OR o.year || '-' || lpad(o.nth::text, 3, '0') = ${bind(sought)})`]
      : []),
  ];
}
