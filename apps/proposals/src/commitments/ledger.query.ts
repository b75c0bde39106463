import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CivilDate } from '@plenum/calendar';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import { type Actor, offsetOf } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import type { Bind } from '../access/visible.js';
import { calendarOf } from '../storage/proposal.rows.js';
import type { LedgerRequest } from './commitments.requests.js';
import type { CommitmentItem, LedgerAnswer } from './commitments.responses.js';
import { seenOnLedger } from './ledger-scope.js';

/** A page of the ledger of commitments (承诺事项台账), of what the actor may see, by date. */
export class Ledger extends Query<LedgerAnswer> {
  constructor(
    readonly actor: Actor,
    readonly request: LedgerRequest,
  ) {
    super();
  }
}

const COUNTED_MAX = 1_000;
const FROM = 'FROM commitments k JOIN proposals p ON p.id = k.proposal_id';
const IS_OWED = "k.state IN ('OPEN', 'REPORTED')";
const COLUMNS = (today: string) => `k.id, json_build_object('id', p.id, 'subject', p.subject, 'docketNo', p.docket_no) AS proposal,
  k.session_id AS "sessionId",
  json_build_object('id', k.unit_id, 'name', (SELECT u.name FROM directory_units u WHERE u.id = k.unit_id)) AS unit,
  k.promise, k.first_due_on AS "firstDueOn", k.due_on AS "dueOn", (${IS_OWED} AND k.due_on < ${today}) AS overdue, k.origin, k.state,
  (SELECT count(*)::int FROM commitment_steps s WHERE s.commitment_id = k.id AND s.settlement = 'CARRIED'
    AND s.kind IN ('ACCEPTANCE', 'CARRY')) AS carried,
  k.made_at AS "madeAt", k.version`;

@QueryHandler(Ledger)
export class LedgerHandler implements IQueryHandler<Ledger> {
  constructor(
    private readonly database: Database,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, request }: Ledger): Promise<LedgerAnswer> {
    const reach = await this.authorities.reach(this.database, actor);
    const today = calendarOf(await this.directory.calendar(this.database, actor.organisationId)).dayOf(this.clock.now());
    const parameters: unknown[] = [];
    const bind: Bind = (value) => `$${parameters.push(value)}`;
    const conditions = [
      `k.organisation_id = ${bind(actor.organisationId)}`,
      seenOnLedger(reach, bind),
      ...filtersOf(request, bind, today),
    ].join(' AND ');
    const counting = this.database.query<{ found: number }>(
      `SELECT count(*)::int AS found FROM (SELECT ${FROM} WHERE ${conditions} LIMIT ${COUNTED_MAX + 1}) counted`,
      [...parameters],
    );
    const { page, pageSize } = request;
    const paged = `SELECT ${COLUMNS(bind(today))} ${FROM} WHERE ${conditions} ORDER BY k.due_on, k.id
      LIMIT ${bind(Math.min(pageSize, COUNTED_MAX - offsetOf(request)))} OFFSET ${bind(offsetOf(request))}`;
    const isCounted = offsetOf(request) < COUNTED_MAX;
    const [[count], items] = await Promise.all([counting, isCounted ? this.database.query<CommitmentItem>(paged, parameters) : []]);
    const found = count?.found ?? 0;
    return { items, total: Math.min(found, COUNTED_MAX), isMore: found > COUNTED_MAX, page, pageSize };
  }
}

function filtersOf({ unitId, sessionId, state, overdue }: LedgerRequest, bind: Bind, today: CivilDate): readonly string[] {
  return [
    ...(unitId ? [`k.unit_id = ${bind(unitId)}`] : []),
    ...(sessionId ? [`k.session_id = ${bind(sessionId)}`] : []),
    ...(state ? [`k.state = ANY(${bind(state)})`] : []),
    ...(overdue === true ? [`(${IS_OWED} AND k.due_on < ${bind(today)})`] : []),
    ...(overdue === false ? [`NOT (${IS_OWED} AND k.due_on < ${bind(today)})`] : []),
  ];
}
