import { Body, Controller, Get, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { OrganisationCalendar } from './calendar.query.js';
import { SetCalendarRequest } from './calendar.requests.js';
import { CalendarResponse } from './calendar.responses.js';
import { SetCalendar } from './set-calendar.command.js';

/** The organisation's own days off (校庆, 寒暑假) and working days, by which all its periods are counted: of proposals and of ballots. */
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  read(@CurrentActor() actor: Actor): Promise<CalendarResponse> {
    return this.queries.execute(new OrganisationCalendar(actor));
  }

  /** Sets the whole of it. Last days that were fixed before stay as they were announced. For the secretariat. */
  @Put()
  async set(@CurrentActor() actor: Actor, @Body() { version, ...calendar }: SetCalendarRequest): Promise<CalendarResponse> {
    await this.commands.execute(new SetCalendar(actor, calendar, version));
    return this.queries.execute(new OrganisationCalendar(actor));
  }
}
