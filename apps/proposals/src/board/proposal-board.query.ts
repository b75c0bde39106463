import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CivilDate } from '@plenum/calendar';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import type { Reader } from '@plenum/proposals-domain';
import { type Actor, offsetOf } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { type Reach, Authorities } from '../access/authorities.js';
import { calendarOf } from '../storage/proposal.rows.js';
import type { BoardRequest } from './board.requests.js';
import type { ProposalListAnswer, ProposalListItem } from './board.responses.js';
import { statusColumn, type StatusRow, wordHolds, worded } from './status.js';
import { type Bind, contains, handledBy, isAsked, isSigner, visibleTo } from '../access/visible.js';

/** A page of proposals, of those that the actor may see in the scope they ask for. */
export class ProposalBoard extends Query<ProposalListAnswer> {
  constructor(
    readonly actor: Actor,
    readonly request: BoardRequest,
  ) {
    super();
  }
}

type Row = Omit<ProposalListItem, 'words'> & StatusRow;

const ON_THE_BOARD: readonly Reader[] = ['committee', 'presidium', 'oversight', 'seat', 'later-seat'];

const COUNTED_MAX = 1_000; // Who leafs through more than that searches instead, and a count of everything is a look at everything.

/** What a query does not ask of these it does not join. */
const FROM_PROPOSALS = `FROM proposals p LEFT JOIN calls c ON c.id = p.call_id LEFT JOIN directory_members m ON m.id = p.lead_proposer_id`;

/** A reply is owed and its day is past, while its clock runs. */
const overdueOn = (today: string): string => `EXISTS (SELECT FROM deadlines d WHERE d.proposal_id = p.id AND d.matter = 'reply'
  AND d.met_at IS NULL AND NOT d.is_stopped AND d.due_on < ${today})`;
const IS_KEY = "EXISTS (SELECT FROM supervisions v WHERE v.id = p.id AND v.state = 'KEY')";

/** Only rows of the page are looked at for names of units and for their signatures. */
const COLUMNS = (today: string, invited: string) => `p.id, p.session_id AS "sessionId", p.call_id AS "callId",
  p.subject, p.category, p.state, p.track, p.docket_no AS "docketNo",
  json_build_object('id', p.lead_proposer_id, 'name', m.name) AS "leadProposer",
  (SELECT count(*)::int FROM signatures s WHERE s.proposal_id = p.id AND s.state = 'SIGNED') AS seconders, ${invited} AS invited,
  p.created_at AS "createdAt", p.submitted_at AS "submittedAt", p.late,
  CASE WHEN p.lead_unit_id IS NOT NULL THEN
    json_build_object('id', p.lead_unit_id, 'name', (SELECT u.name FROM directory_units u WHERE u.id = p.lead_unit_id))
  END AS "leadUnit",
  p.version, p.due_on AS "dueOn", ${overdueOn(today)} AS overdue,
  ${IS_KEY} AS key`;

const SUBMITTED = 'p.submitted_at DESC, p.id DESC';
/** As the indexes have them, where all that is listed was submitted. */
const ORDERS = {
  submitted: SUBMITTED,
  created: 'p.created_at DESC, p.id',
  due: 'p.due_on, p.id',
  docket: 'length(p.docket_no), p.docket_no, p.id',
  overdue: `p.awaited_on, ${SUBMITTED}`,
} as const;
const USUAL_ORDER = { mine: 'created', 'to-second': 'created', 'to-endorse': 'created', board: 'submitted', unit: 'due' } as const;

/** Where drafts are among them, what was not submitted comes last. */
function orderOf({ scope, sort = USUAL_ORDER[scope] }: BoardRequest): string {
  const isAllSubmitted = scope === 'board' || scope === 'unit';
  return isAllSubmitted ? ORDERS[sort] : ORDERS[sort].replace('submitted_at DESC', 'submitted_at DESC NULLS LAST');
}

