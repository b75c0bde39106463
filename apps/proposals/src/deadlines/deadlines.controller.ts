import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { DeadlinesByDay } from './deadlines.query.js';
import { DeadlinesRequest } from './deadlines.requests.js';
import { DeadlinesAnswer } from './deadlines.responses.js';

/** The calendar of deadlines (期限日历). */
@Controller('deadlines')
export class DeadlinesController {
  constructor(private readonly queries: QueryBus) {}

  /** What is owed on each day of a stretch; for the committee and those who oversee, or for a unit. */
  @Get()
  byDay(@CurrentActor() actor: Actor, @Query() request: DeadlinesRequest): Promise<DeadlinesAnswer> {
    return this.queries.execute(new DeadlinesByDay(actor, request));
  }
}
