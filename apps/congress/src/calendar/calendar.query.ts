import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { CalendarRepository } from '../storage/calendar.repository.js';
import type { CalendarResponse } from './calendar.responses.js';

/** The calendar of the actor's organisation. */
@Injectable()
export class CalendarQuery {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
  ) {}

  async of({ organisationId }: Actor): Promise<CalendarResponse> {
    const { zone, daysOff, workingDays, version } = await this.calendars.of(this.database, organisationId);
    return { zone, daysOff: [...daysOff], workingDays: [...workingDays], version };
  }
}
