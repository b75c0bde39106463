import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { CalendarRepository } from './calendar.repository.js';
import type { CalendarResponse } from './calendar.responses.js';

/** The calendar of the actor's organisation. */
export class OrganisationCalendar extends Query<CalendarResponse> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@QueryHandler(OrganisationCalendar)
export class OrganisationCalendarHandler implements IQueryHandler<OrganisationCalendar> {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
  ) {}

  async execute({ actor: { organisationId } }: OrganisationCalendar): Promise<CalendarResponse> {
    const { zone, daysOff, workingDays, version } = await this.calendars.find(this.database, organisationId);
    return { zone, daysOff: [...daysOff], workingDays: [...workingDays], version };
  }
}
