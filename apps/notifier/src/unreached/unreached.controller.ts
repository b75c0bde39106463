import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, PageRequest } from '@plenum/service-kit';
import { Unreached } from './unreached.query.js';
import type { UnreachedPageResponse } from './unreached.responses.js';

/** Whom the mails of the house did not reach. */
@Controller('unreached')
export class UnreachedController {
  constructor(private readonly queries: QueryBus) {}

  /** Who was not reached by mail in the last thirty days and has not read it here either, for organisers. */
  @Get()
  page(@CurrentActor() actor: Actor, @Query() request: PageRequest): Promise<UnreachedPageResponse> {
    return this.queries.execute(new Unreached(actor, request));
  }
}
