import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { RemindersTold } from './reminders-told.query.js';
import { RemindersRequest } from './reminders.requests.js';
import type { RemindersResponse } from './reminders.responses.js';

/** Who was reminded of what (催办记录). */
@Controller('reminders')
export class RemindersController {
  constructor(private readonly queries: QueryBus) {}

  /** Who was reminded of what is owed on one proposal, opinion or ballot, and when: for those who chase it. */
  @Get()
  told(@CurrentActor() actor: Actor, @Query() request: RemindersRequest): Promise<RemindersResponse> {
    return this.queries.execute(new RemindersTold(actor, request));
  }
}
