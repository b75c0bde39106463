import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type CivilDate, type DueDate, type DueRule, dueDate } from '@plenum/calendar';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { type CalendarRow, toCalendar } from '../storage/proposal.rows.js';

/** The day that a due rule leads to, in the calendar of the organisation: shown before anybody adopts the rule. */
export class CountedDueDate extends Query<DueDate> {
  constructor(
    readonly actor: Actor,
    readonly rule: DueRule,
    /** The day of the assignment or reply; today where nobody said. */
    readonly from: CivilDate | null,
  ) {
    super();
  }
}

@QueryHandler(CountedDueDate)
export class CountedDueDateHandler implements IQueryHandler<CountedDueDate> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws what the calendar refuses */
  async execute({ actor, rule, from }: CountedDueDate): Promise<DueDate> {
    const rows = await this.database.query<CalendarRow>(
      'SELECT zone, days_off, working_days FROM directory_calendars WHERE organisation_id = $1',
      [actor.organisationId],
    );
    const calendar = toCalendar(rows[0] ?? { zone: null, days_off: null, working_days: null });
    return dueDate(rule, from ?? calendar.dayOf(this.clock.now()), calendar);
  }
}
