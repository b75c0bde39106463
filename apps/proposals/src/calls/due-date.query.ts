import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type CivilDate, type DueDate, type DueRule, dueDate } from '@plenum/calendar';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { calendarOf } from '../storage/proposal.rows.js';

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
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** @throws what the calendar refuses */
  async execute({ actor, rule, from }: CountedDueDate): Promise<DueDate> {
    const calendar = calendarOf(await this.directory.calendar(this.database, actor.organisationId));
    return dueDate(rule, from ?? calendar.dayOf(this.clock.now()), calendar);
  }
}
