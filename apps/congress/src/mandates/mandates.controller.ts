import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { MandateList } from './mandates.query.js';
import { MandatesRequest } from './mandates.requests.js';
import { MandateListResponse } from './mandates.responses.js';

/** Who was elected to what. Everybody of the organisation may know. */
@Controller('mandates')
export class MandatesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Query() request: MandatesRequest): Promise<MandateListResponse> {
    return this.queries.execute(new MandateList(actor, request));
  }
}
