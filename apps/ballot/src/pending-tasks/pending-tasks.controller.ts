import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { PendingTasksOfMember } from './pending-tasks.query.js';
import { PendingTasksAnswer } from './pending-tasks.responses.js';

/** What waits for somebody. */
@Controller('owed')
export class PendingTasksController {
  constructor(private readonly queries: QueryBus) {}

  /** A paper to receive or to cast, keys, shares, sheets, rulings, lots, signatures, answers: of every ballot, of nobody but the reader. */
  @Get()
  owed(@CurrentActor() actor: Actor): Promise<PendingTasksAnswer> {
    return this.queries.execute(new PendingTasksOfMember(actor));
  }
}
