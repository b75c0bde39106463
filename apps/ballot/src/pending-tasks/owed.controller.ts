import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { OwedByMember } from './owed.query.js';
import { OwedAnswer } from './owed.responses.js';

/** What waits for somebody. */
@Controller('owed')
export class OwedController {
  constructor(private readonly queries: QueryBus) {}

  /** A paper to receive or to cast, keys, shares, sheets, rulings, lots, signatures, answers: of every ballot, of nobody but the reader. */
  @Get()
  owed(@CurrentActor() actor: Actor): Promise<OwedAnswer> {
    return this.queries.execute(new OwedByMember(actor));
  }
}
