import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { HeadedDelegationAnswer } from './endorsement.responses.js';
import { HeadedDelegation } from './headed-delegation.query.js';

/** In whose name somebody may propose under a call. */
@Controller('calls/:id/headed-delegation')
export class HeadedDelegationController {
  constructor(private readonly queries: QueryBus) {}

  /** The delegation of the session that the reader heads, if any. */
  @Get()
  headed(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<HeadedDelegationAnswer> {
    return this.queries.execute(new HeadedDelegation(actor, id));
  }
}