@QueryHandler(ProposalBoard)
export class ProposalBoardHandler implements IQueryHandler<ProposalBoard> {
  constructor(
    private readonly database: Database,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, request }: ProposalBoard): Promise<ProposalListAnswer> {
    const reach = await this.authorities.reach(this.database, actor);
    const now = this.clock.now();
    const today = calendarOf(await this.directory.calendar(this.database, actor.organisationId)).dayOf(now);
    const parameters: unknown[] = [];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const search = request.search?.trim();
    const conditions = [
      `p.organisation_id = ${bind(actor.organisationId)}`,
      ...scopeOf(request, reach, bind, now),
      ...filtersOf(request, bind, today),
      ...supervisedOf(request, reach, bind),
      ...(request.word ? [wordHolds(request.word, reach, bind, today)] : []),
      ...(search ? [await contains(this.database, search, actor.organisationId, bind)] : []),
    ];
    const counting = this.database.query<{ found: number }>(
      `SELECT count(*)::int AS found FROM (SELECT FROM proposals p LEFT JOIN calls c ON c.id = p.call_id
        WHERE ${conditions.join(' AND ')} LIMIT ${COUNTED_MAX + 1}) counted`,
      [...parameters],
    );
    const columns = `${COLUMNS(bind(today), isAsked(actor.memberId, bind, 'INVITED'))}, ${statusColumn(reach, bind)}`;
    const paged = `
      SELECT ${columns} ${FROM_PROPOSALS} WHERE ${conditions.join(' AND ')}
      ORDER BY ${orderOf(request)}
      LIMIT ${bind(Math.min(request.pageSize, COUNTED_MAX - offsetOf(request)))} OFFSET ${bind(offsetOf(request))}
    `;
    const isCounted = offsetOf(request) < COUNTED_MAX;
    const [[count], rows] = await Promise.all([counting, isCounted ? this.database.query<Row>(paged, parameters) : []]);
    const items = rows.map((row) => worded(row, today));
    const found = count?.found ?? 0;
    if (found === 0 && request.scope === 'board' && isForNobody(reach)) throw AccessErrors.forbidden();
    const { page, pageSize } = request;
    return { items, total: Math.min(found, COUNTED_MAX), isMore: found > COUNTED_MAX, page, pageSize };
  }
}

/** An empty board means nothing to a committee, and "not for you" to who has neither office nor seat. */
const isForNobody = ({ offices, seats }: Reach): boolean => offices.length === 0 && seats.length === 0;

/** What each scope shows, always less than `maySee` of the domain would. */
function scopeOf({ scope }: BoardRequest, reach: Reach, bind: Bind, now: Date): readonly string[] {
  const { memberId, seats, heads, handles, inCharge } = reach;
  switch (scope) {
    case 'mine':
      return [isSigner(memberId, bind)];
    case 'to-second': {
      const [me, at] = [bind(memberId), bind(now)];
      const sits = `EXISTS (SELECT 1 FROM directory_seats s WHERE s.session_id = p.session_id AND s.member_id = ${me} AND s.seated
        AND s.kind = 'DELEGATE')`;
      const volunteer = `p.confidential IS NULL AND p.state = 'SECONDING' AND p.session_id = ANY(${bind(seats)}::uuid[]) AND NOT ${isAsked(memberId, bind)} AND ${sits}`;
      return [
        // A returned one may be seconded after the window, too.
        `(p.state = 'RETURNED' OR (p.state = 'SECONDING' AND c.closes_at > ${at}))`,
        `p.lead_proposer_id <> ${me}`,
        `(${isAsked(memberId, bind, 'INVITED')} OR (${volunteer}))`,
      ];
    }
    case 'to-endorse':
      return [`p.state = 'ENDORSING'`, `p.endorsement ->> 'delegationId' = ANY(${bind(heads)}::text[])`];
    case 'unit': {
      if (handles.length + inCharge.length === 0) throw AccessErrors.forbidden();
      return [handledBy([...handles, ...inCharge], bind)];
    }
    case 'board':
      return ['p.submitted_at IS NOT NULL', visibleTo(reach, bind, ON_THE_BOARD)];
  }
}

/** Key matters, and those of which the reader is case owner. */
function supervisedOf({ key, ownCases }: BoardRequest, { memberId }: Reach, bind: Bind): readonly string[] {
  return [
    ...(key ? [IS_KEY] : []),
    ...(ownCases ? [`EXISTS (SELECT FROM supervisions v WHERE v.id = p.id AND v.case_owner_id = ${bind(memberId)})`] : []),
  ];
}

function filtersOf({ sessionId, state, track, category, unitId, overdue }: BoardRequest, bind: Bind, today: CivilDate): readonly string[] {
  const conditions: string[] = [];
  if (sessionId) conditions.push(`p.session_id = ${bind(sessionId)}`);
  if (state) conditions.push(`p.state = ANY(${bind(state)})`);
  if (track) conditions.push(`p.track = ${bind(track)}`);
  if (category) conditions.push(`p.category = ${bind(category)}`);
  if (unitId) conditions.push(handledBy([unitId], bind));
  if (overdue !== undefined) conditions.push(`${overdue ? '' : 'NOT '}${overdueOn(bind(today))}`);
  return conditions;
}
