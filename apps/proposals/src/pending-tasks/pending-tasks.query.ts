import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type CivilDate, type WorkingCalendar } from '@plenum/calendar';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { type Reach, Authorities } from '../access/authorities.js';
import { calendarOf } from '../storage/proposal.rows.js';
import { type Duty, dutiesOf } from './duties.js';
import { OpinionTasks } from './opinion-tasks.js';
import type { PendingTasksAnswer, PendingTaskAnswer, PendingTaskMatter } from './pending-tasks.responses.js';

/** What every proposal of the organisation asks of the actor now. */
export class PendingTasksOfMember extends Query<PendingTasksAnswer> {
  constructor(readonly actor: Actor) {
    super();
  }
}

const COUNTED_MAX = 1_000; // A number beside a heading; counting further tells nobody more.
const FROM_PROPOSALS = 'proposals p LEFT JOIN calls c ON c.id = p.call_id';
const SHOWN_MAX = 20; // Of each kind: more is a list, not a page to come home to.

interface OwedRow {
  readonly matter: PendingTaskMatter;
  readonly proposalId: string;
  readonly subject: string;
  readonly docketNo: string | null;
  readonly leadProposer: PendingTaskAnswer['leadProposer'];
  /** The last day, or the instant itself where a window closes. */
  readonly dueOn: CivilDate | null;
  readonly dueAt: Date | null;
  readonly total: number;
}

@QueryHandler(PendingTasksOfMember)
export class PendingTasksHandler implements IQueryHandler<PendingTasksOfMember> {
  constructor(
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly opinionTasks: OpinionTasks,
  ) {}

  async execute({ actor }: PendingTasksOfMember): Promise<PendingTasksAnswer> {
    const reach = await this.authorities.reach(this.database, actor);
    const calendar = calendarOf(await this.directory.calendar(this.database, actor.organisationId));
    const [rows, opinions] = await Promise.all([this.rowsOf(actor, reach, calendar), this.opinionTasks.of(actor, calendar)]);
    const items = rows.map(({ dueOn, dueAt, total: _total, ...row }): PendingTaskAnswer => {
      const at = dueAt ?? (dueOn === null ? null : calendar.endOf(dueOn));
      return { ...row, dueAt: at?.toISOString() ?? null };
    });
    const counts = new Map(rows.map(({ matter, total }) => [matter, total]));
    return { items: items.sort(byDeadline), counts: [...counts].map(([matter, total]) => ({ matter, total })), opinions };
  }

  private rowsOf(actor: Actor, reach: Reach, calendar: WorkingCalendar): Promise<OwedRow[]> {
    const parameters: unknown[] = [];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const now = this.clock.now();
    const organisation = bind(actor.organisationId);
    const duties = dutiesOf(reach, { bind, organisation, now, today: calendar.dayOf(now) });
    return this.database.query<OwedRow>(duties.map(rowsOfDuty).join(' UNION ALL '), parameters);
  }
}

/** Counts so far as anybody wants to know, and looks up names for what is shown alone. */
const rowsOfDuty = ({ matter, dueOn, dueAt, ways, urgency, from = FROM_PROPOSALS }: Duty): string => `(
  SELECT '${matter}' AS matter, p.id AS "proposalId", p.subject, p.docket_no AS "docketNo",
    json_build_object('id', p.lead_proposer_id, 'name', (SELECT m.name FROM directory_members m WHERE m.id = p.lead_proposer_id))
      AS "leadProposer", p."dueOn", p."dueAt", p.total
  FROM (
    SELECT owed.*, least(count(*) OVER (), ${COUNTED_MAX})::int AS total FROM (${ways
      .map(
        (way) => `(
        SELECT p.id, p.subject, p.docket_no, p.lead_proposer_id, ${urgency} AS urgency, ${dueOn} AS "dueOn", ${dueAt} AS "dueAt"
        FROM ${from} WHERE ${way} ORDER BY ${urgency}, p.id LIMIT ${COUNTED_MAX}
      )`,
      )
      .join(' UNION ALL ')}) owed ORDER BY urgency, id LIMIT ${SHOWN_MAX}
  ) p
)`;

const LAST = '9999';
const byDeadline = (one: PendingTaskAnswer, other: PendingTaskAnswer): number => (one.dueAt ?? LAST).localeCompare(other.dueAt ?? LAST);
