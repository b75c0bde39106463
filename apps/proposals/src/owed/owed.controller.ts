import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { OwedByMember } from './owed.query.js';
import { OwedAnswer } from './owed.responses.js';

/** What waits for the person signed in (待办). */
@Controller('owed')
export class OwedController {
  constructor(private readonly queries: QueryBus) {}

  /** What proposals ask of the reader now: to second, revise, rate, review, assign, reply, close, or take the place of a lead who has left. */
  @Get()
  owed(@CurrentActor() actor: Actor): Promise<OwedAnswer> {
    return this.queries.execute(new OwedByMember(actor));
  }
}
