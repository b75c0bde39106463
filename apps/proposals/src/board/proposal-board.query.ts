import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { type Actor, offsetOf } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import type { BoardRequest } from './board.requests.js';
import type { ProposalListAnswer, ProposalListItem } from './board.responses.js';
import { type Bind, contains, isSigner, seated, signature, submittedFor } from './visible.js';

/** A page of proposals, of those that the actor may see in the scope they ask for. */
export class ProposalBoard extends Query<ProposalListAnswer> {
  constructor(
    readonly actor: Actor,
    readonly request: BoardRequest,
  ) {
    super();
  }
}

type Offices = Awaited<ReturnType<Authorities['offices']>>;

const FROM_PROPOSALS = `FROM proposals p JOIN calls c ON c.id = p.call_id
  LEFT JOIN directory_calendars k ON k.organisation_id = p.organisation_id
  LEFT JOIN directory_members m ON m.id = p.lead_proposer_id`;

const AWAITED = "p.state IN ('ASSIGNED', 'IN_PROGRESS')";
const OVERDUE = (now: string) =>
  `(${AWAITED} AND p.due_on < to_char(${now}::timestamptz AT TIME ZONE coalesce(k.zone, 'Asia/Shanghai'), 'YYYY-MM-DD'))`;

/** Only rows of the page are looked at for names of units and for their signatures. */
const COLUMNS = (now: string, invited: string) => `p.id, p.session_id AS "sessionId", p.call_id AS "callId",
  p.subject, p.category, p.state, p.track, p.docket_no AS "docketNo",
  json_build_object('id', p.lead_proposer_id, 'name', m.name) AS "leadProposer",
  jsonb_array_length(jsonb_path_query_array(p.signatures, '$[*] ? (@.state == "SIGNED")')) AS seconders,
  p.signatures @> ${invited} AS invited,
  p.created_at AS "createdAt", p.submitted_at AS "submittedAt", p.late,
  CASE WHEN p.lead_unit_id IS NOT NULL THEN
    json_build_object('id', p.lead_unit_id, 'name', (SELECT u.name FROM directory_units u WHERE u.id = p.lead_unit_id))
  END AS "leadUnit",
  p.due_on AS "dueOn", ${OVERDUE(now)} AS overdue`;

const ORDERS = {
  submitted: 'p.submitted_at DESC NULLS LAST, p.id',
  created: 'p.created_at DESC, p.id',
  due: 'p.due_on NULLS LAST, p.id',
  docket: 'length(p.docket_no) NULLS LAST, p.docket_no, p.id',
  overdue: `CASE WHEN ${AWAITED} THEN p.due_on END NULLS LAST, p.submitted_at DESC NULLS LAST, p.id`,
} as const;
const USUAL_ORDER = { mine: 'created', 'to-second': 'created', board: 'submitted', unit: 'due' } as const;

@QueryHandler(ProposalBoard)
export class ProposalBoardHandler implements IQueryHandler<ProposalBoard> {
  constructor(
    private readonly database: Database,
    private readonly standings: Authorities,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, request }: ProposalBoard): Promise<ProposalListAnswer> {
    const offices = await this.standings.offices(this.database, actor);
    const parameters: unknown[] = [];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const conditions = [
      `p.organisation_id = ${bind(actor.organisationId)}`,
      ...scopeOf(actor, request, offices, bind, this.clock.now()),
      ...filtersOf(request, bind, this.clock.now()),
    ];
    const matching = `${FROM_PROPOSALS} WHERE ${conditions.join(' AND ')}`;
    const counting = this.database.query<{ total: number }>(`SELECT count(*)::int AS total ${matching}`, [...parameters]);
    const columns = COLUMNS(bind(this.clock.now()), bind(signature(actor.memberId, 'INVITED')));
    const sort = request.sort ?? USUAL_ORDER[request.scope];
    const paged = `
      SELECT ${columns} ${matching}
      ORDER BY ${ORDERS[sort]}
      LIMIT ${bind(request.pageSize)} OFFSET ${bind(offsetOf(request))}
    `;
    const [[count], items] = await Promise.all([counting, this.database.query<ProposalListItem>(paged, parameters)]);
    const total = count?.total ?? 0;
    if (total === 0 && request.scope === 'board') await this.assertMaySeeBoard(actor, offices);
    return { items, total, page: request.page, pageSize: request.pageSize };
  }

  /** An empty board means nothing to a committee, and "not for you" to who has neither office nor seat. */
  private async assertMaySeeBoard({ memberId, organisationId }: Actor, { seesSubmitted }: Offices): Promise<void> {
    if (seesSubmitted.length > 0) return;
    const seats = await this.database.query(
      'SELECT 1 FROM directory_seats WHERE member_id = $1 AND organisation_id = $2 AND seated LIMIT 1',
      [memberId, organisationId],
    );
    if (seats.length === 0) throw AccessErrors.forbidden();
  }
}

/** What each scope shows: the same rules as `maySee` of the domain, for many rows at once. */
function scopeOf(
  { memberId }: Actor,
  { scope }: BoardRequest,
  { handles, seesSubmitted }: Offices,
  bind: Bind,
  now: Date,
): readonly string[] {
  switch (scope) {
    case 'mine':
      return [isSigner(memberId, bind)];
    case 'to-second': {
      const [me, invited, known] = [bind(memberId), bind(signature(memberId, 'INVITED')), bind(signature(memberId))];
      const volunteer = `p.state = 'SECONDING' AND NOT p.signatures @> ${known} AND ${seated(me, "s.kind = 'DELEGATE'")}`;
      return [
        `p.state IN ('SECONDING', 'RETURNED')`,
        `c.closes_at > ${bind(now)}`,
        `p.lead_proposer_id <> ${me}`,
        `(p.signatures @> ${invited} OR (${volunteer}))`,
      ];
    }
    case 'unit': {
      if (handles.length === 0) throw AccessErrors.forbidden();
      const units = bind(handles);
      return [`(p.lead_unit_id = ANY(${units}::uuid[]) OR p.assignment -> 'assistingUnitIds' ?| ${units}::text[])`];
    }
    case 'board':
      return ['p.submitted_at IS NOT NULL', submittedFor(memberId, seesSubmitted, bind)];
  }
}

function filtersOf({ sessionId, state, track, category, unitId, overdue, search }: BoardRequest, bind: Bind, now: Date): readonly string[] {
  const conditions: string[] = [];
  if (sessionId) conditions.push(`p.session_id = ${bind(sessionId)}`);
  if (state) conditions.push(`p.state = ANY(${bind(state)})`);
  if (track) conditions.push(`p.track = ${bind(track)}`);
  if (category) conditions.push(`p.category = ${bind(category)}`);
  if (unitId) {
    const unit = bind(unitId);
    conditions.push(`(p.lead_unit_id = ${unit}::uuid OR p.assignment -> 'assistingUnitIds' ? ${unit}::text)`);
  }
  if (overdue !== undefined) conditions.push(`${overdue ? '' : 'NOT '}coalesce(${OVERDUE(bind(now))}, false)`);
  if (search?.trim()) conditions.push(contains(search.trim(), bind));
  return conditions;
}
