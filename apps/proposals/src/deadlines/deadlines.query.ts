import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type CivilDate, civilDate, plusDays, type WorkingCalendar } from '@plenum/calendar';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities, type Reach } from '../access/authorities.js';
import type { Bind } from '../access/visible.js';
import { calendarOf } from '../storage/proposal.rows.js';
import type { DeadlinesRequest } from './deadlines.requests.js';
import type { CalendarDayAnswer, DeadlinesAnswer, OwedByDayAnswer } from './deadlines.responses.js';
import { owedIn, type Stretch } from './owed-by-day.js';

const SHOWN_MAX = 500;
const OVERDUE_MAX = 100;

/** What is owed on each day of a stretch, for the committee and those who oversee, or for a unit; with the days that are not worked. */
export class DeadlinesByDay extends Query<DeadlinesAnswer> {
  constructor(
    readonly actor: Actor,
    readonly request: DeadlinesRequest,
  ) {
    super();
  }
}

type Row = Omit<OwedByDayAnswer, 'overdue'> & { readonly id: string; readonly unitId: string | null };

@QueryHandler(DeadlinesByDay)
export class DeadlinesByDayHandler implements IQueryHandler<DeadlinesByDay> {
  constructor(
    private readonly database: Database,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** @throws `proposals.forbidden`, `calendar.year-not-covered` */
  async execute({ actor, request }: DeadlinesByDay): Promise<DeadlinesAnswer> {
    const reach = await this.authorities.reach(this.database, actor);
    if (isForNobody(request, reach)) throw AccessErrors.forbidden();
    const calendar = calendarOf(await this.directory.calendar(this.database, actor.organisationId));
    const today = calendar.dayOf(this.clock.now());
    const from = civilDate(request.from);
    const until = plusDays(from, request.days - 1);
    const days = daysOf(from, request.days, calendar);
    const read = async (stretch: Stretch, limit: number): Promise<readonly OwedByDayAnswer[]> => {
      const parameters: unknown[] = [];
      const bind: Bind = (value) => `$${parameters.push(value)}`;
      const sql = owedIn(stretch, { request, organisationId: actor.organisationId, reach, today, bind }, limit + 1);
      return (await this.database.query<Row>(sql, parameters)).map((row) => shown(row, today));
    };
    const [items, overdue] = await Promise.all([read({ from, until }, SHOWN_MAX), read('overdue', OVERDUE_MAX)]);
    return {
      today,
      days,
      items: items.slice(0, SHOWN_MAX),
      isMore: items.length > SHOWN_MAX,
      overdue: overdue.slice(0, OVERDUE_MAX),
      isMoreOverdue: overdue.length > OVERDUE_MAX,
    };
  }
}

/** Who has no deadlines of others to look after, and is of no unit. */
const isForNobody = ({ scope }: DeadlinesRequest, { offices, handles, inCharge }: Reach): boolean =>
  scope === 'board' ? offices.length === 0 : handles.length + inCharge.length === 0;

const daysOf = (from: CivilDate, days: number, calendar: WorkingCalendar): CalendarDayAnswer[] =>
  Array.from({ length: days }, (_, nth) => {
    const day = plusDays(from, nth);
    return { day, ...calendar.kindOf(day) };
  });

const shown = ({ id: _id, unitId: _unitId, ...row }: Row, today: CivilDate): OwedByDayAnswer => ({
  ...row,
  overdue: !row.isStopped && row.dueOn < today,
});
