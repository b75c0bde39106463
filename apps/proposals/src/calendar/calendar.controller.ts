import { Body, Controller, Get, Put } from '@nestjs/common';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { OrganisationCalendarRequest } from './calendar.requests.js';
import { OrganisationCalendarAnswer } from './calendar.responses.js';
import { OrganisationCalendars } from './organisation-calendar.service.js';

/** The organisation's own days off and working days, by which deadlines are counted. */
@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendars: OrganisationCalendars) {}

  @Get()
  read(@CurrentActor() actor: Actor): Promise<OrganisationCalendarAnswer> {
    return this.calendars.of(actor);
  }

  @Put()
  set(@CurrentActor() actor: Actor, @Body() request: OrganisationCalendarRequest): Promise<OrganisationCalendarAnswer> {
    return this.calendars.set(actor, request);
  }
}
