import { Injectable } from '@nestjs/common';
import { WorkingCalendar } from '@plenum/calendar';
import type { Queryable } from '@plenum/database';
import { Directory } from '@plenum/directory';

/** The calendars by which periods of ballots are counted, as the congress service last told of them. */
@Injectable()
export class Calendars {
  constructor(private readonly directory: Directory) {}

  /** The public calendar with what the organisation changes in it. */
  async calendarOf(from: Queryable, organisationId: string): Promise<WorkingCalendar> {
    return new WorkingCalendar(await this.directory.calendar(from, organisationId));
  }
}
