import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { PendingTasksOfMember } from './pending-tasks.query.js';
import { PendingTasksAnswer } from './pending-tasks.responses.js';

/** What waits for the person signed in (待办). */
@Controller('owed')
export class PendingTasksController {
  constructor(private readonly queries: QueryBus) {}

  /**
   * To second, revise, rate, review, assign, reply, close, keep a promise, accept that one was kept, answer a request, or take the place of
   * a lead who has left: of nobody but the reader.
   */
  @Get()
  owed(@CurrentActor() actor: Actor): Promise<PendingTasksAnswer> {
    return this.queries.execute(new PendingTasksOfMember(actor));
  }
}
