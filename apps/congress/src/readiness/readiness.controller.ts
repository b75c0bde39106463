import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { Readiness } from './readiness.query.js';
import { ReadinessResponse } from './readiness.responses.js';

/** How far a congress is set up. */
@Controller('readiness')
export class ReadinessController {
  constructor(private readonly queries: QueryBus) {}

  /** What is there and what is missing, in numbers. For the secretariat. */
  @Get()
  show(@CurrentActor() actor: Actor): Promise<ReadinessResponse> {
    return this.queries.execute(new Readiness(actor));
  }
}
